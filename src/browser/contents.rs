//! An article's table of contents, as it follows the scroll: the section that is being read is marked.

use super::{events::listen, find, host};
use js_sys::decode_uri_component;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{AbortSignal, Element, Event, HtmlAnchorElement, HtmlElement};

struct Contents {
    table: HtmlElement,
    /// Each link, and the heading that it leads to.
    entries: Vec<(HtmlElement, Element)>,
    current: Cell<Option<usize>>,
}

/// Follows the scroll until the signal is aborted. Does nothing for an article without a table of contents.
pub fn follow_scroll(article: &HtmlElement, signal: &AbortSignal) {
    let Some(table) = find::first(article, ".contents-links") else {
        return;
    };
    let entries = find::all(&table, "a").filter_map(|link| Some((heading_of(&link)?, link)));
    let contents = Contents {
        entries: entries.map(|(heading, link)| (link, heading)).collect(),
        table,
        current: Cell::default(),
    };
    contents.mark();
    listen(&host::window(), "scroll", signal, move |_: Event| {
        contents.mark()
    });
}

fn heading_of(link: &HtmlElement) -> Option<Element> {
    let hash = link.unchecked_ref::<HtmlAnchorElement>().hash();
    let id = String::from(decode_uri_component(hash.get(1..)?).ok()?);
    host::document().get_element_by_id(&id)
}

impl Contents {
    fn mark(&self) {
        let current = self.being_read();
        let before = self.current.replace(current);
        if before == current {
            return;
        }
        // Neither call can fail for a name that is an attribute's name.
        if let Some(link) = self.link(before) {
            drop(link.remove_attribute("aria-current"));
        }
        if let Some(link) = self.link(current) {
            drop(link.set_attribute("aria-current", "location"));
            // A long table scrolls in itself; the page stays where it is.
            let middle = link.offset_top() - self.table.client_height() / 2;
            self.table.set_scroll_top(middle);
        }
    }

    /// The last heading that has reached the upper third of the window.
    fn being_read(&self) -> Option<usize> {
        let height = host::document().document_element()?.client_height();
        let line = f64::from(height) / 3.0;
        let reached = |(_, heading): &(HtmlElement, Element)| {
            heading.get_bounding_client_rect().top() <= line
        };
        self.entries.iter().rposition(reached)
    }

    fn link(&self, place: Option<usize>) -> Option<&HtmlElement> {
        Some(&self.entries.get(place?)?.0)
    }
}
