//! What a query finds: the search module is asked, what it wants is loaded, and it is asked again, until it has all.

use super::{
    live,
    modules::SearchEngine,
    request::{self, RequestError},
    timing,
};
use crate::content::article::Summary;
use crate::content::date::Date;
use crate::content::search::engine::ROOT;
use crate::from_json::{FromJson, JsonValue, field};
use crate::route::Route;
use js_sys::JsString;
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
    pub title: Marked,
    /// `year << 9 | month << 5 | day`; 0 where there is none.
    pub day: u32,
    pub snippet: Marked,
    pub sections: Vec<Section>,
}

/// What stands below one of its headings.
#[derive(Clone, Default, PartialEq)]
pub struct Section {
    pub href: String,
    pub title: Marked,
    pub snippet: Marked,
}

/// A filter of the query, and the query without it.
#[derive(Clone, Default, PartialEq)]
pub struct Filter {
    pub name: String,
    pub value: String,
    pub rest: String,
}

/// A text that is not marked, one that is, and so on.
pub type Marked = Vec<String>;

/// Until then, another letter may make what would be loaded useless. In milliseconds.
const PAUSE: i32 = 120;

/// A query wants more four times at most: the root, terms, what may be meant, facts. Texts come last.
const MAX_ROUNDS: usize = 8;

/// Shows what is found, more and more of it, for as long as it is wanted.
pub async fn search(
    typed: &str,
    limit: usize,
    snippets: usize,
    is_wanted: impl Fn() -> bool,
    mut show: impl FnMut(Results),
) -> Result<(), RequestError> {
    let engine = SearchEngine::load().await?;
    for round in 0..MAX_ROUNDS {
        if !is_wanted() {
            break;
        }
        let answer = engine.search(typed, limit, snippets)?;
        let results = Results::from_json(&answer).unwrap_or_default();
        let wanted = [results.files.clone(), results.texts.clone()].concat();
        // What would be shown now would move when the rest comes.
        if results.files.is_empty() || wanted.is_empty() {
            show(with_live(typed, results));
        }
        if wanted.is_empty() {
            break;
        }
        if round == 0 {
            timing::sleep(PAUSE).await;
        }
        if is_wanted() {
            load(&engine, &wanted).await?;
        }
    }
    Ok(())
}

/// Without articles that are gone since the build, and first of all those that were published since, where their titles,
/// descriptions, tags or authors have all the words.
fn with_live(typed: &str, mut results: Results) -> Results {
    let live = live::now();
    let found = results.found.len();
    let is_there = |found: &Found| found.is_page || !live.is_removed(&found.slug);
    results.found.retain(is_there);
    let gone = found - results.found.len();
    results.count = results.count.saturating_sub(gone as u32);
    let typed = lower_case(typed);
    for article in live.articles().map(|live| &live.article) {
        let is_found = |found: &Found| !found.is_page && found.slug == article.slug;
        if has_all(article, &typed) && !results.found.iter().any(is_found) {
            results.found.insert(0, Found::of(article));
            results.count += 1;
        }
    }
    results
}

fn has_all(article: &Summary, typed: &str) -> bool {
    let names = article.tags.iter().chain(&article.authors);
    let names: Vec<&str> = names.map(|term| &*term.name).collect();
    let text = [&article.title, &article.description, &*names.join(" ")].join(" ");
    let text = lower_case(&text);
    let mut words = typed.split_whitespace().peekable();
    words.peek().is_some() && words.all(|word| text.contains(word))
}

/// By the browser, which has the tables for it.
fn lower_case(text: &str) -> String {
    JsString::from(text).to_lower_case().into()
}

thread_local! {
    /// Past the caches on the way, once something was missing: some keep that it was.
    static CACHE: Cell<RequestCache> = const { Cell::new(RequestCache::Default) };
}

/// Has what could not be had be loaded once more, by the next search.
pub async fn retry() -> Result<(), RequestError> {
    CACHE.set(RequestCache::Reload);
    request::forget(ROOT);
    SearchEngine::load().await?.retry()
}

async fn load(engine: &SearchEngine, paths: &[String]) -> Result<(), RequestError> {
    let cache = CACHE.get();
    paths
        .iter()
        .for_each(|path| request::begin_bytes(path, cache));
    for path in paths {
        let bytes = request::bytes(path, cache).await;
        engine.put(path, &bytes.unwrap_or_default())?;
    }
    Ok(())
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
    fn of(article: &Summary) -> Self {
        let day = |date: Date| {
            u32::from(date.year) << 9 | u32::from(date.month) << 5 | u32::from(date.day)
        };
        Self {
            href: Route::article(&article.slug).path(),
            slug: article.slug.clone(),
            title: vec![article.title.clone()],
            day: article.published.map_or(0, day),
            snippet: vec![article.description.clone()],
            ..Self::default()
        }
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
