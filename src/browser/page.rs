//! Putting a page on screen: its content, the head of the document, and a word for those who do not see it change.

use super::host;
use crate::components::page_html;
use crate::page_data::PageData;
use crate::pages;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, Document, HtmlAnchorElement, HtmlLinkElement};

/// Replaces what stands in `<main>`, and says so with the event `recto-shown`.
///
/// A page has no state: what is alive on it are elements, which mount themselves. So it is written as HTML, by the
/// code that prerenders it too. That is 7 KB less of compressed wasm than building it node by node.
pub fn show(data: PageData) {
    let document = host::document();
    let Some(main) = document.get_element_by_id("recto-main") else {
        return;
    };
    update_head(&document, &data);
    let owner = Owner::default();
    let html = owner.with(|| pages::view(data).to_html());
    owner.cleanup();
    page_html::put(&main, &html);
    if let Ok(shown) = CustomEvent::new("recto-shown") {
        // Nobody can cancel it.
        let _ = host::window().dispatch_event(&shown);
    }
}

fn update_head(document: &Document, data: &PageData) {
    let title = data.document_title();
    document.set_title(&title);
    if let Ok(Some(link)) = document.query_selector("link[rel=canonical]") {
        link.unchecked_into::<HtmlLinkElement>()
            .set_href(&data.canonical_url());
    }
    if let Ok(Some(robots)) = document.query_selector("meta[name=robots]") {
        robots.remove();
    }
    if let Some(announcer) = document.get_element_by_id("recto-announcer") {
        announcer.set_text_content(Some(&title));
    }
    mark_current_link(document, &data.site.href(&data.route));
}

/// The header stays where it is; only the link to the page on show is marked.
fn mark_current_link(document: &Document, path: &str) {
    let Ok(links) = document.query_selector_all(".site-navigation a") else {
        return;
    };
    for link in (0..links.length()).filter_map(|at| links.item(at)) {
        let link: HtmlAnchorElement = link.unchecked_into();
        // Neither call can fail for a name that is an attribute's name.
        let _ = match link.pathname() == path {
            true => link.set_attribute("aria-current", "page"),
            false => link.remove_attribute("aria-current"),
        };
    }
}
