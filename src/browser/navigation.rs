//! From page to page without a new document. The browser keeps the history, the scroll and the focus.
//!
//! 1. The start script asks whether an address is a page of ours, and lets it be an ordinary link if not.
//! 2. The page's data is loaded, or was prefetched.
//! 3. The page is built, and swapped in a view transition where motion is welcome and the device quick.

use super::{host, load, page};
use crate::page_data::{LoadError, PageContent, PageData};
use crate::route::Route;
use js_sys::{Function, decode_uri_component};
use std::cell::Cell;
use wasm_bindgen::{JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortSignal;

thread_local! {
    /// Whether the site's data has turned out to be newer than this app. Then links are ordinary links again, and the
    /// next document brings the app that fits.
    static OUTDATED: Cell<bool> = const { Cell::new(false) };
}

/// The route of a path of this origin; nothing where it is not a page that this app can show.
pub fn route_of(path: &str) -> Option<Route> {
    if OUTDATED.get() {
        return None;
    }
    let below = path.strip_prefix(&host::get().base())?;
    let decoded = String::from(decode_uri_component(below).ok()?);
    Some(Route::parse(&decoded)).filter(|route| *route != Route::NotFound)
}

/// The path of the article of this slug.
pub fn path_of(slug: &str) -> String {
    host::get().base() + &Route::article(slug).path()
}

/// Has the data of a page ready.
pub fn prefetch(path: &str) {
    if let Some(route) = route_of(path) {
        load::prefetch(&route);
    }
}

/// Loads a page and puts it on screen, or the reason why not. `scroll` is called when the new page is there. Does
/// nothing once the signal is aborted: the reader has gone elsewhere.
///
/// False where the site has no data for the path. It may be an old address, of which only the host knows.
pub async fn open(path: String, signal: AbortSignal, scroll: Function) -> bool {
    let Some(route) = route_of(&path) else {
        return false;
    };
    let loaded = load::page(&route, &signal).await;
    if signal.aborted() {
        return true;
    }
    let data = match loaded {
        Ok(data) => data,
        Err(LoadError::NotFound) => return false,
        Err(error) => failure(route, error).await,
    };
    let page = page::build(&data);
    let content = page.clone();
    let update = Closure::once_into_js(move || {
        if signal.aborted() {
            return;
        }
        page::show(&data, &page);
        // It scrolls, or leaves things as they are.
        let _ = scroll.call0(&JsValue::UNDEFINED);
    });
    if let Some(done) = host::get().transition(&content, &update) {
        // It rejects only when the update panicked, which the hook has told.
        let _ = JsFuture::from(done).await;
    }
    true
}

async fn failure(route: Route, error: LoadError) -> PageData {
    OUTDATED.set(error == LoadError::Outdated);
    PageData {
        route,
        site: load::site().await,
        content: PageContent::Failure(error),
    }
}
