//! The index of the search: small files, of which a reader loads those that a query needs.
//!
//! 1. `text`: each article's HTML as the text of its sections.
//! 2. `words`: the terms of each article, all articles in parallel.
//! 3. Merged by term, in parallel, and cut into shards (`shards`).
//! 4. The root names all shards. It alone has a name that stays.
//!
//! It is a function of the content alone. Articles are numbered from the oldest on, so that a new one changes only the
//! shards of its own words.

mod article_terms;
mod section_texts;
mod shards;

use crate::build::enrich::rendered_site::{EnrichedArticle, LoadedSite};
use crate::build::store::fingerprint;
use crate::build::store::output::{Maker, OutputFiles};
use crate::content::search::engine::ROOT;
use crate::content::search::facts::{self, Document};
use crate::content::search::root::{Directory, Name, Root};
use crate::content::search::spelling::{self, is_spelt, reversed};
use crate::content::search::terms::{self, Listing, MAX_LISTED, entries, strongest};
use article_terms::{DocumentTerms, GROUPS, Places};
use rayon::prelude::*;
use shards::{separator, shards};
use std::collections::HashMap;

/// Pages have the numbers before the oldest article's, which is a multiple of this: a new page seldom changes a number.
const PAGES: usize = 32;

/// A term of the whole site.
struct Term<'a> {
    term: &'a str,
    documents: u32,
    listing: Vec<u8>,
}

/// Sizes that grow with the blog, in steps.
struct Sizes {
    /// Bytes of a shard of terms.
    terms: usize,
    /// Bytes of a shard of words alone.
    spelling: usize,
    /// Documents whose facts are in one shard.
    facts: usize,
}

pub fn search_index(loaded: &LoadedSite) -> OutputFiles {
    let texts = documents(loaded);
    let terms = merged(&texts);
    let sizes = Sizes::of(loaded.articles.len());
    let mut files = OutputFiles::of(Maker::part("the index of the search"));
    let (articles_start, facts) = add_facts(loaded, &texts, sizes.facts, &mut files);
    let articles_end = articles_start + loaded.articles.len() as u32;
    let weights: Vec<(&str, usize)> = (terms.iter())
        .map(|term| (term.term, term.term.len() + term.listing.len() + 4))
        .collect();
    let shard = |terms: &[Term]| {
        let terms = terms.iter();
        terms::write(terms.map(|term| (term.term, term.documents, &*term.listing)))
    };
    let root = Root {
        articles: articles_start..articles_end,
        facts_in_shard: sizes.facts as u32,
        languages: languages(loaded),
        months: months(loaded, articles_start),
        terms: add(&weights, sizes.terms, &mut files, |range| {
            shard(&terms[range])
        }),
        spelling: add_spelling(&terms, sizes.spelling, &mut files, str::to_owned),
        reversed: add_spelling(&terms, sizes.spelling, &mut files, reversed),
        facts,
    };
    files.insert(ROOT, root.write());
    files
}

impl Sizes {
    fn of(articles: usize) -> Self {
        let (terms, facts) = match articles {
            0..=16_384 => (10_000, 8),
            16_385..=65_536 => (16_000, 16),
            _ => (24_000, 32),
        };
        Self {
            terms,
            spelling: 12_000,
            facts,
        }
    }
}

/// Pages in order of their paths, then articles from the oldest on.
fn documents(loaded: &LoadedSite) -> Vec<DocumentTerms> {
    let mut places: HashMap<usize, Vec<[&str; 2]>> = HashMap::new();
    for section in &loaded.sections {
        for article in &section.articles {
            let list = places.entry(*article).or_default();
            list.push([&section.title, &section.path]);
        }
    }
    let terms = |(index, article): (usize, &EnrichedArticle)| {
        let mut all = Places(places.get(&index).cloned().unwrap_or_default());
        let series = article.article.series.iter();
        all.0
            .extend(series.map(|series| [&*series.name, &*series.slug]));
        DocumentTerms::of(article, false, &all)
    };
    let pages = loaded.pages.par_iter();
    let pages = pages.map(|page| DocumentTerms::of(page, true, &Places(Vec::new())));
    let articles = loaded.articles.par_iter().enumerate().rev().map(terms);
    pages.chain(articles).collect()
}

fn number_of(document: usize, pages: usize) -> u32 {
    match document.checked_sub(pages) {
        None => document as u32,
        Some(article) => (pages.next_multiple_of(PAGES) + article) as u32,
    }
}

/// All terms in order.
fn merged(texts: &[DocumentTerms]) -> Vec<Term<'_>> {
    let pages = texts.iter().filter(|text| text.document.is_page).count();
    let groups = (0..GROUPS).into_par_iter().flat_map_iter(|group| {
        let mut listings: HashMap<&str, Listing> = HashMap::new();
        for (document, text) in texts.iter().enumerate() {
            for (term, sections) in text.of_group(group) {
                let listing = listings.entry(term).or_default();
                listing.push(number_of(document, pages), sections);
            }
        }
        listings.into_iter().map(|(term, listing)| Term {
            term,
            documents: listing.count,
            listing: match listing.count as usize > MAX_LISTED && !term.starts_with('\u{1}') {
                true => cut(&listing.bytes()),
                false => listing.bytes(),
            },
        })
    });
    let mut terms: Vec<Term> = groups.collect();
    terms.par_sort_unstable_by_key(|term| term.term);
    terms
}

