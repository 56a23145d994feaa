//! Articles → vectors of weighted terms (BM25F); the dot product of two vectors is the similarity of
//! two articles, from 0 to 1. Tags and words are scaled apart: few tags weigh against many words.
//!
//! 1. `Fields`: an article's text in lower case.
//! 2. `Fields::count`: its terms, counted, an occurrence being worth what its field is worth.
//! 3. `number`: terms become numbers, plurals the number of their singular.
//! 4. `weigh`: counts become weights, by how rare a term is in the library.

use super::{Document, words};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};

const TITLE: f32 = 5.0;
const TAG_WORDS: f32 = 3.0;
const HEADINGS: f32 = 2.0;
const SERIES: f32 = 2.0;
/// The part of the similarity that tags decide; words decide the rest.
const TAG_SHARE: f32 = 0.25;
/// BM25: how soon repeating a word stops counting, and how far long bodies are scaled down.
const SATURATION: f32 = 4.0;
const LENGTH: f32 = 0.6;

/// An article's text in lower case.
pub struct Fields {
    title: String,
    headings: String,
    body: String,
    pub series: String,
    /// Each with a leading `#`, which keeps it apart from the word.
    tags: Vec<String>,
}

/// Terms (by their number in the index, ascending) and their weights.
pub type Vector = Vec<(u32, f32)>;

pub struct Index<'t> {
    /// In alphabetical order: tags first, because of their `#`.
    pub terms: Vec<&'t str>,
    /// In how many articles each term occurs.
    pub frequencies: Vec<u32>,
    pub vectors: Vec<Vector>,
    /// For each term the articles that have it, and its weight there.
    pub postings: Vec<Vector>,
    tag_count: u32,
}

impl Fields {
    pub fn of(article: &Document) -> Fields {
        Fields {
            title: article.title.to_lowercase(),
            headings: article.headings.to_lowercase(),
            body: article.body.to_lowercase(),
            series: article.series.unwrap_or_default().trim().to_lowercase(),
            tags: article
                .tags
                .iter()
                .map(|tag| tag_term(tag))
                .filter(|tag| tag.len() > 1)
                .collect(),
        }
    }

    /// How often each term occurs, each time being worth what the field is worth.
    fn count(&self, mean_body: f32) -> Vec<(&str, f32)> {
        let body = 1.0 / (1.0 - LENGTH + LENGTH * self.body.len() as f32 / mean_body);
        let texts = [
            (&self.title, TITLE),
            (&self.headings, HEADINGS),
            (&self.series, SERIES),
            (&self.body, body),
        ];
        let tags = self.tags.iter().map(|tag| (tag, TAG_WORDS));
        let mut counts: HashMap<&str, f32> =
            self.tags.iter().map(|tag| (tag.as_str(), 1.0)).collect();
        for (text, worth) in texts.into_iter().chain(tags) {
            words::each_word(text, |word| *counts.entry(word).or_default() += worth);
        }
        counts.into_iter().collect()
    }
}

/// The term that stands for a tag.
pub fn tag_term(tag: &str) -> String {
    format!("#{}", tag.trim().to_lowercase())
}

