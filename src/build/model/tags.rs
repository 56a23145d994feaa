//! Tags: one name and one slug for each, however articles spell it.

use super::entry::Entry;
use crate::build::input::slug::UniqueSlugs;
use crate::build::input::source::Source;
use crate::content::article::Term;
use std::collections::{BTreeMap, HashMap, HashSet};

/// A tag and the articles that have it.
pub struct Tag {
    pub term: Term,
    /// Indexes of articles, newest first.
    pub articles: Vec<usize>,
}

/// The name and slug of each tag, by its name in small letters.
pub struct Spellings(HashMap<String, Term>);

impl Spellings {
    /// A tag is spelt as most articles spell it.
    pub fn of(read: &[Source]) -> Self {
        let mut counts: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
        for tag in read.iter().flat_map(|source| &source.front_matter.tags) {
            let spellings = counts.entry(tag.to_lowercase()).or_default();
            *spellings.entry(tag).or_default() += 1;
        }
        let mut slugs = UniqueSlugs::default();
        let term = |(key, spellings): (String, BTreeMap<&str, usize>)| {
            let usual = spellings.iter().max_by_key(|(_, count)| **count);
            let (name, _) = usual.expect("a tag is here because an article spells it");
            let term = Term {
                name: name.to_string(),
                slug: slugs.claim(name),
            };
            (key, term)
        };
        Self(counts.into_iter().map(term).collect())
    }

    /// Each tag once, in the order the article has them.
    pub fn of_article(&self, source: &Source) -> Vec<Term> {
        let tags = source.front_matter.tags.iter();
        let mut slugs: HashSet<&str> = HashSet::new();
        tags.filter_map(|tag| self.0.get(&tag.to_lowercase()))
            .filter(|term| slugs.insert(&term.slug))
            .cloned()
            .collect()
    }
}

/// All tags with their articles, in order of their names.
pub fn lists(articles: &[Entry]) -> Vec<Tag> {
    let mut by_slug: HashMap<&str, Tag> = HashMap::new();
    for (index, entry) in articles.iter().enumerate() {
        for term in &entry.tags {
            let tag = by_slug.entry(&term.slug).or_insert_with(|| Tag {
                term: term.clone(),
                articles: Vec::new(),
            });
            tag.articles.push(index);
        }
    }
    let mut tags: Vec<Tag> = by_slug.into_values().collect();
    tags.sort_by_cached_key(|tag| (tag.term.name.to_lowercase(), tag.term.slug.clone()));
    tags
}
