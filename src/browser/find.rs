//! Looking for elements of a page.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, NodeList};

/// All elements below this one that the selector names, in the order of the document.
pub fn all(within: &Element, selector: &str) -> impl Iterator<Item = HtmlElement> + use<> {
    let found = within.query_selector_all(selector).ok();
    let length = found.as_ref().map_or(0, NodeList::length);
    (0..length).filter_map(move |at| found.as_ref()?.item(at)?.dyn_into().ok())
}

/// The first of them.
pub fn first(within: &Element, selector: &str) -> Option<HtmlElement> {
    within.query_selector(selector).ok()??.dyn_into().ok()
}
