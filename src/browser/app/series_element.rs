//! `<recto-series>`: says at the links around it, to the parts of a series, which of them the reader has begun or finished.

use super::navigation::route_of;
use crate::browser::{
    bridge,
    events::{listen, until_removed},
    find, storage,
};
use crate::i18n::{Message, message};
use crate::reader_data::ReaderData;
use crate::route::Route;
use crate::storage_key::StorageKey;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlAnchorElement, HtmlElement};

/// Of the word.
const MARK: &str = "part-read";

pub fn enhance(element: HtmlElement) {
    let (Some(signal), Some(parts)) = (until_removed(), element.parent_element()) else {
        return;
    };
    show(&parts);
    listen(&bridge::window(), "storage", &signal, move |_: Event| {
        show(&parts);
    });
}

fn show(element: &Element) {
    for mark in find::all(element, &[".", MARK].concat()) {
        mark.remove();
    }
    for link in find::all(element, "li a[href]") {
        let link: HtmlAnchorElement = link.unchecked_into();
        if let Some(word) = word(&link) {
            add_mark(&link, &bridge::translator().text(word));
        }
    }
}

/// How far the reader is in the article behind a link.
fn word(link: &HtmlAnchorElement) -> Option<Message> {
    let Some(Route::Article { slug }) = route_of(&link.pathname()) else {
        return None;
    };
    match storage::load(&StorageKey::Reading(&slug))? {
        ReaderData::Reading(reading) if reading.finished.is_empty() => Some(message::PART_BEGUN),
        ReaderData::Reading(_) => Some(message::PART_READ),
        _ => None,
    }
}

fn add_mark(link: &Element, word: &str) {
    if let Ok(mark) = bridge::document().create_element("span") {
        mark.set_class_name(MARK);
        mark.set_text_content(Some(word));
        // It fails only for a link that is in no document any more.
        drop(link.insert_adjacent_element("afterend", &mark));
    }
}
