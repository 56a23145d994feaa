//! What readers show interest in is built ahead: a link under the pointer, under a finger or with the focus; and, when
//! there is nothing else to do, up to three links to articles in view, the nearest to where the reader looks.
//!
//! Not for readers who save data or have a very slow line: for them a page comes when they ask for it.

use super::{built_ahead, chunks, navigation::route_of, navigation_api::navigation};
use crate::browser::{
    bridge,
    events::{closest, observe},
    find, timing,
};
use crate::route::Route;
use js_sys::Reflect;
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortSignal, Event, HtmlAnchorElement, PointerEvent};

/// How long a pointer rests on a link that is of interest. In milliseconds.
const HOVER: i32 = 60;

/// How long a page stands still before links in view are. In milliseconds.
const STILL: i32 = 200;

thread_local! {
    /// Where the pointer was last, from the top of the window in CSS pixels.
    static POINTER: Cell<Option<f64>> = const { Cell::new(None) };
    /// Counts what moves the links in view.
    static MOVES: Cell<u32> = const { Cell::new(0) };
}

/// Looks at what the reader does with links, from now on.
pub fn start() {
    if navigation().is_none() || saves_data() {
        return;
    }
    let (window, signal) = (bridge::window(), bridge::get().signal());
    observe(&window, "pointerover", &signal, |event: PointerEvent| {
        POINTER.set(Some(event.client_y().into()));
        if let Some(link) = link_of(&event) {
            spawn_local(hovered(link));
        }
    });
    for name in ["focusin", "touchstart"] {
        observe(&window, name, &signal, |event: Event| {
            link_of(&event).iter().for_each(prepare);
        });
    }
    for name in ["scroll", "resize", chunks::SHOWN] {
        observe(&window, name, &signal, |_: Event| {
            spawn_local(look(bridge::get().signal()));
        });
    }
    // The sign at which the app came may have been about a link.
    for link in find::on_page("a[href]:hover, a[href]:focus") {
        prepare(link.unchecked_ref());
    }
    spawn_local(look(signal));
}

fn saves_data() -> bool {
    let get = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).unwrap_or_default();
    let window = bridge::window();
    let connection = get(&window.navigator(), "connection");
    let reduced = window.match_media("(prefers-reduced-data: reduce)");
    let is_reduced = reduced
        .ok()
        .flatten()
        .is_some_and(|reduced| reduced.matches());
    if !connection.is_object() {
        return is_reduced;
    }
    let speed = get(&connection, "effectiveType").as_string();
    is_reduced
        || get(&connection, "saveData").is_truthy()
        || speed.is_some_and(|speed| speed.contains("2g"))
}

fn link_of(event: &Event) -> Option<HtmlAnchorElement> {
    closest(event, "a[href]")
}

async fn hovered(link: HtmlAnchorElement) {
    timing::sleep(HOVER).await;
    if link.matches(":hover").unwrap_or_default() {
        prepare(&link);
    }
}

fn prepare(link: &HtmlAnchorElement) {
    if let Some(path) = path_of(link) {
        spawn_local(async move { built_ahead::build(&path).await });
    }
}

/// Of another page of this site.
fn path_of(link: &HtmlAnchorElement) -> Option<String> {
    let location = bridge::window().location();
    let path = link.pathname();
    let is_here = location.pathname().is_ok_and(|here| here == path);
    let is_ours = location
        .origin()
        .is_ok_and(|origin| origin == link.origin());
    (is_ours && !is_here).then_some(path)
}

/// Builds ahead what is in view, once the page stands still.
async fn look(signal: AbortSignal) {
    let move_number = MOVES.get() + 1;
    MOVES.set(move_number);
    timing::sleep(STILL).await;
    // To measure while a text comes would have browsers restore the wrong scroll place.
    if MOVES.get() != move_number || chunks::is_coming() {
        return;
    }
    timing::idle().await;
    for path in articles_in_view() {
        if MOVES.get() != move_number || signal.aborted() {
            return;
        }
        built_ahead::build(&path).await;
        timing::idle().await;
    }
}

/// Paths of the articles that links in view lead to, the nearest to where the reader looks first.
fn articles_in_view() -> Vec<String> {
    let height = bridge::window_height().unwrap_or_default();
    let looked_at = POINTER.get().unwrap_or(height / 2.0);
    let paths: Vec<(f64, String)> = find::on_page("main a[href]")
        .filter_map(|link| {
            let place = link.get_bounding_client_rect();
            let middle = (place.top() + place.bottom()) / 2.0;
            let is_in_view = place.height() > 0.0 && (0.0..height).contains(&middle);
            let path = path_of(link.dyn_ref()?).filter(|_| is_in_view)?;
            let is_article = matches!(route_of(&path), Some(Route::Article { .. }));
            is_article.then(|| ((middle - looked_at).abs(), path))
        })
        .collect();
    let mut nearest: Vec<String> = Vec::new();
    while nearest.len() < built_ahead::MAX_PAGES {
        let others = paths.iter().filter(|(_, path)| !nearest.contains(path));
        let Some((_, path)) = others.min_by(|(one, _), (other, _)| one.total_cmp(other)) else {
            break;
        };
        nearest.push(path.clone());
    }
    nearest
}
