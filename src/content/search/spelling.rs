//! Shards of words alone, for what is mistyped: in their order, and once more written backwards. A word with one mistake
//! begins right or ends right.

use super::shard::{Kind, Reader, Writer};
use super::typo::Typo;

/// In letters: what is shorter is not corrected, what is longer is hardly typed.
const LENGTHS: std::ops::RangeInclusive<usize> = 4..=24;

/// How many letters at one end are taken to be right.
pub const CERTAIN: usize = 3;

/// Whether a term is a word that may be mistyped.
pub fn is_spelt(term: &str) -> bool {
    let is_letter = |letter: char| letter.is_alphabetic() && letter < '\u{E00}';
    term.chars().all(is_letter) && LENGTHS.contains(&term.chars().count())
}

pub fn reversed(term: &str) -> String {
    term.chars().rev().collect()
}

/// Words in order, each with the number of articles it is in, roughly.
pub fn write<'a>(words: impl Iterator<Item = (&'a str, u32)>) -> Vec<u8> {
    let mut shard = Writer::new(Kind::Spelling);
    let mut before = "";
    for (word, documents) in words {
        shard.sorted_text(word, before);
        shard.byte(documents.checked_ilog2().unwrap_or_default() as u8);
        before = word;
    }
    shard.finish()
}

/// A word that may be meant.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    pub word: String,
    pub distance: usize,
    /// Binary logarithm of the number of articles.
    pub frequency: u8,
}

/// The words of a shard that are near what is typed; nothing where it is no such shard.
pub fn candidates(shard: &[u8], typo: &mut Typo, is_reversed: bool) -> Option<Vec<Candidate>> {
    let mut reader = Reader::new(Kind::Spelling, shard)?;
    let mut word = String::new();
    let mut found = Vec::new();
    while !reader.is_empty() {
        reader.sorted_text(&mut word)?;
        let frequency = reader.byte()?;
        let spelt = match is_reversed {
            true => reversed(&word),
            false => word.clone(),
        };
        if let Some(distance) = typo.distance(&spelt) {
            found.push(Candidate {
                word: spelt,
                distance,
                frequency,
            });
        }
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_found_in_both_directions() {
        let shard = write([("cable", 1), ("cache", 9), ("cached", 2)].into_iter());
        let found = candidates(&shard, &mut Typo::of("cahce", false), false).unwrap();
        let cache = Candidate {
            word: "cache".into(),
            distance: 1,
            frequency: 3,
        };
        assert_eq!(found, std::slice::from_ref(&cache));
        let shard = write([("ehcac", 9), ("elbac", 1)].into_iter());
        let found = candidates(&shard, &mut Typo::of("xache", false), true).unwrap();
        assert_eq!(found, [cache]);
        assert_eq!(
            candidates(b"<html>", &mut Typo::of("cache", false), false),
            None
        );
    }

    #[test]
    fn keys_numbers_and_pairs_are_not_spelt() {
        for (term, is_one) in [
            ("cache", true),
            ("größe", true),
            ("api", false),
            ("2026", false),
            ("b2b4", false),
            ("東京", false),
        ] {
            assert_eq!(is_spelt(term), is_one, "{term}");
        }
    }
}
