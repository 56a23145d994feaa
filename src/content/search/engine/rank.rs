//! Which articles are found, and in which order.
//!
//! An article has to have every word. A word that is in so many articles that not all are listed decides the order alone.

use super::Work;
use super::expand::{Form, Wanted};
use crate::content::search::order::{highest_first, ordered, pair};
use crate::content::search::query::{Clause, Filter, FilterKind, Query};
use crate::content::search::root::Root;
use crate::content::search::snippet::Sought;
use crate::content::search::terms::{Posting, entries, filter_term, postings};
use crate::content::search::token::{Purpose, words};
use std::ops::Range;

/// Articles, and which words of theirs were looked for.
#[derive(Default)]
pub struct Ranking {
    /// The best first.
    pub articles: Vec<Ranked>,
    pub sought: Sought,
    /// Clauses that only an article's text can decide, by their indices.
    pub unsure: Vec<usize>,
}

pub struct Ranked {
    pub document: u32,
    score: f32,
    /// The best first.
    pub sections: Vec<u32>,
}

/// A clause in a section; or a word of it, until it is known which sections have all.
#[derive(Clone, Copy)]
struct Hit {
    document: u32,
    section: u32,
    /// Its index.
    part: usize,
    score: f32,
}

impl Hit {
    /// A number in the order of articles, sections and parts.
    fn place(&self) -> u64 {
        pair(self.document, self.section << 8 | self.part as u32)
    }

    fn is_beside(&self, other: &Self) -> bool {
        (self.document, self.section) == (other.document, other.section)
    }
}

/// Where something is found.
#[derive(Default)]
struct Hits {
    hits: Vec<Hit>,
    /// Not all of it is listed.
    is_cut: bool,
}

/// What words in one section are worth beside what they are by themselves.
const TOGETHER: f32 = 0.6;
/// What a section that has all of several words is worth beside that of another.
const COMPLETE: f32 = 2.5;
/// What the newest article has before the oldest.
const RECENCY: f32 = 0.12;
/// Sections of an article that weigh less than this part of its best are not shown.
const WORTH_SHOWING: f32 = 0.3;
/// Sections of one article in the results.
const MAX_SECTIONS: usize = 3;

impl<'a> Work<'a> {
    pub fn rank(&mut self, root: &Root, query: &Query) -> Ranking {
        let mut sought = Sought::default();
        let mut hits = Vec::new();
        let (mut required, mut clauses) = (0u32, 0);
        let wanted = query.clauses.iter().filter(|clause| !clause.is_excluded);
        for clause in wanted {
            let found = self.clause(root, clause, &mut sought);
            let part = clauses;
            hits.extend(found.hits.into_iter().map(|hit| Hit { part, ..hit }));
            required |= u32::from(!found.is_cut) << part;
            clauses += 1;
        }
        let allowed = self.allowed(root, query);
        let mut articles = match clauses {
            0 => unranked(allowed.as_ref(), root),
            _ => ranked(hits, required, clauses, root),
        };
        if let Some(allowed) = &allowed {
            articles.retain(|article| allowed.has(article.document));
        }
        let unsure = self.unsure(root, query, &mut articles);
        let articles = ordered(articles, |article| {
            pair(highest_first(article.score), u32::MAX - article.document)
        });
        Ranking {
            articles,
            sought,
            unsure,
        }
    }

    /// Takes out the articles that have what is excluded. Answers which clauses that has not decided: phrases, and words
    /// of which not all articles are listed.
    fn unsure(&mut self, root: &Root, query: &Query, articles: &mut Vec<Ranked>) -> Vec<usize> {
        let mut unsure = Vec::new();
        for (index, clause) in query.clauses.iter().enumerate() {
            let is_phrase = clause.is_phrase && clause.words.len() > 1;
            let excluded = match clause.is_excluded && !is_phrase {
                true => self.clause(root, clause, &mut Sought::default()),
                false => Hits::default(),
            };
            if is_phrase || excluded.is_cut {
                unsure.push(index);
            }
            let hits = excluded.hits;
            let is_in = |document: u32| hits.binary_search_by_key(&document, |hit| hit.document);
            articles.retain(|article| is_in(article.document).is_err());
        }
        unsure
    }

