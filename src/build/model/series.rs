//! Series: which articles belong together, and in which order.

use crate::build::diagnostics::problem::Problems;
use crate::build::input::read::Source;
use crate::content::article::SeriesPart;
use std::collections::BTreeMap;

/// The article's part in its series, for each article: in the order given, then by date.
pub fn parts(read: &[Source], problems: &mut Problems) -> Vec<Option<SeriesPart>> {
    let mut series: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, source) in read.iter().enumerate() {
        if let Some(name) = &source.facts.series {
            series.entry(&name.text).or_default().push(place);
        }
    }
    let mut parts = vec![None; read.len()];
    for (name, mut places) in series {
        check_series_order(read, &places, problems);
        places.sort_by_key(|&place| {
            let source = &read[place];
            (
                source.facts.series_order.unwrap_or(u32::MAX),
                source.facts.published,
                &source.slug,
            )
        });
        for (index, &place) in places.iter().enumerate() {
            let (part, count) = (index as u32 + 1, places.len() as u32);
            parts[place] = Some(SeriesPart {
                name: name.into(),
                part,
                parts: count,
            });
        }
    }
    parts
}

/// Where the site names its series, there are no others.
pub fn check(read: &[Source], known: Option<&[String]>, problems: &mut Problems) {
    let Some(known) = known else {
        return;
    };
    for source in read {
        let series = source.facts.series.as_ref();
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

fn check_series_order(read: &[Source], places: &[usize], problems: &mut Problems) {
    let unordered = places
        .iter()
        .map(|&place| &read[place])
        .filter(|source| source.facts.series_order.is_none());
    for source in unordered.filter(|_| places.len() > 1) {
        let Some(series) = &source.facts.series else {
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
