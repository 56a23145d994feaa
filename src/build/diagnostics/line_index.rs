//! Lines and columns of a text by bytes, and bytes by lines and columns. Asked for in the order of the text, all places
//! together cost one walk through it.

use super::problem::Position;

/// A text, and where in it was last looked.
#[derive(Clone, Debug)]
pub struct Places<'a> {
    text: &'a str,
    offset: usize,
    position: Position,
}

impl<'a> Places<'a> {
    pub fn new(text: &'a str) -> Self {
        let (offset, position) = (0, Position::START);
        Self {
            text,
            offset,
            position,
        }
    }

    /// The place of a byte at which a character begins.
    pub fn position(&mut self, offset: usize) -> Position {
        if offset < self.offset {
            *self = Self::new(self.text);
        }
        let passed = self.text.get(self.offset..offset).unwrap_or_default();
        let line = match passed.rfind('\n') {
            Some(newline) => {
                self.position.line += passed.matches('\n').count();
                self.position.column = 1;
                &passed[newline + 1..]
            }
            None => passed,
        };
        self.position.column += line.chars().count();
        self.offset += passed.len();
        self.position
    }

    /// The byte at a place; the end of the line, or of the text, where it has no such place.
    pub fn offset(&mut self, position: Position) -> usize {
        if position < self.position {
            *self = Self::new(self.text);
        }
        while self.position.line < position.line {
            let Some(newline) = self.text[self.offset..].find('\n') else {
                return self.text.len();
            };
            self.offset += newline + 1;
            self.position.line += 1;
            self.position.column = 1;
        }
        let on_line = self.text[self.offset..].chars().take_while(|c| *c != '\n');
        let wanted = position.column.saturating_sub(self.position.column);
        for character in on_line.take(wanted) {
            self.offset += character.len_utf8();
            self.position.column += 1;
        }
        self.offset
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_in_any_order() {
        let text = "ä one\ntwo\n\nfoür";
        let mut places = Places::new(text);
        for (line, column, rest) in [
            (1, 3, "one\ntwo\n\nfoür"),
            (4, 3, "ür"),
            (2, 1, "two\n\nfoür"),
            (3, 1, "\nfoür"),
            (4, 4, "r"),
            (1, 1, text),
        ] {
            let position = Position { line, column };
            let offset = places.offset(position);
            assert_eq!(&text[offset..], rest);
            assert_eq!(places.position(offset), position);
            assert_eq!(Places::new(text).position(offset), position);
        }
        assert_eq!(places.offset(Position { line: 2, column: 9 }), 10);
        assert_eq!(places.offset(Position { line: 9, column: 1 }), text.len());
    }
}
