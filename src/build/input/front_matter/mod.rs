//! The head of an article's file: its facts in YAML, TOML or JSON, as Hugo, Jekyll, Zola and Astro users have them.
//!
//! 1. `split` tells the head from the body.
//! 2. `yaml`, `toml` or `json` reads the head as a tree with places.
//! 3. `fields` looks up what Recto knows (`head`, `texts`), under each of the names it goes by (`keys`); the rest is left
//!    alone.

mod fields;
mod head;
pub mod json;
mod keys;
mod texts;
mod toml;
mod value;
mod yaml;
mod yaml_events;

pub use fields::{FileFacts, FrontMatter, PublishedAuthor};
pub use texts::{is_language, old_path};
pub use value::{Kind, SyntaxError, Value};

use crate::build::diagnostics::problem::{Position, Problems};

/// A file taken apart.
pub struct Split<'a> {
    /// Empty unless it was read.
    pub head: Value,
    pub state: HeadState,
    pub body: &'a str,
    /// Lines of the file before the body's first.
    pub body_line: usize,
}

/// What became of a file's head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadState {
    Missing,
    /// Which has been told.
    Unreadable,
    Read,
}

/// Reads the head of the article in `text`. `path` is for messages.
pub fn split<'a>(path: &str, text: &'a str, problems: &mut Problems) -> Split<'a> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let (parsed, end) = match text.lines().next().unwrap_or("").trim_end() {
        "---" => fenced(text, "---", yaml::parse),
        "+++" => fenced(text, "+++", toml::parse),
        line if line.starts_with('{') => match json::parse_prefix(text) {
            Ok((head, end)) => (Ok(head), end),
            Err(error) => (Err(error), first_empty_line(text)),
        },
        _ => (Ok(Value::NOTHING), 0),
    };
    let (head, state) = match parsed {
        Ok(head) if end == 0 => (head, HeadState::Missing),
        Ok(head) => (head, HeadState::Read),
        Err(SyntaxError { position, message }) => {
            let what = ["front matter cannot be read: ", &message].concat();
            problems.error(path, position, what, "correct this place");
            (Value::NOTHING, HeadState::Unreadable)
        }
    };
    Split {
        head,
        state,
        body: &text[end..],
        body_line: text[..end].matches('\n').count(),
    }
}

/// Reads a file of facts that was written for another system; nothing where it cannot be read.
pub fn parse_config(text: &str, extension: &str) -> Option<Value> {
    match extension {
        "toml" => toml::parse(text).ok(),
        "json" => json::parse(text).ok(),
        _ => yaml::parse(text).ok(),
    }
}

/// The head between two lines that hold nothing but the fence, and where the body begins.
fn fenced(
    text: &str,
    fence: &str,
    parse: impl Fn(&str) -> Result<Value, SyntaxError>,
) -> (Result<Value, SyntaxError>, usize) {
    let start = text.find('\n').map_or(text.len(), |newline| newline + 1);
    let mut end = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == fence {
            let head = match parse(&text[start..end]) {
                Ok(mut head) => {
                    head.move_below(1);
                    Ok(head)
                }
                Err(error) => Err(SyntaxError {
                    position: error.position.below(1),
                    ..error
                }),
            };
            return (head, end + line.len());
        }
        end += line.len();
    }
    let message = [
        "it begins with `",
        fence,
        "` but no line of `",
        fence,
        "` ends it",
    ]
    .concat();
    let position = Position::START;
    let error = SyntaxError { position, message };
    (Err(error), first_empty_line(text))
}

/// Where the body most likely begins if nothing tells where the head ends.
fn first_empty_line(text: &str) -> usize {
    let lines = text.split_inclusive('\n');
    let head = lines.take_while(|line| !line.trim().is_empty());
    head.map(str::len).sum()
}
