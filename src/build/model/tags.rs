//! Tags: one name and one slug for each, however articles spell it.

use super::library::Tag;
use crate::build::input::read::Source;
use crate::build::input::slug;
use crate::content::article::Term;
use std::collections::{BTreeMap, HashMap};

/// Tags by their names, whatever the case they are written in.
pub struct Tags(HashMap<String, Term>);

impl Tags {
    /// A tag is spelt as most articles spell it; tags whose names make the same slug get a number behind it.
    pub fn of(read: &[Source]) -> Self {
        let mut spellings: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
        for tag in read.iter().flat_map(|source| &source.facts.tags) {
            *spellings
                .entry(tag.to_lowercase())
                .or_default()
                .entry(tag)
                .or_default() += 1;
        }
        let mut taken: HashMap<String, u32> = HashMap::new();
        let term = |(key, spellings): (String, BTreeMap<&str, usize>)| {
            let name = spellings
                .iter()
                .max_by_key(|(_, count)| **count)
                .map_or("", |(spelling, _)| spelling);
            let slug = slug::from_text(name);
            let number = taken.entry(slug.clone()).or_default();
            *number += 1;
            let slug = if *number == 1 {
                slug
            } else {
                [&slug, "-", &number.to_string()].concat()
            };
            (
                key,
                Term {
                    name: name.into(),
                    slug,
                },
            )
        };
        Self(spellings.into_iter().map(term).collect())
    }

    /// Each tag once, in the order the article has them.
    pub fn of_article(&self, source: &Source) -> Vec<Term> {
        let mut terms: Vec<Term> = Vec::new();
        for term in source
            .facts
            .tags
            .iter()
            .filter_map(|tag| self.0.get(&tag.to_lowercase()))
        {
            if !terms.contains(term) {
                terms.push(term.clone());
            }
        }
        terms
    }

    pub fn in_order(self) -> Vec<Tag> {
        let mut tags: Vec<Tag> = self
            .0
            .into_values()
            .map(|term| Tag {
                term,
                articles: Vec::new(),
            })
            .collect();
        tags.sort_by_cached_key(|tag| (tag.term.name.to_lowercase(), tag.term.slug.clone()));
        tags
    }
}
