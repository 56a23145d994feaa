//! A text with parts replaced, and which place of the source each place of it comes from.

use crate::build::diagnostics::line_index::LineIndex;
use crate::build::diagnostics::problem::Position;

/// A text in the making. Parts are replaced in the order of the source.
pub struct Edits<'a> {
    source: &'a str,
    text: String,
    /// Up to where `source` is in `text`.
    taken: usize,
    edits: Vec<Edit>,
}

/// A part of the source ends at one byte, and what stands in its place ends at another.
#[derive(Clone, Debug)]
struct Edit {
    source_start: usize,
    source_end: usize,
    text_start: usize,
    text_end: usize,
}

/// Where a text comes from that was made from another.
#[derive(Clone, Debug)]
pub struct Origin {
    pub source: String,
    edits: Vec<Edit>,
}

impl<'a> Edits<'a> {
    pub fn new(source: &'a str) -> Self {
        Self {
            source,
            text: String::with_capacity(source.len()),
            taken: 0,
            edits: Vec::new(),
        }
    }

    /// Puts `text` in the place of the bytes from `start` to `end`. What was replaced before stays replaced.
    pub fn replace(&mut self, start: usize, end: usize, text: &str) {
        let start = start.max(self.taken);
        self.text.push_str(&self.source[self.taken..start]);
        let text_start = self.text.len();
        self.text.push_str(text);
        self.edits.push(Edit {
            source_start: start,
            source_end: end,
            text_start,
            text_end: self.text.len(),
        });
        self.taken = end;
    }

    /// The text; nothing of an origin where it is the source as it was.
    pub fn finish(mut self) -> (String, Option<Origin>) {
        self.text.push_str(&self.source[self.taken..]);
        let (source, edits) = (self.source.to_string(), self.edits);
        let is_other = !edits.is_empty();
        (self.text, is_other.then_some(Origin { source, edits }))
    }
}

/// The places of a text, in the source that it was made from.
pub struct Origins<'a> {
    origin: &'a Origin,
    text: LineIndex<'a>,
    source: LineIndex<'a>,
}

impl Origin {
    /// For places of `text`, which is what came out.
    pub fn positions<'a>(&'a self, text: &'a str) -> Origins<'a> {
        Origins {
            origin: self,
            text: LineIndex::new(text),
            source: LineIndex::new(&self.source),
        }
    }
}

impl Origins<'_> {
    /// The place in the source that a place in the text comes from.
    pub fn position(&mut self, position: Position) -> Position {
        let offset = self.text.offset(position);
        let edits = &self.origin.edits;
        let before = edits.partition_point(|edit| edit.text_start <= offset);
        let offset = match before.checked_sub(1).map(|last| &edits[last]) {
            Some(edit) if offset < edit.text_end => edit.source_start,
            Some(edit) => edit.source_end + (offset - edit.text_end),
            None => offset,
        };
        self.source.position(offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_that_of_the_source() {
        let source = "one [A]\ntwo [B]\nthree";
        let mut edits = Edits::new(source);
        edits.replace(4, 7, "a\nlonger\ntext");
        edits.replace(12, 15, "");
        let (text, origin) = edits.finish();
        assert_eq!(text, "one a\nlonger\ntext\ntwo \nthree");
        let origin = origin.unwrap();
        for ((line, column), (source_line, source_column)) in [
            ((1, 2), (1, 2)),
            ((1, 5), (1, 5)),
            ((2, 3), (1, 5)),
            ((3, 5), (1, 8)),
            ((4, 2), (2, 2)),
            ((4, 5), (2, 8)),
            ((5, 3), (3, 3)),
        ] {
            let found = origin.positions(&text).position(Position { line, column });
            assert_eq!((found.line, found.column), (source_line, source_column));
        }
    }
}
