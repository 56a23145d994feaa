//! What was published since the last build, where the publisher has that: asked for after the first sign of reading, and
//! again when the reader goes on after a minute. If there is something, the live module reads it; what cannot be had or read
//! changes nothing.

use super::{bridge, modules::LiveModule, page_loader, request, timing};
use crate::folder::MAX_FILES;
use crate::from_json::JsonValue;
use crate::route::{LIVE, Route};
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};

/// How long an answer counts, in milliseconds.
const FRESH: f64 = 60_000.0;

/// What a build says: that nothing was published since.
const NOTHING: &str = "{\"version\":1,\"since\":\"0123456789\"}";

thread_local! {
    /// When it was asked for, in milliseconds since the document began.
    static ASKED: Cell<f64> = const { Cell::new(-FRESH) };
    /// Whether it was had then.
    static HAD: Cell<bool> = const { Cell::new(true) };
}

/// The module; nothing while nothing was published. The app says it to the other modules by the bridge.
pub fn module() -> Option<LiveModule> {
    let module = bridge::get().live();
    (!module.is_undefined()).then(|| module.unchecked_into())
}

/// Tells what pages are made with from what they were made with.
pub fn version() -> u32 {
    module().map_or(0, |module| module.version())
}

/// The address that it lies below: empty for the site itself, nothing where there is none.
fn place() -> Option<String> {
    bridge::document()
        .document_element()?
        .get_attribute("data-live")
}

/// Whether the site has articles that no build has made.
pub fn is_live() -> bool {
    place().is_some()
}

/// Asks for it, unless that was done a moment ago. False where it cannot be had or read.
pub async fn refresh() -> bool {
    let now = timing::now();
    let Some(place) = place().filter(|_| now - ASKED.get() >= FRESH) else {
        return HAD.get();
    };
    ASKED.set(now);
    let is_had = ask(&place).await;
    HAD.set(is_had == Some(true));
    HAD.get()
}

async fn ask(place: &str) -> Option<bool> {
    let text = request::checked_text(&[place, LIVE].concat()).await.ok()?;
    let is_quiet = text.as_string()?.len() == NOTHING.len();
    if module().is_none() && is_quiet {
        return Some(true);
    }
    let build = page_loader::build().await.unwrap_or_default();
    let module = LiveModule::load().await.ok()?;
    if !module.has_read(&text, &build, place).await {
        return None;
    }
    bridge::get().set_live(&module);
    // The files of articles that a folder has are here from then on.
    for file in module.files().as_list(MAX_FILES)? {
        let [slug, data, text] = ["0", "1", "2"].map(|index| file.field(index));
        let slug = slug.as_string()?;
        let route = Route::article(&slug);
        for (path, text) in [(route.data_path(), data), (route.markdown_path(), text)] {
            request::put(&located(&slug, path?), &text);
        }
    }
    Some(true)
}

/// Where a file of an article lies: what was published since the build may lie elsewhere, and a cache that has it as it was
/// does not know it under this address.
pub fn located(slug: &str, path: String) -> String {
    let hash = module().and_then(|module| module.hash_of(slug));
    match (hash, place()) {
        (Some(hash), Some(place)) => [&place, &*path, "?", &hash].concat(),
        _ => path,
    }
}

/// A file of the build, with what was published since: that of the page of this path, or the names.
pub fn patched<E>(path: &str, file: Result<JsValue, E>) -> Result<JsValue, E> {
    let patched = module().map(|module| match &file {
        Ok(text) => module.patched(path, text),
        Err(_) => module.patched(path, &JsValue::UNDEFINED),
    });
    match patched {
        Some(patched) if patched.is_string() => Ok(patched),
        _ => file,
    }
}
