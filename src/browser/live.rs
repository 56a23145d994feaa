//! What was published since the last build, where the publisher has that: asked for after the first sign of reading, and
//! again when the reader goes on after a minute. What cannot be had or read changes nothing.

use super::{bridge, load, modules, request, timing};
use crate::content::live::Live;
use crate::folder::MAX_FILES;
use crate::from_json::JsonValue;
use crate::route::{LIVE, Route};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// How long an answer counts, in milliseconds.
const FRESH: f64 = 60_000.0;

thread_local! {
    /// When it was asked for, in milliseconds since the document began.
    static ASKED: Cell<Option<f64>> = const { Cell::new(None) };
    /// Whether it was had then.
    static HAD: Cell<bool> = const { Cell::new(true) };
    /// What counts, with the text that it was read from.
    static READ: RefCell<(JsValue, Rc<Live>)> = RefCell::default();
}

/// The address that it lies below: empty for the site itself, nothing where there is none.
fn place() -> Option<String> {
    bridge::document()
        .document_element()?
        .get_attribute("data-live")
}

/// What counts now. The app says it to the other modules by the bridge.
pub fn now() -> Rc<Live> {
    let text = bridge::get().live();
    READ.with_borrow_mut(|(read, live)| {
        if *read != text {
            *live = Rc::new(load::parse(&text).unwrap_or_default());
            *read = text;
        }
        live.clone()
    })
}

/// Asks for it, unless that was done a moment ago. False where it cannot be had, or is not what the app can read.
pub async fn refresh() -> bool {
    let Some(place) = place() else {
        return true;
    };
    let is_fresh = |asked| timing::now() - asked < FRESH;
    if ASKED.get().is_some_and(is_fresh) {
        return HAD.get();
    }
    ASKED.set(Some(timing::now()));
    let is_had = ask(&place).await;
    HAD.set(is_had);
    is_had
}

async fn ask(place: &str) -> bool {
    let Ok(text) = request::checked_text(&[place, LIVE].concat()).await else {
        return false;
    };
    let Ok(live) = load::parse::<Live>(&text) else {
        return false;
    };
    if !live.folder.is_empty() {
        return read_folder(place, &live.folder).await.is_some();
    }
    // It begins from the build that this document is of, or from none that it knows.
    if live.since.is_empty() || live.is_empty() || load::build().await == Some(live.since) {
        bridge::get().set_live(&text);
    }
    true
}

/// The files of its articles are here from then on.
async fn read_folder(place: &str, folder: &str) -> Option<()> {
    let read = modules::read_folder(place, folder).await.ok()?;
    bridge::get().set_live(&read.field("live"));
    for file in read.field("files").as_list(MAX_FILES)? {
        let [slug, data, text] = ["0", "1", "2"].map(|index| file.field(index));
        let slug = slug.as_string()?;
        let route = Route::article(&slug);
        for (path, text) in [(route.data_path(), data), (route.markdown_path(), text)] {
            request::put(&located(&slug, path?), &text);
        }
    }
    Some(())
}

/// Where a file of an article lies: what was published since the build may lie elsewhere, and a cache that has it as it was
/// does not know it under this address.
pub fn located(slug: &str, path: String) -> String {
    match (now().article(slug), place()) {
        (Some(live), Some(place)) => [&place, &*path, "?", &live.hash].concat(),
        _ => path,
    }
}
