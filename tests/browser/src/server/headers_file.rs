//! The `_headers` file of Netlify and Cloudflare Pages: a path pattern on a line of its own, then indented
//! `Name: value` lines. As on those hosts, every rule that fits counts, values of one name are joined with a comma,
//! and `! Name` takes a header away again.

use anyhow::{Result, bail};

#[derive(Debug, Default)]
pub struct HeaderRules(Vec<Rule>);

#[derive(Debug)]
struct Rule {
    pattern: String,
    changes: Vec<Change>,
}

#[derive(Debug)]
enum Change {
    Add { name: String, value: String },
    Remove { name: String },
}

impl HeaderRules {
    pub fn parse(text: &str) -> Result<Self> {
        let mut rules: Vec<Rule> = Vec::new();
        for (number, line) in text.lines().enumerate() {
            let content = line.trim();
            if content.is_empty() || content.starts_with('#') {
                continue;
            }
            if !line.starts_with([' ', '\t']) {
                rules.push(Rule {
                    pattern: content.to_owned(),
                    changes: Vec::new(),
                });
                continue;
            }
            let (Some(rule), Some(change)) = (rules.last_mut(), Change::parse(content)) else {
                bail!(
                    "_headers:{}: not `Name: value` under a path: {content}",
                    number + 1
                );
            };
            rule.changes.push(change);
        }
        Ok(Self(rules))
    }

    /// The headers for a path from the host's root, with lower-case names.
    pub fn for_path(&self, path: &str) -> Vec<(String, String)> {
        let mut headers: Vec<(String, String)> = Vec::new();
        for rule in self.0.iter().filter(|rule| matches(&rule.pattern, path)) {
            for change in &rule.changes {
                change.apply(&mut headers);
            }
        }
        headers
    }
}

impl Change {
    fn parse(line: &str) -> Option<Self> {
        if let Some(name) = line.strip_prefix('!') {
            let name = name.trim().to_ascii_lowercase();
            return Some(Self::Remove { name });
        }
        let (name, value) = line.split_once(':')?;
        let name = name.trim().to_ascii_lowercase();
        let value = value.trim().to_owned();
        Some(Self::Add { name, value })
    }

    fn apply(&self, headers: &mut Vec<(String, String)>) {
        match self {
            Self::Remove { name } => headers.retain(|(known, _)| known != name),
            Self::Add { name, value } => {
                match headers.iter_mut().find(|(known, _)| known == name) {
                    Some((_, known)) => {
                        known.push_str(", ");
                        known.push_str(value);
                    }
                    None => headers.push((name.clone(), value.clone())),
                }
            }
        }
    }
}

/// `*` stands for any run of characters.
fn matches(pattern: &str, path: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else {
        return pattern == path;
    };
    let Some(tail) = path.strip_prefix(start) else {
        return false;
    };
    tail.char_indices()
        .map(|(at, _)| at)
        .chain([tail.len()])
        .any(|at| matches(rest, &tail[at..]))
}
