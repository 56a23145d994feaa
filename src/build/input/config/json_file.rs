//! A JSON file of the publisher's, and where in it each fact stands.

use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::input::content_folder::Content;
use crate::build::input::front_matter::{Kind, Value, positioned_json};
use serde::de::DeserializeOwned;

/// A JSON file as typed facts, and as a tree that knows where each of them stands.
pub struct JsonFile<T> {
    pub path: String,
    pub value: Option<T>,
    pub tree: Value,
}

impl<T> Default for JsonFile<T> {
    fn default() -> Self {
        Self {
            path: String::new(),
            value: None,
            tree: Value {
                position: Position::START,
                kind: Kind::Nothing,
            },
        }
    }
}

impl<T: DeserializeOwned> JsonFile<T> {
    pub fn read(content: &Content, file: &str, problems: &mut Problems) -> Self {
        let path = content.path(file);
        let Some(text) = content.text(file, problems) else {
            return Self {
                path,
                ..Self::default()
            };
        };
        let value =
            serde_json::from_str(&text).map_err(|error| positioned_json::syntax_error(&error));
        let read = value.and_then(|value| Ok((value, positioned_json::parse(&text)?)));
        match read {
            Ok((value, tree)) => Self {
                path,
                value: Some(value),
                tree,
            },
            Err(error) => {
                problems.error(&path, error.position, error.message, "correct this place");
                Self {
                    path,
                    ..Self::default()
                }
            }
        }
    }
}

impl<T> JsonFile<T> {
    /// Where the value at a path of keys stands; a number counts the elements of a list.
    pub fn position(&self, keys: &[&str]) -> Position {
        let found = self.value(keys);
        found.map_or(Position::START, |value| value.position)
    }

    /// The text at a path of keys, as it is written; empty where there is none.
    pub fn text(&self, keys: &[&str]) -> String {
        let found = self.value(keys);
        let text = found.and_then(Value::text);
        text.unwrap_or_default().into()
    }

    fn value(&self, keys: &[&str]) -> Option<&Value> {
        keys.iter()
            .try_fold(&self.tree, |value, key| match key.parse::<usize>() {
                Ok(index) => value.elements().get(index),
                Err(_) => value.entry(key),
            })
    }

    /// Whether a key says `true`; anything but that and `false` is reported.
    pub fn truth(&self, key: &str, problems: &mut Problems) -> bool {
        let Some(value) = self.tree.get(key) else {
            return false;
        };
        if !matches!(value.text(), Some("true" | "false")) {
            let (what, remedy) = ("this is neither true nor false", "write one of the two");
            problems.error(&self.path, value.position, what, remedy);
        }
        value.text() == Some("true")
    }

    /// The same for what holds unless a key says `false`.
    pub fn truth_unless_denied(&self, key: &str, problems: &mut Problems) -> bool {
        self.tree.get(key).is_none() || self.truth(key, problems)
    }

    pub fn error(&self, keys: &[&str], what: &[&str], remedy: &str, problems: &mut Problems) {
        problems.error(&self.path, self.position(keys), what.concat(), remedy);
    }
}
