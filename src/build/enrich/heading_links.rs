//! Links to headings, by ids as they are made elsewhere.

use crate::build::model::library::Library;
use crate::markdown::{Extract, extract_references, heading_id};
use crate::route::Route;
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

/// The headings of texts that were written for another system, read when a link asks for one.
pub struct OtherHeadings {
    bodies: HashMap<Route, Arc<str>>,
    known: Mutex<HashMap<Route, Arc<[String]>>>,
}

impl OtherHeadings {
    pub fn of(library: &Library) -> Self {
        let entries = library.articles.iter().chain(&library.pages);
        let sources = entries.map(|entry| &entry.source);
        let foreign = sources.filter(|source| !source.addresses.is_empty());
        Self {
            bodies: foreign
                .map(|source| (source.route(), source.body.clone()))
                .collect(),
            known: Mutex::default(),
        }
    }

    /// The id here of the heading that a fragment means, if that is another.
    pub fn id(&self, route: &Route, fragment: &str) -> Option<String> {
        let fragment = percent_decode_str(fragment).decode_utf8_lossy();
        let headings = self.headings(route)?;
        if headings
            .iter()
            .any(|heading| heading_id(heading) == fragment)
        {
            return None;
        }
        let same = heading_id(&fragment);
        let is_meant = |heading: &&String| {
            heading_id(heading) == same || ids(heading).iter().any(|id| *id == fragment)
        };
        headings
            .iter()
            .find(is_meant)
            .map(|heading| heading_id(heading))
    }

    fn headings(&self, route: &Route) -> Option<Arc<[String]>> {
        // A thread that panicked while it held the lock has left a whole table behind.
        let known = || self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(headings) = known().get(route) {
            return Some(headings.clone());
        }
        let headings: Arc<[String]> = extract_references(self.bodies.get(route)?).headings.into();
        known().insert(route.clone(), headings.clone());
        Some(headings)
    }
}

/// Links of the text that mean a heading by the id that Zola, Hugo, GitHub or kramdown gives it, each with one by the
/// heading's own words, which the renderer finds.
pub fn heading_links(extract: &Extract) -> BTreeMap<String, String> {
    let mut links = BTreeMap::new();
    for link in &extract.links {
        let Some(fragment) = link.url.strip_prefix('#').filter(|id| !id.is_empty()) else {
            continue;
        };
        let fragment = percent_decode_str(fragment).decode_utf8_lossy();
        let is_ours = |heading: &String| heading_id(heading) == fragment;
        if extract.headings.iter().any(is_ours) {
            continue;
        }
        let is_meant = |heading: &&String| ids(heading).iter().any(|id| *id == fragment);
        if let Some(heading) = extract.headings.iter().find(is_meant) {
            let words = utf8_percent_encode(heading.trim(), NON_ALPHANUMERIC);
            links.insert(link.url.clone(), format!("#{words}"));
        }
    }
    links
}

/// Of Zola, which writes all in ASCII; of Hugo and GitHub, which take out what is no letter; of kramdown, which takes
/// out what comes before the first letter, too.
fn ids(heading: &str) -> [String; 3] {
    let of_github: String = (heading.trim().to_lowercase().chars())
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
        .map(|c| if c == ' ' { '-' } else { c })
        .collect();
    let of_kramdown = of_github.trim_start_matches(|c: char| !c.is_alphabetic());
    [
        slug::slugify(heading),
        of_kramdown.to_string(),
        of_github.clone(),
    ]
}
