//! The app of the blog's own pages, from the first sign of reading on.
//!
//! 1. [`start`] brings the live elements of the page to life, the first on the page first, and listens to keys and
//!    buttons.
//! 2. [`interest`] sees what the reader may open next, and [`built_ahead`] has it ready.
//! 3. [`navigation`] takes a click on a link over, [`page`] and [`chunks`] put the next page on screen.

mod actions;
mod built_ahead;
pub(super) mod chunks;
mod continue_element;
mod dropped_texts;
mod focus;
mod heights;
mod interest;
mod keys;
mod loading_sign;
mod navigation;
mod navigation_api;
mod news;
mod page;
mod reading_list;
mod series_element;
mod slot_element;
pub(super) mod tools;
mod transition;

use super::{
    bridge, define_elements, find, live_reactions, modules::DESK, reading, shared_reactions, timing,
};
use bridge::JsBridge;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

/// What brings an element to life.
type Enhance = fn(HtmlElement);

/// In the order in which they are on a page.
const LIVE_ELEMENTS: [(&str, Enhance); 10] = [
    ("recto-continue", continue_element::enhance),
    ("recto-actions", actions::enhance),
    ("recto-reading", reading::enhance),
    ("recto-series", series_element::enhance),
    ("recto-slot", slot_element::enhance),
    ("recto-reactions", |bar| {
        live_reactions::enhance(bar.clone(), bridge::translator());
        shared_reactions::enhance(bar);
    }),
    ("recto-you", |page| tools::open_tool("you", Some(page))),
    ("recto-search-page", |page| {
        tools::open_tool("search", Some(page));
    }),
    ("recto-embed-builder", |form| {
        tools::open_tool("embed-builder", Some(form));
    }),
    ("recto-desk", |desk| tools::open_tool(DESK, Some(desk))),
];

/// Brings the page to life. Called once, by the start script.
pub async fn start(bridge: JsBridge) {
    bridge::set(bridge);
    define_elements::start_signals();
    keys::start();
    tools::start();
    reading_list::start();
    dropped_texts::start();
    slot_element::start();
    // Each in a task of its own, so that no frame waits.
    for (name, enhance) in LIVE_ELEMENTS {
        define_elements::define(name, enhance);
        timing::rest().await;
    }
    navigation::start();
    interest::start();
    spawn_local(async {
        if find::is_on_page("[data-missing]") {
            navigation::open_missing().await;
        }
        news::look();
    });
}
