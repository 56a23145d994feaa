//! Which articles are parts of the same series, and in what order.

use super::{Document, index::Fields};
use std::collections::BTreeMap;

pub struct Series {
    /// The articles of each series in reading order.
    parts: Vec<Vec<usize>>,
    /// For each article its series and its place in there.
    indexes: Vec<Option<(usize, usize)>>,
}

impl Series {
    /// Parts go by number, then by date; the same name in another case is the same series.
    pub fn new(articles: &[&Document], fields: &[Fields]) -> Series {
        let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (article, fields) in fields.iter().enumerate() {
            by_name.entry(&fields.series).or_default().push(article);
        }
        by_name.remove("");
        let mut parts: Vec<Vec<usize>> = by_name.into_values().collect();
        let mut indexes = vec![None; articles.len()];
        for (series, parts) in parts.iter_mut().enumerate() {
            parts.sort_by_key(|&part| {
                let Document {
                    series_order,
                    published_day,
                    ..
                } = articles[part];
                (series_order.unwrap_or(i64::MAX), published_day)
            });
            for (index, &part) in parts.iter().enumerate() {
                indexes[part] = Some((series, index));
            }
        }
        Series { parts, indexes }
    }

    /// The series an article is part of.
    pub fn of(&self, article: usize) -> Option<usize> {
        self.indexes[article].map(|(series, _)| series)
    }

    /// How many parts after `article` the other one comes: 1 is the next part, -1 the one before.
    /// None if they are not of one series.
    pub fn distance(&self, article: usize, other: usize) -> Option<isize> {
        let ((series, index), (other_series, other_index)) =
            (self.indexes[article]?, self.indexes[other]?);
        (series == other_series).then_some(other_index as isize - index as isize)
    }

    /// The parts at most `reach` before or after an article, itself among them.
    pub fn neighbours(&self, article: usize, reach: usize) -> &[usize] {
        let Some((series, index)) = self.indexes[article] else {
            return &[];
        };
        let parts = &self.parts[series];
        &parts[index.saturating_sub(reach)..parts.len().min(index + reach + 1)]
    }
}
