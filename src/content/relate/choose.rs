//! The cards under one article, by maximal marginal relevance: a card is worth its own relevance
//! less what the cards before it already say. So four cards are not four copies of one article.

use super::index::{Fields, Index, Vector};
use super::{Document, Reason, Related, reason, series_order::Series};
use std::cmp::{Ordering, Reverse};
use std::mem::take;

/// How many of an article's terms, the weightiest, look for candidates.
const QUERY_TERMS: usize = 40;
/// How many candidates are compared in full.
const CANDIDATES: usize = 32;
/// Below this similarity two articles share nothing but chance, unless they share a tag.
const CHANCE: f32 = 0.04;
/// From this similarity on two articles are copies of each other.
const COPY: f32 = 0.7;
/// How many cards one series may have while there is anything else.
const SERIES_CARDS: usize = 2;
/// What part of their relevance the oldest articles lose, and when they have lost half of it.
const AGEING: f32 = 0.15;
const AGEING_DAYS: f32 = 730.0;

/// The library as seen while choosing. An article is its position in `articles`.
pub struct Chooser<'t> {
    articles: &'t [&'t Document<'t>],
    index: &'t Index<'t>,
    series: Series,
    /// The newest articles first, as many as the cards can need.
    newest: Vec<usize>,
    count: usize,
}

/// What a thread writes on while choosing; all zero in between.
pub struct Scratch {
    /// By article: similarity as far as the query's terms tell it.
    similarities: Vec<f32>,
    /// By term: the weights of one article.
    weights: Vec<f32>,
}

struct Candidate {
    article: usize,
    relevance: f32,
    /// Similarity to the most similar of the cards already chosen.
    repeats: f32,
}

