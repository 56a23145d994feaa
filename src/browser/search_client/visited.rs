//! What this visit has loaded anyway, for a search without its index: titles of lists, and texts of articles and pages.

use crate::browser::modules::SearchEngine;
use crate::browser::request::RequestError;
use crate::browser::{bridge, find};
use crate::content::date::Date;
use crate::content::search::query::packed_day;
use crate::from_json::{FromJson, JsonValue, field};
use crate::route::Route;
use js_sys::{Array, JSON, Map, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// An article or a page, in its own file or in a list.
struct Named {
    slug: String,
    title: String,
    published: String,
}

impl FromJson for Named {
    fn from_json(value: &impl JsonValue) -> Option<Self> {
        Some(Self {
            slug: field(value, "slug")?,
            title: field(value, "title")?,
            published: field(value, "published")?,
        })
    }
}

impl Named {
    fn day(&self) -> u32 {
        let date = self.published.get(..10).and_then(Date::parse);
        date.map_or(0, |date| {
            packed_day(date.year.into(), date.month.into(), date.day.into())
        })
    }
}

pub async fn hand_over(engine: &SearchEngine) -> Result<(), RequestError> {
    let files = bridge::get().files();
    for path in Array::from(&files.keys().into()).iter() {
        let path = path.as_string().unwrap_or_default();
        if let Some(text) = loaded(&files, &path).await {
            of_file(engine, &files, &path, &text).await?;
        }
    }
    of_page_on_show(engine)
}

/// The text of a file that has come; nothing where it is still under way, or has failed.
async fn loaded(files: &Map, path: &str) -> Option<String> {
    let file: Promise = files.get(&path.into()).dyn_into().ok()?;
    let nothing = Promise::resolve(&JsValue::UNDEFINED);
    let text = JsFuture::from(Promise::race(&Array::of2(&file, &nothing))).await;
    text.ok()?.as_string()
}

async fn of_file(
    engine: &SearchEngine,
    files: &Map,
    path: &str,
    text: &str,
) -> Result<(), RequestError> {
    let is_page = path.starts_with("content/pages/");
    let is_text = is_page || path.starts_with("content/articles/");
    if !path.ends_with(".json") || !(is_text || path.starts_with("content/lists/")) {
        return Ok(());
    }
    let Ok(value) = JSON::parse(text) else {
        return Ok(());
    };
    if is_text {
        let markdown = loaded(files, &path.replace(".json", ".md")).await;
        let Some(named) = Named::from_json(&value) else {
            return Ok(());
        };
        // An article may have a path of its own, too.
        let is_page = is_page && !named.slug.starts_with('/');
        return add(engine, is_page, &named, &markdown.unwrap_or_default());
    }
    let listed: Vec<Named> = field(&value, "articles").unwrap_or_default();
    listed
        .iter()
        .try_for_each(|named| add(engine, false, named, ""))
}

/// The finished page that the visit began with has come without its files.
fn of_page_on_show(engine: &SearchEngine) -> Result<(), RequestError> {
    let path = bridge::window().location().pathname().unwrap_or_default();
    let route = path.strip_prefix(&bridge::get().base()).map(Route::parse);
    let text = |selector: &str| {
        let element = bridge::document().query_selector(selector).ok().flatten();
        element.and_then(|element| element.text_content())
    };
    let Some(Route::Article { slug }) = route.filter(|_| find::is_on_page("main .prose")) else {
        return Ok(());
    };
    let named = Named {
        slug,
        title: text("main h1").unwrap_or_default(),
        published: String::new(),
    };
    add(
        engine,
        false,
        &named,
        &text("main .prose").unwrap_or_default(),
    )
}

fn add(
    engine: &SearchEngine,
    is_page: bool,
    named: &Named,
    markdown: &str,
) -> Result<(), RequestError> {
    if named.slug.is_empty() {
        return Ok(());
    }
    engine.add_visited(is_page, &named.slug, &named.title, named.day(), markdown)
}
