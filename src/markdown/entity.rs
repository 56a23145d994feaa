//! Character references in raw HTML, decoded once.

use super::scan::{after, cut, run};
use pulldown_cmark::{Event, Parser};
use std::borrow::Cow;

/// The longest name that HTML has.
const MAX_LENGTH: usize = 32;

/// The text with `&name;` and `&#number;` read; anything else keeps its `&`.
pub(crate) fn decoded(text: &str) -> Cow<'_, str> {
    let Some(mut end) = text.find('&') else {
        return Cow::Borrowed(text);
    };
    let mut decoded = String::from(cut(text, 0, end));
    while end < text.len() {
        let rest = after(text, end);
        let length = reference_length(rest);
        match length {
            0 => decoded.push('&'),
            _ => read(&mut decoded, cut(rest, 0, length)),
        }
        let start = end + length.max(1);
        end = after(text, start)
            .find('&')
            .map_or(text.len(), |length| start + length);
        decoded.push_str(cut(text, start, end));
    }
    Cow::Owned(decoded)
}

/// The length of what has the form of a reference at the beginning, or 0.
fn reference_length(text: &str) -> usize {
    let name = run(after(text, 1), |c| c.is_ascii_alphanumeric() || c == '#');
    let is_reference = (1..=MAX_LENGTH).contains(&name) && cut(text, 1 + name, 2 + name) == ";";
    if is_reference { name + 2 } else { 0 }
}

/// The Markdown parser has HTML's table of names: one reference alone is a paragraph of its meaning.
fn read(decoded: &mut String, reference: &str) {
    match reference {
        "&amp;" => return decoded.push('&'),
        "&lt;" => return decoded.push('<'),
        _ => {}
    }
    for (event, _) in Parser::new(reference).into_offset_iter() {
        if let Event::Text(piece) = event {
            decoded.push_str(&piece);
        }
    }
}
