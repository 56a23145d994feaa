//! The text without its markup: its words counted, its beginning kept as an excerpt.

/// Characters of the excerpt, at most.
const LONGEST: usize = 200;

/// Counts words; each Chinese or Japanese character is one.
#[derive(Default)]
pub(super) struct WordCount {
    pub(super) words: u32,
    in_word: bool,
}

impl WordCount {
    pub(super) fn text(&mut self, text: &str) {
        if text.is_ascii() {
            return self.ascii(text);
        }
        for character in text.chars() {
            let (begins, goes_on) = match character {
                'A'..='Z' | 'a'..='z' | '0'..='9' => (!self.in_word, true),
                '\0'..=' ' => (false, false),
                _ => match part(character) {
                    Part::Letter => (!self.in_word, true),
                    Part::Inner => (false, self.in_word),
                    Part::Gap => (false, false),
                    Part::Word => (true, false),
                },
            };
            self.words += u32::from(begins);
            self.in_word = goes_on;
        }
    }

    /// The same for most texts, faster.
    fn ascii(&mut self, text: &str) {
        let (mut words, mut in_word) = (0, self.in_word);
        for byte in text.bytes() {
            let is_letter = byte.is_ascii_alphanumeric();
            words += u32::from(is_letter & !in_word);
            in_word = is_letter | (byte > b' ') & in_word;
        }
        (self.words, self.in_word) = (self.words + words, in_word);
    }

    pub(super) fn gap(&mut self) {
        self.in_word = false;
    }
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
            if self.length == LONGEST {
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