    /// The sections that have all words of a clause.
    fn clause(&mut self, root: &Root, clause: &Clause, sought: &mut Sought) -> Hits {
        let mut all = Vec::new();
        let mut required = 0u32;
        for (part, word) in clause.words.iter().enumerate() {
            let is_last = part + 1 == clause.words.len();
            let wanted = match clause.is_open && is_last {
                true => Wanted::Beginning,
                false => Wanted::Family,
            };
            let corrects = !clause.is_phrase && !clause.is_excluded;
            // What cannot be had decides nothing.
            let was_incomplete = std::mem::take(&mut self.answer.is_incomplete);
            let mut forms = self.forms(root, word, wanted, corrects);
            let is_missing = self.answer.is_incomplete;
            self.answer.is_incomplete |= was_incomplete;
            if clause.is_phrase {
                forms.retain(|form| form.term == *word);
            }
            if wanted == Wanted::Beginning {
                sought.beginning = Some(word.clone());
            }
            let terms = forms.iter().map(|form| form.term.clone());
            sought.words.push(terms.collect());
            let found = hits_of(&forms, part, root);
            required |= u32::from(!found.is_cut && !is_missing) << part;
            all.extend(found.hits);
        }
        let all = ordered(all, Hit::place);
        let groups = all.chunk_by(Hit::is_beside);
        let whole = groups.filter(|group| {
            let present = group.iter().fold(0, |parts, hit| parts | 1u32 << hit.part);
            present & required == required
        });
        Hits {
            hits: whole
                .map(|group| Hit {
                    score: group.iter().map(|hit| hit.score).sum(),
                    ..group[0]
                })
                .collect(),
            is_cut: required == 0,
        }
    }

    /// The articles that the filters let through; nothing where there are none.
    fn allowed(&mut self, root: &Root, query: &Query) -> Option<Allowed> {
        let mut allowed: Option<Allowed> = None;
        for filter in &query.filters {
            let one = match filter.kind {
                FilterKind::Before | FilterKind::After => {
                    Allowed::Range(articles_of_days(root, filter))
                }
                FilterKind::Tag => self.named(root, 't', &filter.value),
                FilterKind::Author => self.named(root, 'a', &filter.value),
                FilterKind::In => self.named(root, 's', &filter.value),
            };
            allowed = Some(match allowed {
                Some(other) => other.and(one),
                None => one,
            });
        }
        allowed
    }

    /// The articles with a tag, an author or a section whose name begins so.
    fn named(&mut self, root: &Root, letter: char, value: &str) -> Allowed {
        let name = words(value, Purpose::Query).join("-");
        let beginning = filter_term(letter, &name);
        let shards: Vec<usize> = root.terms.beginning(&beginning).collect();
        let is_meant = |term: &str| f32::from(u8::from(term.starts_with(&beginning)));
        let mut documents = Vec::new();
        for form in self.terms(&root.terms, &shards, is_meant) {
            entries(form.listing, |document, _| documents.push(document));
        }
        let mut documents = ordered(documents, |document| u64::from(*document));
        documents.dedup();
        Allowed::List(documents)
    }
}

/// Which articles a filter lets through.
enum Allowed {
    Range(Range<u32>),
    /// In order.
    List(Vec<u32>),
}

impl Allowed {
    fn has(&self, document: u32) -> bool {
        match self {
            Self::Range(range) => range.contains(&document),
            Self::List(list) => list.binary_search(&document).is_ok(),
        }
    }

    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Range(one), Self::Range(other)) => {
                Self::Range(one.start.max(other.start)..one.end.min(other.end))
            }
            (Self::List(list), other) | (other, Self::List(list)) => {
                let both = list.into_iter().filter(|document| other.has(*document));
                Self::List(both.collect())
            }
        }
    }
}

