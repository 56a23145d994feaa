//! Subscript and superscript in text: `H~2~O`, `x^2^`.
//!
//! The parser's own rule wants space around the marks, which no formula has. Here a mark follows a
//! letter or the like, what it holds is short and has no space, and so "2^10 and 3^4" stays as it is.

use super::scan::{MARK, after, cut, position, run};
use super::{escape, html_output::HtmlOutput};

/// Bytes between two marks, at most.
const MAX_LENGTH: usize = 32;

/// Writes text with its subscripts and superscripts.
pub(super) fn write(output: &mut HtmlOutput, text: &str) {
    let (mut written, mut at) = (0, 0);
    if output.has_escaped_mark || position(text, MARK).is_none() {
        return plain(output, text);
    }
    while at < text.len() {
        at += position(after(text, at), MARK).unwrap_or(text.len());
        let inner = inner(output, text, at);
        if inner == 0 {
            at += 1;
            continue;
        }
        let (open, close) = match cut(text, at, at + 1) {
            "^" => ("<sup>", "</sup>"),
            _ => ("<sub>", "</sub>"),
        };
        plain(output, cut(text, written, at));
        output.fragment.html.push_str(open);
        plain(output, cut(text, at + 1, at + 1 + inner));
        output.fragment.html.push_str(close);
        at += inner + 2;
        written = at;
    }
    plain(output, after(text, written));
}

/// Writes text as it is.
pub(super) fn plain(output: &mut HtmlOutput, text: &str) {
    output.note_text(text);
    escape::text(&mut output.fragment.html, text);
}

/// The length of what the mark at `at` raises or lowers; 0 if it is no such mark.
fn inner(output: &HtmlOutput, text: &str, at: usize) -> usize {
    let can_follow = match cut(text, 0, at).chars().next_back() {
        Some(last) => {
            !last.is_ascii()
                || last.is_ascii_alphanumeric()
                || matches!(last, ')' | ']' | '^' | '~')
        }
        None => output.follows_inline,
    };
    let rest = after(text, at + 1);
    let length = run(rest, is_inner);
    let mark = cut(text, at, at + 1);
    let end = after(rest, length);
    // `x^2+y^2` is a formula written in a line of text, not one exponent.
    let goes_on = mark == "^" && run(after(end, 1), |c| c.is_ascii_alphanumeric()) > 0;
    let is_script = can_follow
        && length <= MAX_LENGTH
        && end.starts_with(mark)
        && !after(end, 1).starts_with(mark);
    if is_script && !goes_on { length } else { 0 }
}

fn is_inner(character: char) -> bool {
    let is_sign = matches!(character, '+' | '-' | '(' | ')' | ',' | '.' | '=');
    is_sign || character.is_ascii_alphanumeric() || !character.is_ascii()
}
