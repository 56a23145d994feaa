//! The text of a code block, with an element around each token that has a class and each line that has one.

use super::{Info, TOKEN_CLASSES};
use crate::markdown::escape;
use crate::markdown::scan::{after, cut};

/// Writes the text. `runs` are classes and lengths of its tokens and fit it, or are none.
///
/// A token that goes on over the end of a line is ended and begun anew there.
pub(super) fn write(html: &mut String, info: &Info, text: &str, runs: &[u32]) {
    let has_lines = info.has_lines();
    let mut runs = runs.chunks(2);
    let (mut at, mut token_end, mut line, mut line_end) = (0, 0, 0, 0);
    let (mut token_class, mut line_class) = ("", "");
    while at < text.len() {
        if at == token_end {
            (token_class, token_end) = match runs.next() {
                Some(&[class, length]) => (class_name(class), at + length as usize),
                _ => ("", text.len()),
            };
        }
        if has_lines && at == line_end {
            let rest = after(text, at);
            line += 1;
            line_end = rest.find('\n').map_or(text.len(), |length| at + length + 1);
            line_class = info.line_class(line, rest);
            open(html, line_class);
        }
        let end = if has_lines {
            token_end.min(line_end)
        } else {
            token_end
        };
        if at < end {
            open(html, token_class);
            escape::text(html, cut(text, at, end));
            close(html, token_class);
            at = end;
            if has_lines && at == line_end {
                close(html, line_class);
            }
        }
    }
}

fn class_name(class: u32) -> &'static str {
    TOKEN_CLASSES
        .get(class as usize)
        .copied()
        .unwrap_or_default()
}

fn open(html: &mut String, class: &str) {
    if !class.is_empty() {
        html.push_str("<span");
        escape::named(html, "class", class);
        html.push('>');
    }
}

fn close(html: &mut String, class: &str) {
    html.push_str(if class.is_empty() { "" } else { "</span>" });
}
