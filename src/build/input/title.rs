//! The title of a text whose head has none: its first heading, which then no longer stands in the text.

use crate::markdown;

pub struct Heading {
    pub title: String,
    /// With a blank line where the heading was, so that all else stays on its line.
    pub body: String,
}

/// The heading of the first level that a text begins with.
pub fn take(text: &str) -> Option<Heading> {
    let start = text.len() - text.trim_start().len();
    let mut lines = text[start..].split_inclusive('\n');
    let first = lines.next()?;
    let below = lines.next().unwrap_or_default();
    let is_underline =
        |line: &str| line.len() > 1 && line.trim_end().bytes().all(|byte| byte == b'=');
    let heading = match first.starts_with("# ") {
        true => first.into(),
        false if is_underline(below) => [first, below].concat(),
        false => return None,
    };
    let title = markdown::extract_references(&heading)
        .headings
        .into_iter()
        .next()?
        .trim()
        .to_string();
    let blank = "\n".repeat(heading.matches('\n').count());
    let body = [&text[..start], &blank, &text[start + heading.len()..]].concat();
    (!title.is_empty()).then_some(Heading { title, body })
}
