//! From a route to the data of its page: what was prefetched is at hand, the rest is fetched, all files in parallel.

use super::{
    bridge, live_updates, modules,
    request::{self, RequestError},
    timing,
};
use crate::content::{
    VERSION,
    article::Article,
    list::List,
    names::Names,
    site::{Site, SitePaths},
    slots::Slots,
};
use crate::from_json::{FromJson, field};
use crate::page_data::{LoadError, PageContent, PageData};
use crate::route::{NAMES, Route, SITE_DATA};
use js_sys::{JSON, Reflect, Uint8Array};
use std::cell::RefCell;
use std::fmt::Write;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortSignal;

/// In characters of HTML: after a longer text the page answers before it is built.
const LONG_TEXT: usize = 50_000;

/// What a reader gets in the place of a page of the app.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NotLoaded {
    /// A page that says why.
    Failed(LoadError),
    /// The finished page, as an ordinary link brings it: what came is not what the app can make it from, or is late, or
    /// the app does not find what the host may know by another name.
    Ordinary,
    /// Nothing: they went elsewhere.
    Aborted,
}

/// All that the route's page shows. The signal ends requests that only this page wanted.
pub async fn page(route: &Route, signal: &AbortSignal) -> Result<PageData, NotLoaded> {
    if is_open(route) {
        read_site(Some(signal)).await?;
    }
    let route = &settled(route.clone());
    if *route == Route::NotFound {
        return Err(NotLoaded::Ordinary);
    }
    begin(route, Some(signal));
    let page = read_page(route, signal).await;
    if page.is_err() {
        files_of(route).for_each(|path| request::forget(&path));
    }
    page
}

thread_local! {
    /// Which addresses are pages of the site; nothing until that is known.
    static PATHS: RefCell<Option<SitePaths>> = const { RefCell::new(None) };
}

/// The route as the site has it, as far as that is known: "not found" for what may be a page and is none.
pub fn settled(route: Route) -> Route {
    PATHS.with_borrow(|paths| match paths {
        Some(paths) => paths.settled(route),
        None => route,
    })
}

/// Whether only the site's facts tell what is there.
fn is_open(route: &Route) -> bool {
    matches!(route, Route::Page { .. } | Route::Section { .. })
}

async fn read_site(signal: Option<&AbortSignal>) -> Result<Site, NotLoaded> {
    let site = read(SITE_DATA, signal).await?;
    // The file is kept for as long as the document lives, so its paths need reading once.
    if PATHS.with_borrow(Option::is_none) {
        PATHS.set(Some(read(SITE_DATA, signal).await?));
    }
    Ok(site)
}

/// Which build the site is of, if it says so.
pub async fn build() -> Option<String> {
    read_site(None).await.ok()?;
    PATHS.with_borrow(|paths| paths.as_ref().map(|paths| paths.build.clone()))
}

/// Fetches what the route's page will need, and keeps it. Of what may be a page, only the site's facts tell whether it is.
pub fn prefetch(route: &Route) {
    let is_certain = PATHS.with_borrow(Option::is_some) || !is_open(route);
    match is_certain {
        true => begin(route, None),
        false => request::begin(SITE_DATA, None),
    }
}

fn begin(route: &Route, signal: Option<&AbortSignal>) {
    files_of(route).for_each(|path| request::begin(&path, signal));
    if route.markdown_path().is_some() {
        modules::begin_markdown();
    }
}

/// The site alone, for a page that says what went wrong. Where that cannot be had either, its links still lead home.
pub async fn site() -> Site {
    read_site(None).await.unwrap_or_else(|_| Site {
        base_url: bridge::get().root(),
        ..Site::default()
    })
}

/// Names to choose from. An answer that failed is asked for again.
pub async fn names() -> Result<Names, LoadError> {
    let text = request::text(NAMES, None).await.map_err(not_loaded);
    let names = live_updates::patched(NAMES, text).and_then(|text| {
        let names = parse(&text);
        if names.is_err() {
            request::forget(NAMES);
        }
        names.map_err(NotLoaded::Failed)
    });
    names.map_err(|error| match error {
        NotLoaded::Failed(error) => error,
        _ => LoadError::Offline,
    })
}