/// The articles of the months in which the days are. Which days is decided when it is known on which they appeared.
fn articles_of_days(root: &Root, filter: &Filter) -> Range<u32> {
    let day = filter.day().unwrap_or_default();
    let month = (day >> 9) * 12 + (day >> 5 & 15);
    let is_first = day & 31 <= 1;
    match filter.kind {
        FilterKind::After => root.first_since(month)..root.articles.end,
        _ => root.articles.start..root.first_since(month + u32::from(!is_first)),
    }
}

/// The sections that have a word, in any of its forms.
fn hits_of(forms: &[Form], part: usize, root: &Root) -> Hits {
    let documents = forms
        .iter()
        .map(|form| form.documents)
        .max()
        .unwrap_or_default();
    let rarity = (1.0 + (root.articles.end as f32 + 1.0) / (documents as f32 + 0.5)).ln();
    let mut found = Hits::default();
    for form in forms {
        let listed = postings(form.listing, |posting: Posting| {
            found.hits.push(Hit {
                document: posting.document,
                section: posting.section,
                part,
                score: posting.weight * form.quality * rarity,
            });
        });
        found.is_cut |= (listed as u32) < form.documents;
    }
    // Of several forms in a section, the best counts.
    found.hits = ordered(found.hits, Hit::place);
    found.hits.dedup_by(|next, kept| {
        let is_beside = next.is_beside(kept);
        if is_beside {
            kept.score = kept.score.max(next.score);
        }
        is_beside
    });
    found
}

/// All that the filters let through, the newest first.
fn unranked(allowed: Option<&Allowed>, root: &Root) -> Vec<Ranked> {
    let documents: Vec<u32> = match allowed {
        Some(Allowed::List(list)) => list.clone(),
        // A wrong root could name any number.
        Some(Allowed::Range(range)) => range.clone().rev().take(MAX_UNRANKED).collect(),
        None => Vec::new(),
    };
    let article = |document| Ranked {
        document,
        score: root.recency(document),
        sections: Vec::new(),
    };
    documents.into_iter().map(article).collect()
}

const MAX_UNRANKED: usize = 100_000;

fn ranked(hits: Vec<Hit>, required: u32, clauses: usize, root: &Root) -> Vec<Ranked> {
    let hits = ordered(hits, Hit::place);
    let articles = hits.chunk_by(|one, other| one.document == other.document);
    let whole = articles.filter(|hits| {
        let present = hits.iter().fold(0, |parts, hit| parts | 1u32 << hit.part);
        present & required == required
    });
    let mut best = vec![0f32; clauses];
    whole
        .map(|hits| {
            best.fill(0.0);
            hits.iter()
                .for_each(|hit| best[hit.part] = best[hit.part].max(hit.score));
            let sections = hits.chunk_by(|one, other| one.section == other.section);
            let score_of = |hits: &[Hit]| {
                let score: f32 = hits.iter().map(|hit| hit.score).sum();
                match clauses > 1 && hits.len() == clauses {
                    true => COMPLETE * score,
                    false => score,
                }
            };
            let mut sections: Vec<(u32, f32)> = sections
                .map(|hits| (hits[0].section, score_of(hits)))
                .collect();
            sections = ordered(sections, |(_, score)| highest_first(*score).into());
            let (document, in_best) = (hits[0].document, sections[0].1);
            sections.retain(|(_, score)| *score >= WORTH_SHOWING * in_best);
            let alone: f32 = best.iter().sum();
            Ranked {
                document,
                score: (alone + TOGETHER * in_best) * (1.0 + RECENCY * root.recency(document)),
                sections: sections
                    .iter()
                    .map(|(section, _)| *section)
                    .take(MAX_SECTIONS)
                    .collect(),
            }
        })
        .collect()
}

impl Root {
    /// From 0 for the oldest article to 1 for the newest.
    fn recency(&self, document: u32) -> f32 {
        let count = self.articles.end.saturating_sub(self.articles.start).max(1);
        document.saturating_sub(self.articles.start) as f32 / count as f32
    }
}
