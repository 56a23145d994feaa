//! Finding by what a reader types: every word must be found, and where it is found decides the order.

use js_sys::JsString;

/// Texts that are searched as one thing, the weightiest first: its name, other names, a description.
pub struct Searched([String; 3]);

/// What each of the texts counts, for a word in it. A word at the beginning of one of its words counts double.
const WEIGHTS: [u32; 3] = [8, 3, 1];

impl Searched {
    pub fn new(name: &str, names: &str, description: &str) -> Self {
        Self([name, names, description].map(folded))
    }

    /// How well it fits; 0 where a word is not in it. The words are folded.
    pub fn fit(&self, words: &[&str]) -> u32 {
        let fits = words.iter().map(|word| self.fit_of(word));
        fits.reduce(|one, other| if one * other == 0 { 0 } else { one + other })
            .unwrap_or(1)
    }

    fn fit_of(&self, word: &str) -> u32 {
        let weighted = self.0.iter().zip(WEIGHTS).map(|(text, weight)| {
            let begins = |(at, _)| {
                text[..at]
                    .chars()
                    .next_back()
                    .is_none_or(|before| before == ' ')
            };
            match text.find(word) {
                None => 0,
                Some(_) if text.match_indices(word).any(begins) => 2 * weight,
                Some(_) => weight,
            }
        });
        weighted.max().unwrap_or_default()
    }
}

/// Without capitals and accents, as people type. The browser knows how; tables of ours would weigh 14 KB.
pub fn folded(text: &str) -> String {
    let text = JsString::from(text).normalize("NFD").to_lower_case();
    let letters = String::from(text);
    let is_accent = |letter: char| ('\u{300}'..='\u{36F}').contains(&letter);
    letters
        .chars()
        .filter(|letter| !is_accent(*letter))
        .collect()
}
