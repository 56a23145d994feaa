//! Series: which articles belong together, and in which order.

use super::entry::Entry;
use crate::build::diagnostics::problem::Problems;
use crate::build::input::slug::UniqueSlugs;
use crate::build::input::source::Source;
use crate::content::article::{PartLink, SeriesPart};
use std::collections::BTreeMap;

/// A series and its articles.
pub struct Series {
    pub name: String,
    pub slug: String,
    /// Indexes of articles, newest first.
    pub articles: Vec<usize>,
}

/// Parts of a series that an article lists: no file grows with the series.
const MAX_LISTED: usize = 15;

/// All series with their articles, in order of their names.
pub fn lists(articles: &[Entry]) -> Vec<Series> {
    let mut by_name: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for (index, entry) in articles.iter().enumerate() {
        if let Some(series) = &entry.series {
            let key = (series.name.as_str(), series.slug.as_str());
            by_name.entry(key).or_default().push(index);
        }
    }
    let series = |((name, slug), articles): ((&str, &str), Vec<usize>)| Series {
        name: name.into(),
        slug: slug.into(),
        articles,
    };
    by_name.into_iter().map(series).collect()
}

impl Series {
    /// Indexes of its articles, the first part first.
    pub fn in_order(&self, part: impl Fn(usize) -> Option<u32>) -> Vec<usize> {
        let mut articles = self.articles.clone();
        articles.sort_by_key(|index| part(*index));
        articles
    }
}

/// The part that each article of a series is, by the article's index: in the order given, then by date.
pub fn parts(read: &[Source], problems: &mut Problems) -> BTreeMap<usize, SeriesPart> {
    let mut series: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, source) in read.iter().enumerate() {
        if let Some(name) = &source.front_matter.series {
            series.entry(&name.text).or_default().push(index);
        }
    }
    let (mut parts, mut slugs) = (BTreeMap::new(), UniqueSlugs::default());
    for (name, mut articles) in series {
        check_series_order(read, &articles, problems);
        articles.sort_by_key(|&index| {
            let Source {
                front_matter, slug, ..
            } = &read[index];
            (
                front_matter.series_order.unwrap_or(u32::MAX),
                front_matter.published,
                slug,
            )
        });
        let slug = slugs.claim(name);
        let links: Vec<PartLink> = (1..)
            .zip(&articles)
            .map(|(part, index)| PartLink {
                part,
                title: read[*index].front_matter.title.clone(),
                slug: read[*index].slug.clone(),
            })
            .collect();
        parts.extend(articles.iter().enumerate().map(|(at, index)| {
            let part = SeriesPart {
                name: name.into(),
                slug: slug.clone(),
                part: at as u32 + 1,
                parts: links.len() as u32,
                listed: around(&links, at).to_vec(),
            };
            (*index, part)
        }));
    }
    parts
}

/// As many as are listed, with this one in the middle where that is possible.
fn around(links: &[PartLink], at: usize) -> &[PartLink] {
    let first = at.saturating_sub(MAX_LISTED / 2);
    let first = first.min(links.len().saturating_sub(MAX_LISTED));
    let end = links.len().min(first + MAX_LISTED);
    &links[first..end]
}

/// For each article that has one, the next part of its series.
pub fn next_parts(parts: &BTreeMap<usize, SeriesPart>) -> BTreeMap<usize, usize> {
    let name = |(index, part): (&usize, &SeriesPart)| ((part.name.clone(), part.part), *index);
    let by_name: BTreeMap<(String, u32), usize> = parts.iter().map(name).collect();
    let next = |(index, part): (&usize, &SeriesPart)| {
        let next = by_name.get(&(part.name.clone(), part.part + 1))?;
        Some((*index, *next))
    };
    parts.iter().filter_map(next).collect()
}

/// If `series` is set in `site.json`, articles may use only these.
pub fn check(read: &[Source], known: Option<&[String]>, problems: &mut Problems) {
    let Some(known) = known else {
        return;
    };
    for source in read {
        let series = source.front_matter.series.as_ref();
        if let Some(series) = series.filter(|series| !known.contains(&series.text)) {
            let what = ["the site has no series `", &series.text, "`"].concat();
            problems.error(
                &source.path,
                series.position,
                what,
                "use a name that `series` in site.json has, or add it there",
            );
        }
    }
}

fn check_series_order(read: &[Source], articles: &[usize], problems: &mut Problems) {
    let unordered = articles
        .iter()
        .map(|&index| &read[index])
        .filter(|source| source.front_matter.series_order.is_none());
    for source in unordered.filter(|_| articles.len() > 1) {
        let Some(series) = &source.front_matter.series else {
            continue;
        };
        let what = [
            "the article has no place in the series `",
            &series.text,
            "`",
        ]
        .concat();
        problems.warning(
            &source.path,
            series.position,
            what,
            "add a line such as `series_order: 1`",
        );
    }
}
