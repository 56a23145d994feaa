//! What heads need not say, because it is said once for many files: Jekyll's `defaults`, Hugo's `cascade`, and Zola's
//! sections that are drafts.

use crate::build::diagnostics::problem::Problems;
use crate::build::input::content_folder::Content;
use crate::build::input::front_matter::{self, Kind, Value};
use crate::build::options::project::System;

/// Values for files below a folder, those of the outermost folders first.
#[derive(Default)]
pub struct Defaults(Vec<Scope>);

struct Scope {
    /// Empty for all files.
    folder: String,
    /// Jekyll's name for a kind of files: `posts`, `drafts`, or a collection.
    kind: Option<String>,
    values: Value,
}

impl Defaults {
    pub fn new(content: &Content, config: &Value, files: &[String]) -> Self {
        let mut scopes = match content.system {
            System::Jekyll => of_jekyll(config),
            System::Hugo => cascades("", config).collect(),
            _ => Vec::new(),
        };
        if matches!(content.system, System::Hugo | System::Zola) {
            let is_section = |file: &&String| {
                let name = file.rsplit('/').next().unwrap_or(file);
                name.starts_with("_index.")
            };
            scopes.extend(
                files
                    .iter()
                    .filter(is_section)
                    .flat_map(|file| of_section(content, file)),
            );
        }
        scopes.sort_by_key(|scope| (scope.folder.len(), scope.kind.is_some()));
        Self(scopes)
    }

    /// Adds to a head what it does not say itself.
    pub fn complete(&self, file: &str, head: &mut Value) {
        for scope in self.0.iter().rev().filter(|scope| scope.holds(file)) {
            head.complete_with(&scope.values);
        }
    }
}

impl Scope {
    fn holds(&self, file: &str) -> bool {
        let is_below = self.folder.is_empty()
            || file
                .strip_prefix(self.folder.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let is_of = |kind: &String| {
            file.split('/')
                .any(|segment| segment.strip_prefix('_') == Some(kind.as_str()))
        };
        is_below && self.kind.as_ref().is_none_or(is_of)
    }
}

fn of_jekyll(config: &Value) -> Vec<Scope> {
    let defaults = config.get("defaults").map_or(&[][..], Value::elements);
    let scope = |default: &Value| {
        let text = |key: &str| {
            let value = default.get("scope")?.get(key)?.text()?;
            Some(value.trim_matches('/').to_string())
        };
        Some(Scope {
            // A pattern is read up to its first star, which takes in more rather than less.
            folder: text("path")
                .unwrap_or_default()
                .split('*')
                .next()?
                .trim_end_matches('/')
                .into(),
            kind: text("type"),
            values: default.get("values")?.clone(),
        })
    };
    defaults.iter().filter_map(scope).collect()
}

/// What the page of a section says of all that lies below it.
fn of_section(content: &Content, file: &str) -> Vec<Scope> {
    let mut problems = Problems::default();
    let text = content.text(file, &mut problems).unwrap_or_default();
    let head = front_matter::split(file, &text, &mut problems).head;
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    match content.system {
        System::Zola => {
            let draft = head
                .entries()
                .iter()
                .filter(|(key, _)| key == "draft")
                .cloned();
            let values = Value {
                kind: Kind::Table(draft.collect()),
                ..Value::NOTHING
            };
            let (folder, kind) = (folder.into(), None);
            vec![Scope {
                folder,
                kind,
                values,
            }]
        }
        _ => cascades(folder, &head).collect(),
    }
}

/// Hugo's `cascade` is a table, or a list of them with a `target` each; of a target we know the path.
fn cascades(folder: &str, head: &Value) -> impl Iterator<Item = Scope> {
    let cascades = head.get("cascade").map_or(&[][..], Value::elements).iter();
    cascades.filter_map(move |cascade| {
        let target = cascade.get("target").or(cascade.get("_target"));
        let path = target
            .and_then(|target| target.get("path"))
            .and_then(Value::text);
        let folder = match path {
            Some(path) => path
                .trim_matches('/')
                .trim_end_matches(['*', '/', '{', '}'])
                .to_string(),
            None if target.is_some() => return None,
            None => folder.to_string(),
        };
        let values = cascade.clone();
        Some(Scope {
            folder,
            kind: None,
            values,
        })
    })
}
