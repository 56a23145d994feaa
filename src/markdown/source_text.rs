//! The text as CommonMark wants it, how it is parsed, and where in it a byte stands.

use super::scan::{ODD, after, cut, position};
use super::{Enrichment, marks::JOINER, nesting};
use pulldown_cmark::Options;
use std::borrow::Cow;

/// The text as it is parsed.
pub(super) fn normalise(source: &str) -> Cow<'_, str> {
    nesting::limit(with_line_ends(source))
}

/// Line ends become LF and NUL becomes U+FFFD, as the specification says, and so does what `marks` needs.
fn with_line_ends(source: &str) -> Cow<'_, str> {
    let source = source.strip_prefix('\u{FEFF}').unwrap_or(source);
    // To the end in any case: natively that is many bytes at a time.
    let is_odd = |byte: u8| u8::from(byte == b'\r') | u8::from(byte < 4);
    if source.bytes().fold(0, |odd, byte| odd | is_odd(byte)) == 0 {
        return Cow::Borrowed(source);
    }
    let mut end = position(source, ODD).unwrap_or(source.len());
    let mut clean = String::from(cut(source, 0, end));
    while end < source.len() {
        let (line_end, length) = match cut(source, end, end + 2) {
            "\r\n" => ("\n", 2),
            _ if cut(source, end, end + 1) != "\r" => ("\u{FFFD}", 1),
            _ => ("\n", 1),
        };
        let start = end + length;
        end = position(after(source, start), ODD).map_or(source.len(), |length| start + length);
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

/// Line and column in a text, both counted from 1; the column counts characters.
///
/// Moves forward only, so that all the positions in a text cost one walk through it.
pub(super) struct Position<'a> {
    text: &'a str,
    offset: usize,
    pub(super) line: u32,
    pub(super) column: u32,
}

impl<'a> Position<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Position {
            text,
            offset: 0,
            line: 1,
            column: 1,
        }
    }

    pub(super) fn move_to(&mut self, offset: usize) {
        let passed = cut(self.text, self.offset, offset);
        let line = match passed.rfind('\n') {
            Some(line_end) => {
                self.line += line_ends(passed);
                self.column = 1;
                after(passed, line_end + 1)
            }
            None => passed,
        };
        self.column += line.chars().filter(|c| *c != JOINER).count() as u32;
        self.offset = self.offset.max(offset);
    }
}

/// Counts in single bytes, as far as they go, which is many at a time.
fn line_ends(text: &str) -> u32 {
    let chunks = text.as_bytes().chunks(255);
    let is_end = |byte: &u8| u8::from(*byte == b'\n');
    chunks
        .map(|chunk| u32::from(chunk.iter().map(is_end).sum::<u8>()))
        .sum()
}
