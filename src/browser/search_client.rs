//! What a query finds: the search module is asked, what it wants is loaded, and it is asked again, until it has all.
//! Where the index cannot be had, it is given what this visit has loaded (`visited`).

mod found;
mod visited;

use super::{
    live_updates,
    modules::SearchEngine,
    request::{self, RequestError},
    timing,
};
use crate::content::date::Date;
use crate::content::search::engine::ROOT;
use crate::from_json::{FromJson, JsonValue, field};
use crate::i18n::{Translator, message};
pub use found::{FoundArticle, Marked};
use std::cell::Cell;
use web_sys::RequestCache;

/// What is found so far.
#[derive(Clone, Default, PartialEq)]
pub struct Results {
    pub found: Vec<Found>,
    /// How many articles and pages there are in all.
    pub count: u32,
    /// Whether there may be more that cannot be had now.
    pub is_incomplete: bool,
    /// Whether these are from what the visit has loaded, because the index cannot be had.
    pub is_of_visit: bool,
    pub filters: Vec<Filter>,
    /// What is wanted: parts of the index, and texts for snippets.
    files: Vec<String>,
    texts: Vec<String>,
}

/// An article or a page.
#[derive(Clone, Default, PartialEq)]
pub struct Found {
    /// Below the base path, with the place in the page.
    pub href: String,
    pub slug: String,
    pub is_page: bool,
    pub title: MarkedText,
    /// `year << 9 | month << 5 | day`; 0 where there is none.
    pub day: u32,
    pub snippet: MarkedText,
    pub sections: Vec<Section>,
}

/// What stands below one of its headings.
#[derive(Clone, Default, PartialEq)]
pub struct Section {
    pub href: String,
    pub title: MarkedText,
    pub snippet: MarkedText,
}

/// A filter of the query, and the query without it.
#[derive(Clone, Default, PartialEq)]
pub struct Filter {
    pub name: String,
    pub value: String,
    pub rest: String,
}

/// A text that is not marked, one that is, and so on.
pub type MarkedText = Vec<String>;

/// Until then, another letter may make what would be loaded useless. In milliseconds.
const PAUSE: i32 = 120;

/// A query wants more four times at most: the root, terms, what may be meant, facts. Texts come last.
const MAX_ROUNDS: usize = 8;

/// The site whose pages these are.
pub const OWN: &str = "";

/// Shows what is found on a site, more and more of it, for as long as it is wanted. The site is [`OWN`], or an address.
pub async fn search(
    site: &str,
    typed: &str,
    limit: usize,
    snippets: usize,
    is_wanted: impl Fn() -> bool,
    mut show: impl FnMut(Results),
) -> Result<(), RequestError> {
    let engine = SearchEngine::load(site).await?;
    for round in 0..MAX_ROUNDS {
        if !is_wanted() {
            break;
        }
        let answer = engine.search(typed, limit, snippets)?;
        let results = Results::from_json(&answer).unwrap_or_default();
        let wanted = [results.files.clone(), results.texts.clone()].concat();
        // What would be shown now would move when the rest comes.
        let is_lacking = results.is_incomplete && results.found.is_empty();
        if results.files.is_empty() || wanted.is_empty() {
            show(with_live(typed, results));
        }
        if wanted.is_empty() {
            if is_lacking && site == OWN && is_wanted() {
                visited::hand_over(&engine).await?;
                let answer = engine.search(typed, limit, snippets)?;
                let results = Results::from_json(&answer).unwrap_or_default();
                show(with_live(typed, results));
            }
            break;
        }
        if round == 0 {
            timing::sleep(PAUSE).await;
        }
        if is_wanted() {
            load(&engine, site, &wanted).await?;
        }
    }
    Ok(())
}

