//! Series: which articles belong together, and in which order.

use super::entry::Entry;
use crate::build::diagnostics::problem::Problems;
use crate::build::input::slug::UniqueSlugs;
use crate::build::input::source::Source;
use crate::content::article::SeriesPart;
use crate::route;
use std::collections::BTreeMap;

/// A series and its articles. It has feeds, though no page.
pub struct Series {
    pub name: String,
    /// Where its feeds are, below the base path.
    pub folder: String,
    /// Indexes of articles, newest first.
    pub articles: Vec<usize>,
}

/// All series with their articles, in order of their names.
pub fn lists(articles: &[Entry]) -> Vec<Series> {
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, entry) in articles.iter().enumerate() {
        if let Some(series) = &entry.series {
            by_name.entry(&series.name).or_default().push(index);
        }
    }
    let mut slugs = UniqueSlugs::default();
    let series = |(name, articles): (&str, Vec<usize>)| Series {
        folder: route::series_folder(&slugs.claim(name)),
        name: name.into(),
        articles,
    };
    by_name.into_iter().map(series).collect()
}

/// The part that each article of a series is, by the article's index: in the order given, then by date.
pub fn parts(read: &[Source], problems: &mut Problems) -> BTreeMap<usize, SeriesPart> {
    let mut series: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, source) in read.iter().enumerate() {
        if let Some(name) = &source.front_matter.series {
            series.entry(&name.text).or_default().push(index);
        }
    }
    let mut parts = BTreeMap::new();
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
        let count = articles.len() as u32;
        parts.extend((1..).zip(articles).map(|(part, index)| {
            let name = name.into();
            let parts = count;
            (index, SeriesPart { name, part, parts })
        }));
    }
    parts
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
