//! What two articles share, in words for the reader.

use super::index::{Index, tag_term};
use super::{Document, words};

/// How many tags or words a reason names.
const NAMED: usize = 3;

pub fn share_a_tag(index: &Index, article: usize, other: usize) -> bool {
    let others = index.tags(other);
    let is_shared = |&(tag, _): &(u32, f32)| others.iter().any(|&(other, _)| other == tag);
    index.tags(article).iter().any(is_shared)
}

/// The shared tags, the rarest first, as the document `reader` of `article` spells them.
pub fn shared_tags(index: &Index, article: usize, other: usize, reader: &Document) -> Vec<String> {
    let tags = index.tags(article).iter().map(|&(tag, _)| tag);
    let is_shared = |tag: &u32| index.tags(other).iter().any(|(other, _)| other == tag);
    let mut shared: Vec<u32> = tags.filter(is_shared).collect();
    shared.sort_by_key(|&tag| index.frequencies[tag as usize]);
    let spelt = |&tag: &u32| {
        let term = index.terms[tag as usize];
        reader.tags.iter().find(|tag| tag_term(tag) == term)
    };
    let names = shared.iter().filter_map(spelt).take(NAMED);
    names.map(|tag| tag.trim().to_owned()).collect()
}

/// The words that make two articles similar, the one that does most first; identifiers and numbers
/// only if there is no plain word among them.
pub fn shared_words(index: &Index, article: usize, other: usize) -> Vec<String> {
    let others = &index.vectors[other];
    let product = |&(word, weight): &(u32, f32)| {
        let found = others
            .binary_search_by_key(&word, |&(other, _)| other)
            .ok()?;
        Some((index.terms[word as usize], weight * others[found].1))
    };
    let mut shared: Vec<(&str, f32)> = index.vectors[article].iter().filter_map(product).collect();
    shared.sort_by(|one, other| other.1.total_cmp(&one.1));
    if shared.iter().any(|&(word, _)| words::is_plain(word)) {
        shared.retain(|&(word, _)| words::is_plain(word));
    }
    shared
        .iter()
        .take(NAMED)
        .map(|&(word, _)| word.to_owned())
        .collect()
}