impl<'t> Index<'t> {
    pub fn new(articles: &'t [Fields]) -> Index<'t> {
        let bytes: usize = articles.iter().map(|article| article.body.len()).sum();
        let mean_body = (bytes as f32 / articles.len() as f32).max(1.0);
        let counts: Vec<Vec<(&str, f32)>> = articles
            .par_iter()
            .map(|article| article.count(mean_body))
            .collect();
        let (terms, mut vectors) = number(counts);

        let mut frequencies = vec![0; terms.len()];
        vectors
            .iter()
            .flatten()
            .for_each(|&(term, _)| frequencies[term as usize] += 1);
        let tag_count = terms.partition_point(|term| term.starts_with('#')) as u32;
        let rarities = rarities(&terms, &frequencies, articles.len());
        vectors
            .par_iter_mut()
            .for_each(|vector| weigh(vector, &rarities, &frequencies, tag_count));

        let mut postings = vec![Vector::new(); terms.len()];
        for (article, vector) in vectors.iter().enumerate() {
            vector
                .iter()
                .for_each(|&(term, weight)| postings[term as usize].push((article as u32, weight)));
        }
        Index {
            terms,
            frequencies,
            vectors,
            postings,
            tag_count,
        }
    }

    /// The tags in an article's vector.
    pub fn tags(&self, article: usize) -> &[(u32, f32)] {
        let vector = &self.vectors[article];
        &vector[..vector.partition_point(|&(term, _)| term < self.tag_count)]
    }
}

/// Terms → numbers in alphabetical order: no order of articles or of a hash map is left.
fn number(counts: Vec<Vec<(&str, f32)>>) -> (Vec<&str>, Vec<Vector>) {
    let mut numbers: HashMap<&str, u32> = HashMap::new();
    let mut number = |(term, count)| {
        let next = numbers.len() as u32;
        (*numbers.entry(term).or_insert(next), count)
    };
    let mut vectors: Vec<Vector> = counts
        .into_iter()
        .map(|article| article.into_iter().map(&mut number).collect())
        .collect();

    let mut terms: Vec<&str> = numbers.keys().copied().collect();
    terms.par_sort_unstable();
    let ranks: HashMap<&str, u32> = terms
        .iter()
        .zip(0..)
        .map(|(&term, rank)| (term, rank))
        .collect();
    let mut renumbered = vec![0; terms.len()];
    for (&term, &number) in &numbers {
        renumbered[number as usize] = root(term, &ranks);
    }
    vectors
        .par_iter_mut()
        .for_each(|vector| renumber(vector, &renumbered));
    (terms, vectors)
}

/// The number of the word that all forms of this one count as.
fn root(term: &str, known: &HashMap<&str, u32>) -> u32 {
    let is_tag = term.starts_with('#');
    let roots = if is_tag {
        Vec::new()
    } else {
        words::possible_roots(term)
    };
    match roots.iter().find(|root| known.contains_key(root.as_str())) {
        Some(shorter) => root(shorter, known),
        None => known[term],
    }
}

/// Gives the terms of one article their final numbers and adds up those that have become one.
fn renumber(vector: &mut Vector, renumbered: &[u32]) {
    vector
        .iter_mut()
        .for_each(|(term, _)| *term = renumbered[*term as usize]);
    vector.sort_unstable_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)));
    vector.dedup_by(|later, earlier| {
        let same = later.0 == earlier.0;
        if same {
            earlier.1 += later.1;
        }
        same
    });
}

/// BM25's inverse document frequency; 0 for stop words and for what more than half of the articles
/// have, among it the stop words of other languages. As f32, so that the last bits of a platform's
/// logarithm do not matter.
fn rarities(terms: &[&str], frequencies: &[u32], articles: usize) -> Vec<f32> {
    let stop_words: HashSet<&str> = words::STOP_WORDS.split_whitespace().collect();
    let rarity = |(term, &frequency): (&&str, &u32)| {
        if stop_words.contains(term) || frequency as usize > (articles / 2).max(3) {
            return 0.0;
        }
        let frequency = f64::from(frequency);
        (1.0 + (articles as f64 - frequency + 0.5) / (frequency + 0.5)).ln() as f32
    };
    terms.iter().zip(frequencies).map(rarity).collect()
}

/// Counts → weights, a vector of length 1. A term that no other article has makes the others weigh
/// less, and then goes: nothing can match it.
fn weigh(vector: &mut Vector, rarities: &[f32], frequencies: &[u32], tag_count: u32) {
    for (term, weight) in vector.iter_mut() {
        *weight = rarities[*term as usize] * *weight / (*weight + SATURATION);
    }
    let tags = vector.partition_point(|&(term, _)| term < tag_count);
    let (tags, words) = vector.split_at_mut(tags);
    scale(tags, TAG_SHARE);
    scale(words, 1.0 - TAG_SHARE);
    vector.retain(|&(term, weight)| weight > 0.0 && frequencies[term as usize] > 1);
    vector.shrink_to_fit();
}

/// Scales weights so that their squares sum up to `share`.
fn scale(weights: &mut [(u32, f32)], share: f32) {
    let squares: f32 = weights.iter().map(|&(_, weight)| weight * weight).sum();
    if squares > 0.0 {
        weights
            .iter_mut()
            .for_each(|(_, weight)| *weight *= (share / squares).sqrt());
    }
}