/// Without articles that are gone since the build, and first of all those that were published since.
fn with_live(typed: &str, mut results: Results) -> Results {
    let Some(live) = live_updates::module() else {
        return results;
    };
    let before = results.found.len();
    let is_there = |found: &Found| {
        found.is_page
            || live
                .hash_of(&found.slug)
                .is_none_or(|hash| !hash.is_empty())
    };
    results.found.retain(is_there);
    let gone = before - results.found.len();
    results.count = results.count.saturating_sub(gone as u32);
    let found = live.found(typed);
    let new = found.as_list(MAX_FOUND).into_iter().flatten();
    for new in new.filter_map(|new| Found::of(&new)) {
        let is_new = |found: &Found| !found.is_page && found.slug == new.slug;
        if !results.found.iter().any(is_new) {
            results.found.insert(0, new);
            results.count += 1;
        }
    }
    results
}

/// Articles published since the build that are shown.
const MAX_FOUND: usize = 20;

thread_local! {
    /// Past the caches on the way, once something was missing: some keep that it was.
    static CACHE: Cell<RequestCache> = const { Cell::new(RequestCache::Default) };
}

/// Has what could not be had be loaded once more, by the next search.
pub async fn retry(site: &str) -> Result<(), RequestError> {
    CACHE.set(RequestCache::Reload);
    request::forget_bytes(&[site, ROOT].concat());
    SearchEngine::load(site).await?.retry()
}

async fn load(engine: &SearchEngine, site: &str, paths: &[String]) -> Result<(), RequestError> {
    let cache = CACHE.get();
    let address = |path: &String| [site, path].concat();
    paths
        .iter()
        .for_each(|path| request::begin_bytes(&address(path), cache));
    for path in paths {
        let bytes = request::bytes(&address(path), cache).await;
        engine.put(path, &bytes.unwrap_or_default())?;
    }
    Ok(())
}

impl Results {
    /// What there is to say of them; `others` is how much else is found.
    pub fn said(&self, translator: &Translator, others: usize) -> String {
        match self.count + others as u32 {
            _ if self.is_of_visit => translator.text(message::SEARCH_OF_VISIT),
            _ if self.is_incomplete => translator.text(message::SEARCH_INCOMPLETE),
            0 => translator.text(message::SEARCH_NOTHING),
            count => translator.count(message::SEARCH_COUNT, count),
        }
    }
}

macro_rules! from_json {
    ($($type:ident { $($field:ident),* })*) => {$(
        impl FromJson for $type {
            fn from_json(value: &impl JsonValue) -> Option<Self> {
                Some(Self { $($field: field(value, stringify!($field))?),* })
            }
        }
    )*};
}

from_json! {
    Section { href, title, snippet }
    Filter { name, value, rest }
}

impl FromJson for Results {
    fn from_json(value: &impl JsonValue) -> Option<Self> {
        Some(Self {
            found: field(value, "found")?,
            count: field(value, "count")?,
            is_incomplete: is_so(value, "is_incomplete")?,
            is_of_visit: is_so(value, "is_of_visit")?,
            filters: field(value, "filters")?,
            files: field(value, "files")?,
            texts: field(value, "texts")?,
        })
    }
}

impl FromJson for Found {
    fn from_json(value: &impl JsonValue) -> Option<Self> {
        Some(Self {
            href: field(value, "href")?,
            slug: field(value, "slug")?,
            is_page: is_so(value, "is_page")?,
            title: field(value, "title")?,
            day: field(value, "day")?,
            snippet: field(value, "snippet")?,
            sections: field(value, "sections")?,
        })
    }
}

/// The module says 0 or 1.
fn is_so(value: &impl JsonValue, name: &str) -> Option<bool> {
    field::<u32>(value, name).map(|number| number > 0)
}

impl Found {
    /// As the live module says it.
    fn of(value: &impl JsonValue) -> Option<Self> {
        Some(Self {
            slug: field(value, "0")?,
            title: vec![field(value, "1")?],
            snippet: vec![field(value, "2")?],
            day: field(value, "3")?,
            href: field(value, "4")?,
            ..Self::default()
        })
    }

    /// As people read it.
    pub fn title(&self) -> String {
        self.title.concat()
    }

    pub fn date(&self) -> Option<Date> {
        let (year, month, day) = (self.day >> 9, self.day >> 5 & 15, self.day & 31);
        (self.day > 0).then_some(Date {
            year: year as u16,
            month: month as u8,
            day: day as u8,
        })
    }
}
