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

pub use fields::{FileFacts, FrontMatter, PublishedAuthor};
pub use texts::{is_language, old_path};
pub use value::{Kind, SyntaxError, Value};

use super::problem::{Position, Problems};

/// A file taken apart.
pub struct Split<'a> {
    pub head: Value,
    pub has_head: bool,
    pub body: &'a str,
    /// Lines of the file before the body's first.
    pub body_line: usize,
}

/// Reads the head of the article in `text`; nothing where it cannot be read. `path` is for messages.
pub fn split<'a>(path: &str, text: &'a str, problems: &mut Problems) -> Option<Split<'a>> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let parsed = match text.lines().next().unwrap_or("").trim_end() {
        "---" => fenced(text, "---", yaml::parse),
        "+++" => fenced(text, "+++", toml::parse),
        line if line.starts_with('{') => json::parse_prefix(text),
        _ => {
            let (position, kind) = (Position::START, Kind::Nothing);
            return Some(Split {
                head: Value { position, kind },
                has_head: false,
                body: text,
                body_line: 0,
            });
        }
    };
    match parsed {
        Ok((head, end)) => Some(Split {
            head,
            has_head: true,
            body: &text[end..],
            body_line: text[..end].matches('\n').count(),
        }),
        Err(SyntaxError { position, message }) => {
            let what = ["front matter cannot be read: ", &message].concat();
            problems.error(path, position, what, "correct this place");
            None
        }
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
) -> Result<(Value, usize), SyntaxError> {
    let start = text.find('\n').map_or(text.len(), |newline| newline + 1);
    let mut end = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == fence {
            let below_fence = |error: SyntaxError| SyntaxError {
                position: error.position.below(1),
                ..error
            };
            let mut head = parse(&text[start..end]).map_err(below_fence)?;
            head.move_below(1);
            return Ok((head, end + line.len()));
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
    Err(SyntaxError {
        position: Position::START,
        message,
    })
}
