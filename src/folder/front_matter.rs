//! The head of a file: between lines of `---` as YAML, between lines of `+++` as TOML, or an object of JSON.

/// What a head says, in its order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Head(pub Vec<(String, Value)>);

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Text(String),
    List(Vec<String>),
}

/// A head, and what stands behind it.
pub struct FrontMatter<'a> {
    pub head: Head,
    pub body: &'a str,
}

/// In bytes: what no head comes to.
const MAX_HEAD: usize = 64_000;

impl Head {
    pub fn get(&self, name: &str) -> Option<&Value> {
        let entry = self.0.iter().find(|(known, _)| known == name);
        entry.map(|(_, value)| value)
    }
}

impl Value {
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::List(items) => items.join(", "),
        }
    }

    /// A text is a list with commas between its items.
    pub fn list(&self) -> Vec<String> {
        let items: Vec<String> = match self {
            Self::Text(text) => text.split(',').map(|item| item.trim().into()).collect(),
            Self::List(items) => items.clone(),
        };
        items.into_iter().filter(|item| !item.is_empty()).collect()
    }
}

/// An error is the line that cannot be read.
pub fn split(text: &str, json: impl Fn(&str) -> Option<Head>) -> Result<FrontMatter<'_>, usize> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().next().unwrap_or_default().trim_end();
    match first {
        "---" => fenced(text, "---").and_then(|(head, body)| yaml(head).map(|head| (head, body))),
        "+++" => fenced(text, "+++").and_then(|(head, body)| toml(head).map(|head| (head, body))),
        _ if first.starts_with('{') => {
            let end = object_end(text).ok_or(1_usize)?;
            let head = json(&text[..end]).ok_or(1_usize)?;
            Ok((head, &text[end..]))
        }
        _ => Ok((Head::default(), text)),
    }
    .map(|(head, body)| FrontMatter { head, body })
}

/// What stands between the two fences, and behind them.
fn fenced<'a>(text: &'a str, fence: &str) -> Result<(&'a str, &'a str), usize> {
    let start = text.find('\n').map_or(text.len(), |end| end + 1);
    let mut at = start;
    let mut lines = 1;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == fence {
            return match at - start > MAX_HEAD {
                true => Err(1),
                false => Ok((&text[start..at], &text[at + line.len()..])),
            };
        }
        at += line.len();
        lines += 1;
    }
    Err(lines)
}

/// Where an object of JSON ends that begins the text.
fn object_end(text: &str) -> Option<usize> {
    let (mut depth, mut is_text, mut is_escaped) = (0_u32, false, false);
    for (at, byte) in text.bytes().enumerate().take(MAX_HEAD) {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = is_text,
            b'"' => is_text = !is_text,
            _ if is_text => {}
            b'{' => depth += 1,
            b'}' if depth == 1 => return Some(at + 1),
            b'}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Keys at the left edge. What stands indented below a key is its list or its text, or is left alone.
fn yaml(head: &str) -> Result<Head, usize> {
    let lines: Vec<&str> = head.lines().map(str::trim_end).collect();
    let mut entries = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let (line, number) = (lines[at], at + 2);
        at += 1;
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (key, value) = line.split_once(':').ok_or(number)?;
        if key.starts_with([' ', '\t', '-']) || !(value.is_empty() || value.starts_with(' ')) {
            return Err(number);
        }
        let is_below = |line: &&&str| line.is_empty() || line.starts_with([' ', '\t', '-']);
        let below = lines[at..].iter().take_while(is_below).count();
        let block = &lines[at..at + below];
        at += below;
        let value = match value.trim() {
            value if value.starts_with(['>', '|']) => {
                let words = block.iter().map(|line| line.trim());
                Value::Text(words.collect::<Vec<_>>().join(" ").trim().into())
            }
            value if value.is_empty() || value.starts_with('#') => {
                let items = block
                    .iter()
                    .filter_map(|line| line.trim_start().strip_prefix("- "));
                let items = items.map(|item| scalar(item, number));
                Value::List(items.collect::<Result<_, _>>()?)
            }
            value if value.starts_with('[') => Value::List(flow(value, number)?),
            value => Value::Text(scalar(value, number)?),
        };
        entries.push((key.trim().trim_matches(['"', '\'']).into(), value));
    }
    Ok(Head(entries))
}

/// Keys before the first table.
fn toml(head: &str) -> Result<Head, usize> {
    let mut lines = head.lines().map(str::trim).enumerate();
    let mut entries = Vec::new();
    while let Some((at, line)) = lines.next() {
        let number = at + 2;
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if line.starts_with('[') {
            break;
        }
        let (key, value) = line.split_once('=').ok_or(number)?;
        let mut value = value.trim().to_string();
        while value.starts_with('[') && flow(&value, number).is_err() {
            let (_, more) = lines.next().ok_or(number)?;
            value = [&value, " ", more].concat();
        }
        let value = match value.chars().next() {
            Some('[') => Value::List(flow(&value, number)?),
            Some('"' | '\'' | '0'..='9' | 't' | 'f') => Value::Text(scalar(&value, number)?),
            _ => return Err(number),
        };
        entries.push((key.trim().trim_matches(['"', '\'']).into(), value));
    }
    Ok(Head(entries))
}

/// A text in quotes, or plain up to a comment.
fn scalar(text: &str, line: usize) -> Result<String, usize> {
    let text = text.trim();
    let Some(quote) = text.chars().next().filter(|first| "\"'".contains(*first)) else {
        let plain = text.split(" #").next().unwrap_or(text);
        return Ok(plain.trim_end().into());
    };
    quoted(text, quote).map(|(text, _)| text).ok_or(line)
}

/// The items of a list in brackets, which has to end.
fn flow(text: &str, line: usize) -> Result<Vec<String>, usize> {
    let mut rest = text.trim().strip_prefix('[').ok_or(line)?.trim_start();
    let mut items = Vec::new();
    loop {
        let first = rest.chars().next().ok_or(line)?;
        let behind = match first {
            ']' => return Ok(items),
            ',' => &rest[1..],
            // A list in a list is none of a head's.
            '[' => return Err(line),
            '"' | '\'' => {
                let (item, behind) = quoted(rest, first).ok_or(line)?;
                items.push(item);
                behind
            }
            _ => {
                let end = rest.find([',', ']']).ok_or(line)?;
                items.push(rest[..end].trim_end().into());
                &rest[end..]
            }
        };
        rest = behind.trim_start();
    }
}

/// A text in quotes, and what stands behind it.
fn quoted(text: &str, quote: char) -> Option<(String, &str)> {
    let mut inner = String::new();
    let mut characters = text.char_indices().skip(1).peekable();
    while let Some((at, character)) = characters.next() {
        match character {
            '\\' if quote == '"' => match characters.next()?.1 {
                'n' => inner.push('\n'),
                't' => inner.push('\t'),
                other => inner.push(other),
            },
            _ if character != quote => inner.push(character),
            '\'' if characters.peek().is_some_and(|(_, next)| *next == '\'') => {
                characters.next();
                inner.push('\'');
            }
            _ => return Some((inner, &text[at + 1..])),
        }
    }
    None
}
