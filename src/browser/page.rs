//! Putting a page on screen: its content, the head of the document, and a word for those who do not see it change.

use super::host;
use crate::page_data::PageData;
use crate::pages::Page;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, DocumentFragment, HtmlAnchorElement, HtmlLinkElement};

/// The page's content, for [`show`].
pub fn build(data: &PageData) -> DocumentFragment {
    let page = host::document().create_document_fragment();
    // A view without signals is done when it is built.
    view! { <Page data /> }
        .build()
        .mount(page.unchecked_ref(), None);
    page
}

/// Replaces what stands in `<main>`. The event `recto-shown` says when all of it is there.
///
/// Nothing of the page is kept here: what is alive on it are elements, which come alive by themselves.
pub fn show(data: &PageData, page: &DocumentFragment) {
    let document = host::document();
    let Some(main) = document.get_element_by_id("recto-main") else {
        return;
    };
    update_head(&document, data);
    host::get().put(&main, page);
}

fn update_head(document: &Document, data: &PageData) {
    let title = data.document_title();
    document.set_title(&title);
    if let Ok(Some(link)) = document.query_selector("link[rel=canonical]") {
        link.unchecked_into::<HtmlLinkElement>()
            .set_href(&data.canonical_url());
    }
    if let Ok(Some(robots)) = document.query_selector("meta[name=robots][content=noindex]") {
        robots.remove();
    }
    host::announce(&title);
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
        drop(match link.pathname() == path {
            true => link.set_attribute("aria-current", "page"),
            false => link.remove_attribute("aria-current"),
        });
    }
}