/// The title of an article; nothing where there is none of that slug, or it cannot be had.
pub async fn title(slug: &str) -> Option<String> {
    let path = Route::article(slug).data_path()?;
    let text = request::text(&path, None).await.ok()?;
    let article = JSON::parse(&text.as_string()?).ok()?;
    field(&article, "title").filter(|title: &String| !title.is_empty())
}

fn files_of(route: &Route) -> impl Iterator<Item = String> {
    let files = [
        Some(SITE_DATA.into()),
        data_file(route),
        markdown_file(route),
    ];
    files.into_iter().flatten()
}

fn data_file(route: &Route) -> Option<String> {
    route.data_path().map(|path| located(route, path))
}

fn markdown_file(route: &Route) -> Option<String> {
    route.markdown_path().map(|path| located(route, path))
}

fn located(route: &Route, path: String) -> String {
    match route {
        Route::Article { slug } => live_updates::located(slug, path),
        _ => path,
    }
}

async fn read_page(route: &Route, signal: &AbortSignal) -> Result<PageData, NotLoaded> {
    let data = data_file(route).unwrap_or_default();
    let content = match route {
        Route::You | Route::Search => PageContent::Fixed,
        // Its finished page says that it is gone, as long as there is one.
        Route::Article { slug } if is_gone(slug) => return Err(NotLoaded::Ordinary),
        Route::Article { .. } | Route::Page { .. } => {
            let text = text_or_built(&data, route.data_path(), signal).await?;
            let mut article: Box<Article> = Box::new(parse(&text).map_err(NotLoaded::Failed)?);
            let is_article = matches!(route, Route::Article { .. });
            if is_article && article.related.is_empty() && live_updates::is_live() {
                add_related(&mut article, &text).await;
            }
            if article.title.is_empty() {
                return Err(NotLoaded::Failed(LoadError::Malformed));
            }
            let markdown = markdown(route, &article, signal).await?;
            let html = html(&markdown, &text).await?;
            PageContent::Article(article, html)
        }
        Route::Tags | Route::Authors | Route::AllSeries => {
            let text = live_updates::patched(&route.path(), text(&data, signal).await)?;
            let index = parse(&text).map_err(NotLoaded::Failed)?;
            PageContent::Index(index)
        }
        Route::Home { .. }
        | Route::Tag { .. }
        | Route::Author { .. }
        | Route::Archive
        | Route::Year { .. }
        | Route::Series { .. }
        | Route::Section { .. } => {
            // The build may not have it yet.
            let text = live_updates::patched(&route.path(), text(&data, signal).await)?;
            let list: Box<List> = Box::new(parse(&text).map_err(NotLoaded::Failed)?);
            let html = match list.introduction.is_empty() {
                true => String::new(),
                false => html(&JsValue::from_str(&list.introduction), &text).await?,
            };
            PageContent::List(list, html)
        }
        // Nor does a page of these reach the app.
        Route::Embed | Route::Write | Route::NotFound => return Err(NotLoaded::Ordinary),
    };
    let replies = match &content {
        PageContent::Article(article, _) if !article.replies.is_empty() => {
            html(&JsValue::from_str(&article.replies), &JsValue::UNDEFINED).await?
        }
        _ => String::new(),
    };
    Ok(PageData {
        route: route.clone(),
        site: read_site(Some(signal)).await?,
        content,
        slots: Slots::default(),
        replies,
    })
}

/// Of an article that no build has made.
async fn add_related(article: &mut Article, text: &JsValue) {
    let text = modules::with_related(text).await.unwrap_or_default();
    if let Ok(Article { related, .. }) = parse(&text) {
        article.related = related;
    }
}

/// Whether an article was taken back since the build.
fn is_gone(slug: &str) -> bool {
    let hash = live_updates::module().and_then(|module| module.hash_of(slug));
    hash.is_some_and(|hash| hash.is_empty())
}

/// A file of an article: where it does not come from where it was published, as the build has it, if it has it.
async fn text_or_built(
    path: &str,
    built: Option<String>,
    signal: &AbortSignal,
) -> Result<JsValue, NotLoaded> {
    let published = text(path, signal).await;
    match (published, built) {
        (Err(error), Some(built)) if built != path && !signal.aborted() => {
            text(&built, signal).await.map_err(|_| error)
        }
        (published, _) => published,
    }
}

