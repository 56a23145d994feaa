//! What results say: titles and headings from shards of facts, snippets from the texts themselves.
//!
//! The texts also decide what the index cannot: whether words follow each other, and whether a word is really missing
//! that nearly every article has.

use super::rank::{Ranked, Ranking};
use super::{Found, FoundSection, TextKey, Work};
use crate::content::search::facts::{self, Document};
use crate::content::search::fold::folded;
use crate::content::search::plain::Section;
use crate::content::search::query::{Clause, FilterKind, Query};
use crate::content::search::root::Root;
use crate::content::search::snippet::{Marked, Sought, has_phrase};

/// Articles that are looked at for each result, because phrases may be in none of them.
const LOOKED_AT: usize = 3;

impl<'a> Work<'a> {
    pub fn show(
        &mut self,
        root: &Root,
        query: &Query,
        ranking: &Ranking,
        limit: usize,
        snippets: usize,
    ) {
        let unsure = ranking.unsure.iter();
        let checks: Vec<&Clause> = unsure
            .filter_map(|index| query.clauses.get(*index))
            .collect();
        self.answer.count = ranking.articles.len() as u32;
        let mut under_way = 0;
        for article in ranking.articles.iter().take(LOOKED_AT * limit) {
            if self.answer.found.len() + under_way >= limit {
                break;
            }
            let Some(document) = self.facts(root, article.document) else {
                under_way += usize::from(!self.answer.wanted_files.is_empty());
                continue;
            };
            let key = TextKey {
                is_page: document.is_page,
                slug: document.slug.clone(),
            };
            let wants_text = !checks.is_empty() || self.answer.found.len() < snippets;
            let text = if wants_text {
                self.text(&key)
            } else {
                Some(None)
            };
            let fits = match text {
                None if !checks.is_empty() => {
                    under_way += 1;
                    continue;
                }
                text => {
                    let sections = text.flatten().unwrap_or_default();
                    self.answer.is_incomplete |= !checks.is_empty() && sections.is_empty();
                    appeared(&document, query)
                        && checks
                            .iter()
                            .all(|clause| holds(&document, sections, clause))
                }
            };
            match fits {
                true => {
                    let sections = text.flatten().unwrap_or_default();
                    let found = found(document, article, sections, &ranking.sought);
                    self.answer.found.push(found);
                }
                false => self.answer.count -= 1,
            }
        }
    }

    fn facts(&mut self, root: &Root, document: u32) -> Option<Document> {
        let path = root.facts_path(document)?;
        let shard = self.file(&path)?;
        let facts = facts::read(shard, document % root.facts_in_shard.max(1));
        self.answer.is_incomplete |= facts.is_none();
        facts
    }
}

/// Whether it appeared on one of the days that are asked for.
fn appeared(document: &Document, query: &Query) -> bool {
    query
        .filters
        .iter()
        .all(|filter| match (filter.kind, filter.day()) {
            (FilterKind::Before, Some(day)) => document.day < day,
            (FilterKind::After, Some(day)) => document.day >= day,
            _ => true,
        })
}

/// Whether a text has a phrase, or has not what is excluded.
fn holds(document: &Document, sections: &[Section], clause: &Clause) -> bool {
    let has = |text: &str| has_phrase(text, &clause.words);
    let in_text = |section: &Section| has(&section.text) || has(&section.heading);
    let is_there =
        has(&document.title) || has(&document.description) || sections.iter().any(in_text);
    is_there != clause.is_excluded
}

fn found(document: Document, article: &Ranked, sections: &[Section], sought: &Sought) -> Found {
    let lead = sections
        .first()
        .map(|section| &*section.text)
        .unwrap_or_default();
    let (snippet, passage) = match sought.is_in(lead) {
        true => (
            sought.snippet(lead),
            sought.passage(lead).unwrap_or_default(),
        ),
        false => (sought.marked(&document.description), String::new()),
    };
    let below = article.sections.iter().filter(|section| **section > 0);
    let below = below.filter_map(|section| section_found(&document, *section, sections, sought));
    Found {
        sections: below.collect(),
        is_page: document.is_page,
        title: sought.marked(&document.title),
        slug: document.slug,
        day: document.day,
        snippet,
        passage,
    }
}

fn section_found(
    document: &Document,
    number: u32,
    sections: &[Section],
    sought: &Sought,
) -> Option<FoundSection> {
    let index = number as usize;
    let anchor = document.headings.get(index - 1)?;
    let name = folded(&anchor.text);
    let is_it = |section: &&Section| folded(&section.heading) == name;
    // Where Markdown has a heading that we do not know, the names decide.
    let at_its_place = sections.get(index).filter(is_it);
    let section = at_its_place.or_else(|| sections.iter().skip(1).find(is_it));
    let text = section.map(|section| &*section.text).unwrap_or_default();
    Some(FoundSection {
        id: anchor.id.clone(),
        heading: sought.marked(&anchor.text),
        snippet: match text {
            "" => Marked::new(),
            text => sought.snippet(text),
        },
        passage: sought.passage(text).unwrap_or_default(),
    })
}
