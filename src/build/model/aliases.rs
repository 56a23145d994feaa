//! Where articles and pages used to be. Two of them must not want the same address, and none may take that of a page.

use super::entry::Entry;
use crate::build::diagnostics::problem::Problems;
use crate::build::input::source::Source;
use crate::route::Route;
use std::collections::{BTreeMap, HashSet};

/// What Recto writes below these is its own.
const OURS: [&str; 2] = ["assets/", "content/"];

/// Tells every alias that clashes. `texts` are articles and pages, `pages` the paths of all pages and feeds of the site,
/// below the base path.
///
/// Answers the article or page that is meant by each alias.
pub fn check<'a>(
    texts: impl Iterator<Item = &'a Entry>,
    pages: &HashSet<String>,
    problems: &mut Problems,
) -> BTreeMap<String, Route> {
    let mut first: BTreeMap<String, &Source> = BTreeMap::new();
    let mut in_order: Vec<&Source> = texts.map(|entry| &entry.source).collect();
    // Of translations the one in the language of the site comes first.
    in_order.sort_by_key(|source| (&source.front_matter.lang, &source.file));
    for source in in_order {
        for alias in &source.front_matter.aliases {
            let mut tell = |what: &[&str], remedy: &str| {
                problems.error(&source.path, alias.position, what.concat(), remedy);
            };
            let key = alias.text.to_ascii_lowercase();
            if pages.contains(&alias.text) || OURS.iter().any(|ours| key.starts_with(ours)) {
                tell(
                    &[
                        "the alias `/",
                        &alias.text,
                        "` is the address of a page or file of this site",
                    ],
                    "take it out",
                );
            } else if let Some(other) = (first.get(&key)).filter(|other| other.path != source.path)
            {
                tell(
                    &[
                        "the alias `/",
                        &alias.text,
                        "` is that of ",
                        &other.path,
                        ", too",
                    ],
                    "keep it in one of them",
                );
            } else {
                first.insert(key, source);
            }
        }
    }
    let meant = first.into_iter();
    meant
        .map(|(alias, source)| (alias, source.route()))
        .collect()
}
