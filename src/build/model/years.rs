//! Years: of a blog whose archive would be too long for one page, the articles of each.

use super::entry::Entry;
use std::collections::BTreeMap;

/// A year and its articles.
pub struct Year {
    pub year: u16,
    /// Indexes of articles, newest first.
    pub articles: Vec<usize>,
}

/// The archive of so many articles is one page.
const MAX_WHOLE: usize = 200;

/// All years, the newest first; none where the archive holds all articles.
pub fn lists(articles: &[Entry]) -> Vec<Year> {
    if articles.len() <= MAX_WHOLE {
        return Vec::new();
    }
    let mut years: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
    for (index, entry) in articles.iter().enumerate() {
        let date = entry.source.front_matter.published.date();
        years.entry(date.year).or_default().push(index);
    }
    let years = years.into_iter().rev();
    years
        .map(|(year, articles)| Year { year, articles })
        .collect()
}
