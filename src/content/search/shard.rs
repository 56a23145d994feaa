//! A file of the index: a head that says what it is, numbers and texts one behind the other, and a sum over all of it.
//!
//! Whatever comes in its place (a page of HTML, half a file, other bytes) is no shard, and reading never panics.

/// What a shard is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Root = 1,
    Terms = 2,
    Spelling = 3,
    Facts = 4,
}

/// Changes when old readers would misread what is written.
const VERSION: u8 = 1;

/// `R`, the kind, the version.
const HEAD: usize = 3;
const SUM: usize = 4;

#[derive(Default)]
pub struct Writer(Vec<u8>);

impl Writer {
    pub fn new(kind: Kind) -> Self {
        Self(vec![b'R', kind as u8, VERSION])
    }

    /// Seven bits in a byte, the lowest first.
    pub fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    pub fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    pub fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    pub fn text(&mut self, text: &str) {
        self.number(text.len() as u32);
        self.bytes(text.as_bytes());
    }

    /// A text that begins as the one before it does.
    pub fn sorted_text(&mut self, text: &str, before: &str) {
        let shared = text.bytes().zip(before.bytes());
        let mut shared = shared.take_while(|(one, other)| one == other).count();
        while !text.is_char_boundary(shared) {
            shared -= 1;
        }
        self.number(shared as u32);
        self.text(&text[shared..]);
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn finish(mut self) -> Vec<u8> {
        let sum = sum(&self.0);
        self.0.extend(sum.to_le_bytes());
        self.0
    }

    /// Without head and sum: a part of a shard.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

/// Reads from the front. Nothing where nothing is left, or what is there cannot be.
#[derive(Clone, Copy)]
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// Nothing where it is no whole shard of this kind and version.
    pub fn new(kind: Kind, shard: &'a [u8]) -> Option<Self> {
        let (rest, _) = shard.split_at_checked(shard.len().checked_sub(SUM)?)?;
        let (head, content) = rest.split_at_checked(HEAD)?;
        (is_whole(shard) && head == [b'R', kind as u8, VERSION]).then_some(Self(content))
    }

    /// Of a part of a shard.
    pub fn of(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many bytes another one of the same text has read further.
    pub fn distance(&self, other: &Self) -> usize {
        self.0.len() - other.0.len()
    }

    pub fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    pub fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    pub fn bytes(&mut self, length: usize) -> Option<&'a [u8]> {
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }

    pub fn text(&mut self) -> Option<&'a str> {
        let length = self.number()? as usize;
        std::str::from_utf8(self.bytes(length)?).ok()
    }

    /// Puts a text in the place of the one before it, as which it begins.
    pub fn sorted_text(&mut self, text: &mut String) -> Option<()> {
        let shared = self.number()? as usize;
        let end = self.text()?;
        if !text.is_char_boundary(shared) {
            return None;
        }
        text.truncate(shared);
        text.push_str(end);
        Some(())
    }
}

/// Whether these are all bytes of a shard.
pub fn is_whole(shard: &[u8]) -> bool {
    let end = shard.len().checked_sub(SUM);
    let parts = end.and_then(|end| shard.split_at_checked(end));
    parts.is_some_and(|(rest, expected)| sum(rest).to_le_bytes() == expected)
}

/// Fowler, Noll and Vo's, of 32 bits: against accidents, not against people, who could as well change the site.
fn sum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811C_9DC5, |sum, byte| {
        (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shard() -> Vec<u8> {
        let mut writer = Writer::new(Kind::Terms);
        for number in [0, 127, 128, u32::MAX] {
            writer.number(number);
        }
        writer.text("café");
        writer.sorted_text("cafés", "cafè");
        writer.finish()
    }

    #[test]
    fn what_is_written_is_read() {
        let shard = shard();
        let mut reader = Reader::new(Kind::Terms, &shard).unwrap();
        for number in [0, 127, 128, u32::MAX] {
            assert_eq!(reader.number(), Some(number));
        }
        let mut text = reader.text().unwrap().to_owned();
        assert_eq!(text, "café");
        assert_eq!(reader.sorted_text(&mut text), Some(()));
        assert_eq!(text, "cafés");
        assert!(reader.is_empty());
        assert_eq!(reader.byte(), None);
    }

    #[test]
    fn anything_else_is_no_shard() {
        let whole = shard();
        for length in 0..whole.len() {
            assert!(Reader::new(Kind::Terms, &whole[..length]).is_none());
        }
        for at in 0..whole.len() {
            let mut other = whole.clone();
            other[at] ^= 0x20;
            assert!(Reader::new(Kind::Terms, &other).is_none());
        }
        assert!(Reader::new(Kind::Facts, &whole).is_none());
        assert!(Reader::new(Kind::Terms, b"<!DOCTYPE html><p>Not here").is_none());
    }
}
