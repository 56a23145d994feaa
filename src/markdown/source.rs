//! The text as CommonMark wants it, how it is parsed, and where in it a byte stands.

use super::Enrichment;
use super::scan::{after, cut, run};
use pulldown_cmark::Options;
use std::borrow::Cow;

/// Line ends become LF and NUL becomes U+FFFD, as the specification says.
pub(super) fn normalise(source: &str) -> Cow<'_, str> {
    let source = source.strip_prefix('\u{FEFF}').unwrap_or(source);
    let is_usual = |character| !matches!(character, '\r' | '\0');
    let mut end = run(source, is_usual);
    if end == source.len() {
        return Cow::Borrowed(source);
    }
    let mut clean = String::from(cut(source, 0, end));
    while end < source.len() {
        let (line_end, length) = match cut(source, end, end + 2) {
            "\r\n" => ("\n", 2),
            _ if cut(source, end, end + 1) == "\0" => ("\u{FFFD}", 1),
            _ => ("\n", 1),
        };
        let start = end + length;
        end = start + run(after(source, start), is_usual);
        clean.push_str(line_end);
        clean.push_str(cut(source, start, end));
    }
    Cow::Owned(clean)
}

/// The extensions that every article is read with.
pub(super) fn page_options(enrichment: &Enrichment) -> Options {
    let mut options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST;
    if enrichment.smart_punctuation {
        options |= Options::ENABLE_SMART_PUNCTUATION;
    }
    options
}

#[cfg(not(target_arch = "wasm32"))]
/// Line and column of a byte, both counted from 1; the column counts characters.
pub(super) fn position(source: &str, offset: usize) -> (u32, u32) {
    let before = source.get(..offset).unwrap_or(source);
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
    let column =
        before.chars().count() - before.get(..line_start).unwrap_or("").chars().count() + 1;
    (line as u32, column as u32)
}
