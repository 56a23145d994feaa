//! Finding by what a reader types: every word must be found, and where it is found decides the order.

/// Texts that are searched as one, the weightiest first: a name, other names, a description. They are folded: without
/// capitals and accents, as people type.
#[derive(Clone, Debug)]
pub struct SearchText(pub [String; 3]);

/// What each of the texts counts, for a word in it. A word at the beginning of one of its words counts double.
const WEIGHTS: [u32; 3] = [8, 3, 1];

impl SearchText {
    /// How well it matches; 0 where a word is not in it. The words are folded.
    pub fn score(&self, words: &[&str]) -> u32 {
        let scores = words.iter().map(|word| self.score_of(word));
        scores
            .reduce(|one, other| if one * other == 0 { 0 } else { one + other })
            .unwrap_or(1)
    }

    fn score_of(&self, word: &str) -> u32 {
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

/// The indices of the highest scores, at most `limit`; of equal ones the first come first. What scores 0 is not found.
pub fn best(scores: impl Iterator<Item = u32>, limit: usize) -> Vec<usize> {
    let mut found: Vec<(u32, usize)> = scores
        .enumerate()
        .filter_map(|(index, score)| (score > 0).then_some((score, index)))
        .collect();
    found.sort_by_key(|(score, _)| u32::MAX - score);
    found.truncate(limit);
    found.into_iter().map(|(_, index)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(name: &str, names: &str, description: &str) -> SearchText {
        SearchText([name, names, description].map(str::to_owned))
    }

    #[test]
    fn every_word_must_be_found() {
        let text = text("a cache is a promise", "caching ada", "on promises");
        assert_eq!(text.score(&["cache", "missing"]), 0);
        assert!(text.score(&["cache", "ada"]) > 0);
        assert_eq!(text.score(&[]), 1);
    }

    #[test]
    fn a_name_counts_most_and_the_beginning_of_a_word_double() {
        let texts = [
            text("cache", "", ""),
            text("the cache", "", ""),
            text("geocache", "", ""),
            text("", "cache", ""),
            text("", "geocache", ""),
            text("", "", "cache"),
            text("", "", "geocache"),
        ];
        let scores = texts.map(|text| text.score(&["cache"]));
        assert_eq!(scores, [16, 16, 8, 6, 3, 2, 1]);
    }

    #[test]
    fn the_best_come_first_and_of_equals_the_first() {
        assert_eq!(best([1, 0, 3, 1, 3].into_iter(), 3), [2, 4, 0]);
        assert_eq!(best([0, 0].into_iter(), 3), [0; 0]);
    }
}
