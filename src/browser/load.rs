//! From a route to the data of its page: what was prefetched is at hand, the rest is fetched, all files in parallel.

use super::{
    from_json::{FromJson, field},
    host,
};
use crate::content::{VERSION, article::Article, search::SearchIndex, site::Site};
use crate::page_data::{LoadError, PageContent, PageData};
use crate::route::{Route, SEARCH_INDEX, SITE_DATA};
use gloo_net::http::Response;
use js_sys::{Array, Map, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{AbortSignal, RequestInit};

/// In the place of a status: the reader went elsewhere.
const ABORTED: f64 = -1.0;

thread_local! {
    /// Promises of files' texts by path, for as long as the document lives. Whoever asks while one is under way shares
    /// the request; one that fails is forgotten. They reject with the status, 0 where nothing answered, or [`ABORTED`].
    static FILES: Map = Map::new();
}

/// All that the route's page shows. The signal ends requests that only this page wanted.
pub async fn page(route: &Route, signal: &AbortSignal) -> Result<PageData, LoadError> {
    let page = read_page(route, signal).await;
    if page.is_err() {
        // What could not be read is asked for again.
        let paths = [
            route.data_path(),
            route.markdown_path(),
            Some(SITE_DATA.into()),
        ];
        paths
            .iter()
            .flatten()
            .for_each(|path| forget(&JsValue::from_str(path)));
    }
    page
}

async fn read_page(route: &Route, signal: &AbortSignal) -> Result<PageData, LoadError> {
    let files: Array = loop {
        let files = files_of(route, Some(signal)).ok_or(LoadError::NotFound)?;
        match JsFuture::from(files).await {
            Ok(files) => break files.unchecked_into(),
            // A request that an earlier click had made ended with that click.
            Err(status) if status.as_f64() == Some(ABORTED) && !signal.aborted() => {}
            Err(status) => return Err(load_error(status)),
        }
    };
    let [site, data, markdown] = [0, 1, 2].map(|at| files.get(at));
    let content = match route {
        Route::You => PageContent::Fixed,
        Route::Article { .. } => {
            let article: Box<Article> = Box::new(parse(&data)?);
            if article.title.is_empty() {
                return Err(LoadError::Malformed);
            }
            let html = host::get().render_markdown(&markdown, &data).await;
            let html = html.ok().and_then(|html| html.as_string());
            PageContent::Article(article, html.ok_or(LoadError::Malformed)?)
        }
        Route::Tags | Route::Authors => PageContent::Index(parse(&data)?),
        _ => PageContent::List(parse(&data)?),
    };
    Ok(PageData {
        route: route.clone(),
        site: parse(&site)?,
        content,
    })
}

/// The site alone, for a page that says what went wrong. Where that cannot be had either, its links still lead home.
pub async fn site() -> Site {
    let site = JsFuture::from(file(SITE_DATA, None)).await;
    let site = site.ok().and_then(|site| parse(&site).ok());
    site.unwrap_or_else(|| Site {
        base_url: host::get().root(),
        ..Site::default()
    })
}

/// What can be searched. An answer that failed is asked for again.
pub async fn search_index() -> Result<SearchIndex, LoadError> {
    let text = JsFuture::from(file(SEARCH_INDEX, None)).await;
    let index = text.map_err(load_error).and_then(|text| parse(&text));
    if index.is_err() {
        forget(&JsValue::from_str(SEARCH_INDEX));
    }
    index
}

/// Fetches what the route's page will need, and keeps it.
pub fn prefetch(route: &Route) {
    if let Some(files) = files_of(route, None) {
        // A failure is told when the reader goes there.
        host::ignore(&files);
    }
}

/// The site's file, the route's JSON and, for an article, its Markdown and the module that renders it.
fn files_of(route: &Route, signal: Option<&AbortSignal>) -> Option<Promise> {
    if *route == Route::NotFound {
        return None;
    }
    let files = Array::of1(&file(SITE_DATA, signal));
    if let Some(path) = route.data_path() {
        files.push(&file(&path, signal));
    }
    if let Some(path) = route.markdown_path() {
        files.push(&file(&path, signal));
        files.push(&host::get().load_markdown());
    }
    Some(Promise::all(&files))
}

/// One file below the base path.
fn file(path: &str, signal: Option<&AbortSignal>) -> Promise {
    FILES.with(|files| {
        let key = JsValue::from_str(path);
        files.get(&key).dyn_into().unwrap_or_else(|_| {
            let url = host::get().base() + path;
            let file = future_to_promise(fetch(url, key.clone(), signal.cloned()));
            files.set(&key, &file);
            file
        })
    })
}

async fn fetch(url: String, key: JsValue, signal: Option<AbortSignal>) -> Result<JsValue, JsValue> {
    let text = fetch_text(&url, signal.as_ref()).await;
    text.map_err(|status| {
        forget(&key);
        let aborted = signal.is_some_and(|signal| signal.aborted());
        if aborted { ABORTED.into() } else { status }
    })
}

fn forget(path: &JsValue) {
    FILES.with(|files| files.delete(path));
}

/// The request is made by hand and its answer read by `gloo-net`, whose request builder costs 1 KB compressed.
async fn fetch_text(url: &str, signal: Option<&AbortSignal>) -> Result<JsValue, JsValue> {
    let options = RequestInit::new();
    options.set_signal(signal);
    let request = host::window().fetch_with_str_and_init(url, &options);
    let response: web_sys::Response = JsFuture::from(request)
        .await
        .map_err(|_| 0)?
        .unchecked_into();
    let response = Response::from(response);
    if !response.ok() {
        return Err(response.status().into());
    }
    Ok(response.text().await.map_err(|_| 0)?.into())
}

fn load_error(status: JsValue) -> LoadError {
    match status.as_f64() {
        Some(404.0 | 410.0) => LoadError::NotFound,
        Some(1.0..) => LoadError::Malformed,
        _ => LoadError::Offline,
    }
}

/// The version is looked at first: newer data may have a shape that this app cannot know.
pub(super) fn parse<T: FromJson>(text: &JsValue) -> Result<T, LoadError> {
    let text = text.as_string().unwrap_or_default();
    let value = js_sys::JSON::parse(&text).map_err(|_| LoadError::Malformed)?;
    match field::<u32>(&value, "version") {
        Some(VERSION) => T::from_json(&value).ok_or(LoadError::Malformed),
        Some(newer) if newer > VERSION => Err(LoadError::Outdated),
        _ => Err(LoadError::Malformed),
    }
}
