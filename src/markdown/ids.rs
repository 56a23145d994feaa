//! Ids for headings: readable, no two alike, and none that the page itself could want.

use std::collections::HashMap;

/// Longer ids are cut; nobody types them.
const MAX_LENGTH: usize = 96;

/// Scripts look these up as global names, and an element's id becomes one.
const GLOBAL_NAMES: [&str; 12] = [
    "caches",
    "chrome",
    "crypto",
    "define",
    "exports",
    "global",
    "module",
    "navigation",
    "process",
    "require",
    "safari",
    "scheduler",
];

#[derive(Default)]
pub(super) struct Ids {
    /// Ids in use, each with the next number to try for another of its name.
    used: HashMap<String, u32>,
}

impl Ids {
    /// An id made of the text, with a number behind it if it is taken.
    pub(super) fn claim(&mut self, text: &str) -> String {
        let base = slug(text);
        let mut id = base.clone();
        let mut number = self.used.get(&base).copied().unwrap_or(0);
        while self.used.contains_key(&id) {
            number += 1;
            id.truncate(base.len());
            id.push('-');
            super::escape::number(&mut id, number);
        }
        if number > 0 {
            self.used.insert(base, number);
        }
        self.used.insert(id.clone(), 0);
        id
    }

    /// An id as its author spelt it, if it can stay so.
    pub(super) fn claim_as_written(&mut self, id: &str) -> String {
        if self.used.contains_key(id) || !slug(id).eq_ignore_ascii_case(&id.replace('.', "")) {
            return self.claim(id);
        }
        self.used.insert(id.into(), 0);
        id.into()
    }

    /// The id that a link's fragment means, if there is one: that very one, or else one that was made of such a text.
    pub(super) fn find(&self, fragment: &str) -> Option<String> {
        let written = percent_decoded(fragment);
        let made = slug(&written);
        let is_used = |id: &String| self.used.contains_key(id);
        [written, made].into_iter().find(is_used)
    }
}

/// Small ASCII letters, digits, `_`, other scripts' letters, and single hyphens between them.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for character in text.chars() {
        if slug.len() >= MAX_LENGTH {
            break;
        }
        match character {
            'A'..='Z' | 'a'..='z' | '0'..='9' | '_' => slug.push(character.to_ascii_lowercase()),
            _ if is_gap(character) && (slug.is_empty() || slug.ends_with('-')) => {}
            _ if is_gap(character) => slug.push('-'),
            _ if is_letter(character) => slug.push(small(character)),
            _ => {}
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    if slug.is_empty() {
        slug.push_str("section");
    } else if slug.starts_with("recto-") {
        slug.insert_str(0, "section-");
    } else if GLOBAL_NAMES.contains(&slug.as_str()) {
        slug.push_str("-section");
    }
    slug
}

/// The small letter, in the scripts that most headings with capitals are in. A table of all would be 14 KB.
fn small(character: char) -> char {
    let distance = match character {
        'À'..='Þ' if character != '×' => 32,
        'Ā'..='ķ' | 'Ŋ'..='ŷ' => u32::from(u32::from(character).is_multiple_of(2)),
        'Ĺ'..='ň' | 'Ź'..='ž' => u32::from(!u32::from(character).is_multiple_of(2)),
        'Α'..='Ω' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        _ => 0,
    };
    char::from_u32(u32::from(character) + distance).unwrap_or(character)
}

pub(super) fn is_gap(character: char) -> bool {
    matches!(character, '\t'..='\r' | ' ' | '-' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{3000}')
}

/// Everything beyond ASCII but the blocks of punctuation, symbols and invisible characters.
pub(super) fn is_letter(character: char) -> bool {
    !matches!(character,
        '\0'..='\u{BF}' | '×' | '÷' | '\u{2000}'..='\u{2BFF}' | '\u{2E00}'..='\u{2E7F}'
        | '\u{3001}'..='\u{3004}' | '\u{3008}'..='\u{3030}' | '\u{E000}'..='\u{F8FF}'
        | '\u{FE00}'..='\u{FE6F}' | '\u{FEFF}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}'
        | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}' | '\u{FFE0}'..='\u{FFFF}'
        | '\u{1F000}'..='\u{1FAFF}' | '\u{E0000}'..)
}

/// `%C3%A4` as `ä`; what is not UTF-8 stays as it is.
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = after.get(..2).filter(|_| first == b'%');
        match hex.and_then(|hex| Some(hex_digit(hex[0])? * 16 + hex_digit(hex[1])?)) {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.into())
}

fn hex_digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    }
}
