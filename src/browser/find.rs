//! Looking for elements of a page.

use super::bridge;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, NodeList};

/// All elements below this one that the selector names, in the order of the document.
pub fn all(within: &Element, selector: &str) -> impl Iterator<Item = HtmlElement> + use<> {
    elements(within.query_selector_all(selector).ok())
}

/// The first of them.
pub fn first(within: &Element, selector: &str) -> Option<HtmlElement> {
    within.query_selector(selector).ok()??.dyn_into().ok()
}

/// All elements of the document that the selector names.
pub fn on_page(selector: &str) -> impl Iterator<Item = HtmlElement> + use<> {
    elements(bridge::document().query_selector_all(selector).ok())
}

/// Whether the document has such an element.
pub fn is_on_page(selector: &str) -> bool {
    matches!(bridge::document().query_selector(selector), Ok(Some(_)))
}

fn elements(found: Option<NodeList>) -> impl Iterator<Item = HtmlElement> + use<> {
    let length = found.as_ref().map_or(0, NodeList::length);
    (0..length).filter_map(move |index| found.as_ref()?.item(index)?.dyn_into().ok())
}