impl<'t> Chooser<'t> {
    /// `articles` in the order of ties, with the fields and the index made of them.
    pub fn new(
        articles: &'t [&'t Document<'t>],
        fields: &[Fields],
        index: &'t Index<'t>,
        count: usize,
    ) -> Chooser<'t> {
        let series = Series::new(articles, fields);
        let mut newest: Vec<usize> = (0..articles.len()).collect();
        newest.sort_by_key(|&article| Reverse(articles[article].published_day));
        newest.truncate(count.saturating_mul(4).saturating_add(1));
        Chooser {
            articles,
            index,
            series,
            newest,
            count,
        }
    }

    pub fn scratch(&self) -> Scratch {
        let similarities = vec![0.0; self.articles.len()];
        let weights = vec![0.0; self.index.terms.len()];
        Scratch {
            similarities,
            weights,
        }
    }

    /// The cards under `article`; their `index` is a position in `articles`.
    pub fn cards(&self, article: usize, scratch: &mut Scratch) -> Vec<Related> {
        let mut candidates = self.candidates(article, scratch);
        let mut cards: Vec<Related> = Vec::new();
        while cards.len() < self.count {
            let by_worth = |one: &usize, other: &usize| {
                self.by_worth(&cards, &candidates[*one], &candidates[*other])
            };
            let Some(best) = (0..candidates.len()).max_by(by_worth) else {
                break;
            };
            let Candidate {
                article: index,
                relevance: score,
                ..
            } = candidates.swap_remove(best);
            cards.push(Related {
                index,
                score,
                reason: self.reason(article, index, score),
            });
            if cards.len() < self.count {
                let similarities = self.similarities(index, &candidates, scratch);
                for (candidate, similarity) in candidates.iter_mut().zip(similarities) {
                    candidate.repeats = candidate.repeats.max(similarity);
                }
            }
        }
        cards
    }

    /// The articles most similar to this one, its neighbours in the series, and the newest.
    fn candidates(&self, article: usize, scratch: &mut Scratch) -> Vec<Candidate> {
        let mut articles = self.similar(article, scratch);
        articles.extend(self.series.neighbours(article, SERIES_CARDS));
        articles.extend(&self.newest);
        articles.sort_unstable();
        articles.dedup();
        articles.retain(|&other| other != article);
        let candidate = |article| Candidate {
            article,
            relevance: 0.0,
            repeats: 0.0,
        };
        let mut candidates: Vec<Candidate> = articles.into_iter().map(candidate).collect();
        let similarities = self.similarities(article, &candidates, scratch);
        for (candidate, similarity) in candidates.iter_mut().zip(similarities) {
            candidate.relevance = self.relevance(article, candidate.article, similarity);
        }
        candidates
    }

    /// The articles that share the most weight with this one's weightiest terms.
    fn similar(&self, article: usize, scratch: &mut Scratch) -> Vec<usize> {
        let mut query = self.index.vectors[article].clone();
        keep_best(&mut query, QUERY_TERMS);
        let similarities = &mut scratch.similarities;
        let mut found: Vec<u32> = Vec::new();
        for (term, weight) in query {
            for &(other, other_weight) in &self.index.postings[term as usize] {
                if similarities[other as usize] == 0.0 {
                    found.push(other);
                }
                similarities[other as usize] += weight * other_weight;
            }
        }
        let mut scored: Vector = found
            .into_iter()
            .map(|other| (other, take(&mut similarities[other as usize])))
            .collect();
        keep_best(&mut scored, CANDIDATES.max(self.newest.len()));
        scored
            .into_iter()
            .map(|(other, _)| other as usize)
            .collect()
    }

    /// How similar each candidate is to `article`, in full.
    fn similarities(
        &self,
        article: usize,
        candidates: &[Candidate],
        scratch: &mut Scratch,
    ) -> Vec<f32> {
        let weights = &mut scratch.weights;
        for &(term, weight) in &self.index.vectors[article] {
            weights[term as usize] = weight;
        }
        let product = |&(term, weight): &(u32, f32)| weight * weights[term as usize];
        let others = candidates
            .iter()
            .map(|other| &self.index.vectors[other.article]);
        let similarities = others
            .map(|other| other.iter().map(product).sum())
            .collect();
        for &(term, _) in &self.index.vectors[article] {
            weights[term as usize] = 0.0;
        }
        similarities
    }

    fn relevance(&self, article: usize, other: usize, similarity: f32) -> f32 {
        let bonus = match self.series.distance(article, other) {
            None => 0.0,
            Some(1) => 2.0,
            Some(distance) => 1.0 / distance.unsigned_abs() as f32,
        };
        if similarity < CHANCE && !reason::share_a_tag(self.index, article, other) {
            return bonus;
        }
        let newest = self.articles[self.newest[0]].published_day;
        let days = newest.saturating_sub(self.articles[other].published_day) as f32;
        bonus + similarity * (1.0 - AGEING * days / (days + AGEING_DAYS))
    }

    /// Orders candidates for the next card. Those that crowd the cards come after everything else;
    /// among those that have nothing in common with the article the newest is worth most.
    fn by_worth(&self, cards: &[Related], one: &Candidate, other: &Candidate) -> Ordering {
        let worth = |candidate: &Candidate| candidate.relevance * (1.0 - candidate.repeats);
        let day = |candidate: &Candidate| self.articles[candidate.article].published_day;
        (self.crowds(cards, other).cmp(&self.crowds(cards, one)))
            .then(worth(one).total_cmp(&worth(other)))
            .then(day(one).cmp(&day(other)))
            .then(other.article.cmp(&one.article))
    }

    /// Whether a candidate is a copy of a card, or one part too many of a series.
    fn crowds(&self, cards: &[Related], candidate: &Candidate) -> bool {
        let series = self.series.of(candidate.article);
        let same = cards
            .iter()
            .filter(|card| self.series.of(card.index) == series)
            .count();
        candidate.repeats >= COPY || series.is_some() && same >= SERIES_CARDS
    }

    fn reason(&self, article: usize, other: usize, relevance: f32) -> Reason {
        let tags = reason::shared_tags(self.index, article, other, self.articles[article]);
        if self.series.distance(article, other).is_some() {
            Reason::SameSeries
        } else if relevance == 0.0 {
            Reason::Recent
        } else if tags.is_empty() {
            Reason::SharedWords(reason::shared_words(self.index, article, other))
        } else {
            Reason::SharedTags(tags)
        }
    }
}

/// Drops all but the `count` items with the greatest weights; ties go to the smaller number.
fn keep_best(items: &mut Vector, count: usize) {
    if items.len() > count {
        items.select_nth_unstable_by(count, |one, other| {
            other.1.total_cmp(&one.1).then(one.0.cmp(&other.0))
        });
        items.truncate(count);
    }
}