/// The articles in which a term weighs most; of equals the newest.
fn cut(listing: &[u8]) -> Vec<u8> {
    let mut all = Vec::new();
    entries(listing, |document, sections| {
        all.push((strongest(sections), document, sections));
    });
    all.sort_unstable_by(|one, other| other.cmp(one));
    all.truncate(MAX_LISTED);
    all.sort_unstable_by_key(|(_, document, _)| *document);
    let mut kept = Listing::default();
    all.iter()
        .for_each(|(_, document, sections)| kept.push(*document, sections));
    kept.bytes()
}

/// The files of all shards, in parallel, and where each begins.
fn add(
    items: &[(&str, usize)],
    size: usize,
    files: &mut OutputFiles,
    write: impl Fn(std::ops::Range<usize>) -> Vec<u8> + Sync,
) -> Directory {
    let ranges = shards(items, size);
    let written: Vec<(String, Name, Vec<u8>)> = ranges
        .into_par_iter()
        .map(|range| {
            let first = match range.start {
                0 => String::new(),
                start => separator(items[start - 1].0, items[start].0),
            };
            let bytes = write(range);
            (first, name(&bytes), bytes)
        })
        .collect();
    let mut directory = Directory::default();
    for (first, name, bytes) in written {
        directory.0.push((first, name));
        let path = directory.path(directory.0.len() - 1);
        files.insert(path.unwrap_or_default(), bytes);
    }
    directory
}

fn add_spelling(
    terms: &[Term],
    size: usize,
    files: &mut OutputFiles,
    spelt: impl Fn(&str) -> String,
) -> Directory {
    let words = terms.iter().filter(|term| is_spelt(term.term));
    let mut words: Vec<(String, u32)> = words
        .map(|term| (spelt(term.term), term.documents))
        .collect();
    words.sort_unstable();
    let items: Vec<(&str, usize)> = words.iter().map(|(word, _)| (&**word, 5)).collect();
    add(&items, size, files, |range| {
        let words = words[range].iter();
        spelling::write(words.map(|(word, documents)| (&**word, *documents)))
    })
}

/// The number of the oldest article, and the names of all shards.
fn add_facts(
    loaded: &LoadedSite,
    texts: &[DocumentTerms],
    size: usize,
    files: &mut OutputFiles,
) -> (u32, Vec<[u8; 3]>) {
    let articles_start = number_of(loaded.pages.len(), loaded.pages.len());
    let nothing = Document::default();
    let (pages, articles) = texts.split_at(loaded.pages.len());
    let gap = articles_start as usize - pages.len();
    let documents: Vec<&Document> = (pages.iter().map(|text| &text.document))
        .chain(std::iter::repeat_n(&nothing, gap))
        .chain(articles.iter().map(|text| &text.document))
        .collect();
    let mut root = Root {
        facts_in_shard: size as u32,
        ..Root::default()
    };
    for (shard, documents) in documents.chunks(size).enumerate() {
        let bytes = facts::write(documents.iter().copied());
        let [a, b, c, ..] = name(&bytes);
        root.facts.push([a, b, c]);
        let path = root.facts_path((shard * size) as u32).unwrap_or_default();
        if documents.iter().any(|document| !document.slug.is_empty()) {
            files.insert(path, bytes);
        }
    }
    (articles_start, root.facts)
}

fn name(bytes: &[u8]) -> Name {
    let [a, b, c, d, e, ..] = fingerprint::digest(bytes);
    [a, b, c, d, e]
}

/// Of the site and of all texts, without regions.
fn languages(loaded: &LoadedSite) -> Vec<String> {
    let texts = loaded.texts().map(|text| &*text.article.lang);
    let codes = std::iter::once(&*loaded.site.language).chain(texts);
    let codes = codes.filter_map(|tag| tag.split('-').next());
    let mut codes: Vec<String> = codes.map(str::to_ascii_lowercase).collect();
    codes.retain(|code| !code.is_empty());
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// Each month in which something appeared, with its first article.
fn months(loaded: &LoadedSite, first: u32) -> Vec<(u32, u32)> {
    let mut months: Vec<(u32, u32)> = Vec::new();
    for (number, article) in (first..).zip(loaded.articles.iter().rev()) {
        let date = article.article.published.map(|moment| moment.date());
        let month = date.map_or(0, |date| u32::from(date.year) * 12 + u32::from(date.month));
        if months.last().is_none_or(|(last, _)| *last < month) {
            months.push((month, number));
        }
    }
    months
}
