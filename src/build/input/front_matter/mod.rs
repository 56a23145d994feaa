//! The head of an article's file: its facts in YAML, TOML or JSON, as Hugo, Jekyll, Zola and Astro users have them.
//!
//! 1. `split` tells the head from the body.
//! 2. `yaml`, `toml` or `json` reads the head as a tree with places.
//! 3. `fields` looks up what Recto knows (`head`, `texts`), under each of the names it goes by (`keys`); the rest is left
//!    alone.

mod cover_fields;
mod discussion_fields;
mod fields;
mod fields_by_name;
pub mod front_matter_schema;
mod key_names;
mod menu;
mod plain_line;
pub mod positioned_json;
mod texts;
mod toml;
mod value;
mod visibility;
mod yaml;

pub use fields::{FileFacts, FrontMatter, PublishedAuthor};
pub use fields_by_name::{Located, located};
pub use plain_line::{plain_line, without_marks};
pub use texts::{http_url, is_language, old_path};
use value::Parsed;
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
    // Hugo and Zola skip blank lines above a head.
    let start = text.len() - text.trim_start().len();
    let (parsed, end) = match head(&text[start..]) {
        // Below blank lines it may as well be a rule.
        (parsed, _) if start > 0 && !is_table(&parsed) => (Ok(Parsed::default()), 0),
        found => found,
    };
    let lines_above = text[..start].matches('\n').count();
    let (head, state) = match parsed {
        Ok(_) if end == 0 => (Value::NOTHING, HeadState::Missing),
        Ok(parsed) => {
            for (key, position) in parsed.repeated {
                let what = ["`", &key, "` stands here twice, and the last counts"].concat();
                let position = position.below(lines_above);
                problems.warning(path, position, what, "take the other line out");
            }
            let mut head = parsed.value;
            head.move_below(lines_above);
            (head, HeadState::Read)
        }
        Err(SyntaxError { position, message }) => {
            let what = ["front matter cannot be read: ", &message].concat();
            let position = position.below(lines_above);
            problems.error(path, position, what, "correct this place");
            (Value::NOTHING, HeadState::Unreadable)
        }
    };
    let end = if end == 0 { 0 } else { start + end };
    Split {
        head,
        state,
        body: &text[end..],
        body_line: text[..end].matches('\n').count(),
    }
}

fn is_table(parsed: &Result<Parsed, SyntaxError>) -> bool {
    parsed
        .as_ref()
        .is_ok_and(|parsed| !parsed.value.entries().is_empty())
}

/// The head that a text begins with, and where it ends: at 0 where there is none.
fn head(text: &str) -> (Result<Parsed, SyntaxError>, usize) {
    match text.lines().next().unwrap_or("").trim_end() {
        // As Jekyll does, three dots end it, too.
        "---" => fenced(text, &["---", "..."], yaml::parse),
        "+++" => fenced(text, &["+++"], |text| toml::parse(text).map(Parsed::from)),
        line if line.starts_with('{') => match positioned_json::parse_prefix(text) {
            Ok((head, end)) => (Ok(head.into()), end),
            Err(error) => (Err(error), first_empty_line(text)),
        },
        _ => (Ok(Parsed::default()), 0),
    }
}

/// Reads a file of facts that was written for another system; nothing where it cannot be read.
pub fn parse_config(text: &str, extension: &str) -> Option<Value> {
    match extension {
        "toml" => toml::parse(text).ok(),
        "json" => positioned_json::parse(text).ok(),
        _ => yaml::parse(text).ok().map(|parsed| parsed.value),
    }
}

/// The head between two lines that hold nothing but the fence, and where the body begins.
fn fenced(
    text: &str,
    fences: &[&str],
    parse: impl Fn(&str) -> Result<Parsed, SyntaxError>,
) -> (Result<Parsed, SyntaxError>, usize) {
    let start = text.find('\n').map_or(text.len(), |newline| newline + 1);
    let mut end = start;
    for line in text[start..].split_inclusive('\n') {
        if fences.contains(&line.trim_end()) {
            let head = match parse(&text[start..end]) {
                Ok(mut parsed) => {
                    parsed.value.move_below(1);
                    let repeated = parsed.repeated.iter_mut();
                    repeated.for_each(|(_, position)| *position = position.below(1));
                    Ok(parsed)
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
    let fence = fences[0];
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