/// The text of an article or a page.
async fn markdown(
    route: &Route,
    article: &Article,
    signal: &AbortSignal,
) -> Result<JsValue, NotLoaded> {
    let path = markdown_file(route).unwrap_or_default();
    let mut markdown = text_or_built(&path, route.markdown_path(), signal).await?;
    if !is_of(article, &markdown).await {
        markdown = request::fresh_text(&path, signal)
            .await
            .map_err(not_loaded)?;
        if !is_of(article, &markdown).await {
            return Err(NotLoaded::Ordinary);
        }
    }
    Ok(markdown)
}

/// Markdown as HTML; `data` is the file that says how to render it richly.
async fn html(markdown: &JsValue, data: &JsValue) -> Result<String, NotLoaded> {
    let html = modules::render(markdown, data).await;
    let html = html.map_err(|error| match error {
        RequestError::Unanswered => NotLoaded::Failed(LoadError::Offline),
        _ => NotLoaded::Ordinary,
    })?;
    if html.len() > LONG_TEXT {
        timing::rest().await;
    }
    Ok(html)
}

/// Whether this is the text that the article's data is of. What another program wrote need not say, and browsers tell
/// only on secure pages.
async fn is_of(article: &Article, markdown: &JsValue) -> bool {
    thread_local! {
        /// Hashes of texts that have been found to be right. On the way back one engine restores the place only on a page
        /// that is there at once, and a digest takes a while.
        static FOUND: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    }
    let is_found = FOUND.with_borrow(|found| found.contains(&article.hash));
    if article.hash.is_empty() || is_found {
        return true;
    }
    let markdown = markdown.as_string().unwrap_or_default();
    let digest = digest(markdown).await;
    let is_right = digest.is_none_or(|digest| digest == article.hash);
    if is_right {
        FOUND.with_borrow_mut(|found| found.push(article.hash.clone()));
    }
    is_right
}

/// Of SHA-256, what `article.hash` has of it.
async fn digest(text: String) -> Option<String> {
    let crypto = Reflect::get(&bridge::window(), &JsValue::from_str("crypto")).ok()?;
    let subtle = Reflect::get(&crypto, &JsValue::from_str("subtle")).ok()?;
    if subtle.is_undefined() {
        return None;
    }
    let subtle: web_sys::SubtleCrypto = subtle.unchecked_into();
    let bytes = Uint8Array::from(text.as_bytes());
    let digest = subtle
        .digest_with_str_and_buffer_source("SHA-256", &bytes)
        .ok()?;
    let digest = Uint8Array::new(&JsFuture::from(digest).await.ok()?);
    let mut hash = String::new();
    for byte in digest.to_vec().iter().take(5) {
        // A text takes all that is written.
        let _ = write!(hash, "{byte:02x}");
    }
    Some(hash)
}

async fn text(path: &str, signal: &AbortSignal) -> Result<JsValue, NotLoaded> {
    request::text(path, Some(signal)).await.map_err(not_loaded)
}

async fn read<T: FromJson>(path: &str, signal: Option<&AbortSignal>) -> Result<T, NotLoaded> {
    let text = request::text(path, signal).await.map_err(not_loaded)?;
    let value = parse(&text);
    if value.is_err() {
        request::forget(path);
    }
    value.map_err(NotLoaded::Failed)
}

fn not_loaded(error: RequestError) -> NotLoaded {
    match error {
        RequestError::Aborted => NotLoaded::Aborted,
        RequestError::Late | RequestError::Status(404 | 410) => NotLoaded::Ordinary,
        RequestError::Status(_) => NotLoaded::Failed(LoadError::Malformed),
        RequestError::Unanswered => NotLoaded::Failed(LoadError::Offline),
    }
}

/// The version is looked at first: newer data may have a shape that this app cannot know.
pub(super) fn parse<T: FromJson>(text: &JsValue) -> Result<T, LoadError> {
    let text = text.as_string().unwrap_or_default();
    let value = JSON::parse(&text).map_err(|_| LoadError::Malformed)?;
    match field::<u32>(&value, "version") {
        Some(VERSION) => T::from_json(&value).ok_or(LoadError::Malformed),
        Some(newer) if newer > VERSION => Err(LoadError::Outdated),
        _ => Err(LoadError::Malformed),
    }
}
