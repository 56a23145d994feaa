//! Lines and columns of a text by bytes, and bytes by lines and columns. However long the text and its lines, each answer
//! costs the same.

use super::problem::Position;

/// Bytes from one count of characters to the next.
const STEP: usize = 256;

/// A text, and what makes looking things up in it quick.
#[derive(Clone, Debug)]
pub struct LineIndex<'a> {
    text: &'a str,
    /// The byte at which each line begins.
    lines: Vec<usize>,
    /// Characters that begin before each `STEP`th byte.
    characters: Vec<usize>,
}

impl<'a> LineIndex<'a> {
    pub fn new(text: &'a str) -> Self {
        let newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let lines = std::iter::once(0).chain(newlines.map(|(at, _)| at + 1));
        let mut before = 0;
        let characters = text.as_bytes().chunks(STEP).map(|step| {
            let here = before;
            before += count(step);
            here
        });
        Self {
            characters: characters.collect(),
            lines: lines.collect(),
            text,
        }
    }

    /// The position of the byte at which a character begins, or of the end of the text.
    pub fn position(&self, offset: usize) -> Position {
        let line = self.lines.partition_point(|start| *start <= offset);
        Position {
            line,
            column: self.before(offset) - self.before(self.lines[line - 1]) + 1,
        }
    }

    /// The byte at a position; the end of the line, or of the text, where it has no such position.
    pub fn offset(&self, position: Position) -> usize {
        let Some(start) = self.lines.get(position.line.saturating_sub(1)) else {
            return self.text.len();
        };
        let end = self
            .lines
            .get(position.line)
            .map_or(self.text.len(), |next| next - 1);
        let wanted = self.before(*start) + position.column.saturating_sub(1);
        let step = self.characters.partition_point(|before| *before <= wanted);
        let step = (step.saturating_sub(1) * STEP).max(*start);
        let rest = self.text.as_bytes()[step..end].iter().enumerate();
        let mut characters = rest.filter(|(_, byte)| begins_character(**byte));
        let missing = wanted - self.before(step);
        characters.nth(missing).map_or(end, |(at, _)| step + at)
    }

    /// Characters that begin before a byte.
    fn before(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        match self.characters.get(offset / STEP) {
            Some(before) => before + count(&self.text.as_bytes()[offset / STEP * STEP..offset]),
            None => self.characters.last().map_or(0, |before| {
                before + count(&self.text.as_bytes()[offset - STEP..])
            }),
        }
    }
}

fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| begins_character(**byte)).count()
}

fn begins_character(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_found_in_any_order() {
        let text = "ä one\ntwo\n\nfoür";
        let index = LineIndex::new(text);
        for (line, column, rest) in [
            (1, 3, "one\ntwo\n\nfoür"),
            (4, 3, "ür"),
            (2, 1, "two\n\nfoür"),
            (3, 1, "\nfoür"),
            (4, 4, "r"),
            (1, 1, text),
        ] {
            let position = Position { line, column };
            let offset = index.offset(position);
            assert_eq!(&text[offset..], rest);
            assert_eq!(index.position(offset), position);
        }
        assert_eq!(index.offset(Position { line: 2, column: 9 }), 10);
        assert_eq!(index.offset(Position { line: 9, column: 1 }), text.len());
        assert_eq!(index.position(text.len()), Position { line: 4, column: 5 });
    }

    #[test]
    fn every_character_of_a_long_line_has_its_column() {
        for unit in ["a", "ä", "漢", "🦀"] {
            let text = ["first\n", &unit.repeat(1024), "\nlast"].concat();
            let index = LineIndex::new(&text);
            for column in 1..=1025 {
                let position = Position { line: 2, column };
                let offset = 6 + (column - 1) * unit.len();
                assert_eq!(index.offset(position), offset, "{unit} {column}");
                assert_eq!(index.position(offset), position, "{unit} {column}");
            }
        }
        let empty = LineIndex::new("");
        assert_eq!(empty.position(0), Position::START);
        assert_eq!(empty.offset(Position { line: 1, column: 7 }), 0);
    }
}
