//! Which articles to offer after this one, and why. Native only and pure: no I/O, no clock; the
//! same answer in every run, whatever the order of the articles and the number of threads.
//!
//! 1. `words` finds the words of a text, in any language.
//! 2. `index` weighs them by field and rarity: one vector per article, one posting list per term.
//! 3. `choose` finds candidates by an article's most telling terms, compares those in full, and
//!    picks cards that differ, with regard to `series`.
//! 4. `reason` says what a card shares with the article.

mod choose;
mod index;
mod reason;
mod series_order;
mod words;

use super::shared_ground::Reason;
use choose::Chooser;
use index::{Fields, Index};
use rayon::prelude::*;

/// What relating needs to know of an article. The order of these fields is the order of ties.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Document<'a> {
    /// The slug, or whatever else tells articles apart.
    pub id: &'a str,
    pub title: &'a str,
    /// All headings, separated by line breaks.
    pub headings: &'a str,
    /// The body as plain text.
    pub body: &'a str,
    /// The publisher's tags; case and outer space make no difference.
    pub tags: &'a [String],
    pub series: Option<&'a str>,
    /// The part's number, if the publisher gave one; parts without follow, by date.
    pub series_order: Option<i64>,
    /// Days since 1970-01-01.
    pub published_day: i64,
}

/// One card under an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    /// The position of the offered article among the documents given to [`relate`].
    pub index: usize,
    /// Similarity from 0 to 1, up to 15 % less for old articles, plus up to 2 for the same series.
    /// 0 for [`Reason::Recent`]. Cards need not be in the order of scores: one that repeats an
    /// earlier one comes later.
    pub score: f32,
    pub reason: Reason,
}

/// For each document the `count` others to offer after it, best first; fewer if there are fewer.
pub fn relate(documents: &[Document], count: usize) -> Vec<Vec<Related>> {
    let mut order: Vec<usize> = (0..documents.len()).collect();
    order.sort_by_key(|&index| &documents[index]);
    let sorted: Vec<&Document> = order.iter().map(|&index| &documents[index]).collect();

    let fields: Vec<Fields> = sorted
        .par_iter()
        .map(|document| Fields::of(document))
        .collect();
    let index = Index::new(&fields);
    let chooser = Chooser::new(&sorted, &fields, &index, count);
    let articles = (0..sorted.len()).into_par_iter();
    let chosen: Vec<Vec<Related>> = articles
        .map_init(
            || chooser.scratch(),
            |scratch, article| chooser.cards(article, scratch),
        )
        .collect();

    let mut related = vec![Vec::new(); documents.len()];
    for (place, mut cards) in chosen.into_iter().enumerate() {
        cards
            .iter_mut()
            .for_each(|card| card.index = order[card.index]);
        related[order[place]] = cards;
    }
    related
}
