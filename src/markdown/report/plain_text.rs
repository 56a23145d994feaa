//! The text without its markup: its words counted, its beginning kept as an excerpt.

/// Characters of the excerpt, at most.
const MAX_EXCERPT: usize = 200;

/// Counts words; each Chinese or Japanese character is one.
#[derive(Default)]
pub(super) struct WordCount {
    pub(super) words: u32,
    in_word: bool,
}

impl WordCount {
    pub(super) fn text(&mut self, text: &str) {
        let mut rest = text;
        while !rest.is_empty() {
            let (ascii, other) = rest.split_at(ascii_length(rest));
            self.ascii(ascii.as_bytes());
            let mut characters = other.chars();
            if let Some(character) = characters.next() {
                self.other(part(character));
            }
            rest = characters.as_str();
        }
    }

    fn other(&mut self, part: Part) {
        let (begins, goes_on) = match part {
            Part::Letter => (!self.in_word, true),
            Part::Inner => (false, self.in_word),
            Part::Gap => (false, false),
            Part::Word => (true, false),
        };
        self.words += u32::from(begins);
        self.in_word = goes_on;
    }

    /// Many bytes at a time: words begin where a letter follows a gap.
    fn ascii(&mut self, bytes: &[u8]) {
        let [Some(first), Some(last)] = [bytes.first(), bytes.last()] else {
            return;
        };
        let (letters, others) = after_gaps(bytes);
        if others > 0 || !self.in_word && is_other(*first) {
            return self.one_by_one(bytes);
        }
        let begins = !self.in_word && first.is_ascii_alphanumeric();
        self.words += letters + u32::from(begins);
        self.in_word = !is_gap(*last);
    }

    /// The same where a bracket or the like follows a gap.
    fn one_by_one(&mut self, bytes: &[u8]) {
        for byte in bytes {
            let is_letter = byte.is_ascii_alphanumeric();
            self.words += u32::from(is_letter & !self.in_word);
            self.in_word = is_letter | !is_gap(*byte) & self.in_word;
        }
    }

    pub(super) fn gap(&mut self) {
        self.in_word = false;
    }
}

fn ascii_length(text: &str) -> usize {
    let is_other = |byte: u8| !byte.is_ascii();
    match text.is_ascii() {
        true => text.len(),
        false => text.bytes().position(is_other).unwrap_or(text.len()),
    }
}

/// How often a letter follows a gap, and how often something else that is no gap.
fn after_gaps(bytes: &[u8]) -> (u32, u32) {
    let next = bytes.get(1..).unwrap_or_default();
    let mut all = (0, 0);
    for (bytes, next) in bytes.chunks(255).zip(next.chunks(255)) {
        let (mut letters, mut others) = (0u8, 0u8);
        for (byte, next) in bytes.iter().zip(next) {
            letters += u8::from(is_gap(*byte) & next.is_ascii_alphanumeric());
            others += u8::from(is_gap(*byte) & is_other(*next));
        }
        all = (all.0 + u32::from(letters), all.1 + u32::from(others));
    }
    all
}

fn is_gap(byte: u8) -> bool {
    byte <= b' '
}

fn is_other(byte: u8) -> bool {
    !is_gap(byte) & !byte.is_ascii_alphanumeric()
}

/// The first paragraphs that stand at the top level of the text.
#[derive(Default)]
pub(super) struct Excerpt {
    text: String,
    length: usize,
    in_paragraph: bool,
    is_full: bool,
}

impl Excerpt {
    pub(super) fn begin_paragraph(&mut self, is_top: bool) {
        self.in_paragraph = is_top;
        if !self.text.is_empty() {
            self.text(" ");
        }
    }

    pub(super) fn end_paragraph(&mut self) {
        self.in_paragraph = false;
    }

    pub(super) fn text(&mut self, text: &str) {
        if !self.in_paragraph || self.is_full {
            return;
        }
        for character in text.chars() {
            if self.length == MAX_EXCERPT {
                return self.cut();
            }
            self.length += 1;
            self.text.push(character);
        }
    }

    pub(super) fn end(&mut self) {
        self.is_full |= !self.text.is_empty();
    }

    pub(super) fn finish(self) -> String {
        self.text.trim().into()
    }

    /// Ends with a whole word, unless words are not set apart by spaces.
    fn cut(&mut self) {
        self.is_full = true;
        let word_end = self
            .text
            .rfind(' ')
            .filter(|end| *end > self.text.len() / 2);
        match word_end {
            Some(end) => self.text.truncate(end),
            None => {
                self.text.pop();
            }
        }
        self.text
            .truncate(self.text.trim_end_matches([' ', ',', ';', ':']).len());
        self.text.push('…');
    }
}

enum Part {
    /// Begins a word or goes on with it.
    Letter,
    /// Goes on with a word but begins none, as an apostrophe does.
    Inner,
    Gap,
    /// Counts by itself: Chinese and Japanese.
    Word,
}

#[rustfmt::skip]
fn part(character: char) -> Part {
    match character {
        '\u{A0}' | '\u{2000}'..='\u{200B}' | '\u{2013}'..='\u{2015}' | '\u{2026}' => Part::Gap,
        '!'..='\u{BF}' | '\u{2000}'..='\u{2BFF}' | '\u{FE00}'..='\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}' => Part::Inner,
        '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{303F}' | '\u{FF00}'..='\u{FF0F}'
        | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}' => Part::Gap,
        '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FF9F}'
        | '\u{20000}'..='\u{3FFFF}' => Part::Word,
        _ => Part::Letter,
    }
}
