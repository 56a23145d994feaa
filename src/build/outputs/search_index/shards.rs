//! Cuts sorted terms into shards, so that an edit changes few of them: where one ends is told by the terms themselves, and
//! not by how much stands before.

use super::article_terms::digest;
use std::ops::Range;

/// Ranges of items of about this size together, each from half of it to twice as much. An item is a term and its size.
pub fn shards(items: &[(&str, usize)], size: usize) -> Vec<Range<usize>> {
    let mut shards = Vec::new();
    let (mut begin, mut held) = (0, 0);
    for (index, (term, length)) in items.iter().enumerate() {
        let is_long_enough = held >= size / 2;
        // Within the next half, about one term in it.
        let chance = *length as f64 / (size / 2).max(1) as f64;
        let is_boundary = f64::from(scattered(term)) < chance * f64::from(u32::MAX);
        if index > begin && (held + length > 2 * size || (is_long_enough && is_boundary)) {
            shards.push(begin..index);
            (begin, held) = (index, 0);
        }
        held += length;
    }
    if begin < items.len() {
        shards.push(begin..items.len());
    }
    shards
}

/// The digest of words that are nearly the same has nearly the same bits at its top.
fn scattered(term: &str) -> u32 {
    let mixed = digest(term) ^ digest(term) >> 15;
    mixed
        .wrapping_mul(0x2C1B_3C6D)
        .rotate_left(13)
        .wrapping_mul(0x297A_2D39)
}

/// The beginning of a shard: no longer than it must be to stand behind the last term of the one before.
pub fn separator(last: &str, first: &str) -> String {
    let shared = first.char_indices().zip(last.chars());
    let shared = shared.take_while(|((_, one), other)| one == other).count();
    first.chars().take(shared + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(words: &[String], size: usize) -> Vec<&[String]> {
        let items: Vec<(&str, usize)> = words.iter().map(|word| (&**word, 10)).collect();
        let shards = shards(&items, size).into_iter();
        shards.map(|range| &words[range]).collect()
    }

    #[test]
    fn shards_have_a_size_and_hold_everything() {
        let words: Vec<String> = (10_000..13_000).map(|number| number.to_string()).collect();
        let shards = cut(&words, 1_000);
        assert_eq!(shards.concat(), words);
        let sizes: Vec<usize> = shards.iter().map(|shard| 10 * shard.len()).collect();
        let (last, others) = sizes.split_last().unwrap();
        assert!(
            others.iter().all(|size| (500..=2_000).contains(size)),
            "{sizes:?}"
        );
        assert!(*last <= 2_000);
        assert!((20..45).contains(&shards.len()), "{sizes:?}");
    }

    #[test]
    fn one_word_more_changes_one_or_two_shards() {
        let words: Vec<String> = (10_000..13_000).map(|number| number.to_string()).collect();
        let mut more = words.clone();
        more.insert(1_500, "11499x".into());
        let (before, after) = (cut(&words, 1_000), cut(&more, 1_000));
        let new = after.iter().filter(|shard| !before.contains(shard)).count();
        assert!((1..=3).contains(&new), "{new} of {}", after.len());
    }

    #[test]
    fn a_separator_stands_between_two_terms() {
        for (last, first, expected) in [
            ("cab", "cache", "cac"),
            ("a", "ab", "ab"),
            ("", "x", "x"),
            ("東京", "東大", "東大"),
        ] {
            let separator = separator(last, first);
            assert_eq!(separator, expected);
            assert!(last < &*separator && &*separator <= first);
        }
    }
}
