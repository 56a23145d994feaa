//! The table of contents follows the scroll.

use super::{Article, text_sections::is_reached};
use crate::browser::{bridge, events::observe, find, timing};
use std::cell::RefCell;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, HtmlElement};

/// A link of the table, and the heading that it leads to.
type Entry = (HtmlElement, HtmlElement);

pub fn follow(article: &Article) {
    let Some(table) = find::first(&article.element, ".contents-links") else {
        return;
    };
    let links = find::all(&table, "a");
    let entries: Vec<Entry> = links
        .filter_map(|link| {
            let href = link.get_attribute("href")?;
            let heading = bridge::document().get_element_by_id(href.strip_prefix('#')?)?;
            Some((link, wasm_bindgen::JsCast::dyn_into(heading).ok()?))
        })
        .collect();
    let contents = std::rc::Rc::new(Contents {
        table,
        entries,
        current: RefCell::default(),
    });
    let first = contents.clone();
    // Not at once: to measure before the browser has put a page back to its place would make it keep the wrong one.
    spawn_local(async move {
        timing::painted().await;
        first.mark();
    });
    observe(
        &bridge::window(),
        "scroll",
        &article.gone,
        move |_: Event| contents.mark(),
    );
}

struct Contents {
    table: HtmlElement,
    entries: Vec<Entry>,
    current: RefCell<Option<HtmlElement>>,
}

impl Contents {
    /// Marks the section that the reader is in.
    fn mark(&self) {
        let reached = self
            .entries
            .iter()
            .rfind(|(_, heading)| is_reached(heading));
        let link = reached.map(|(link, _)| link.clone());
        let before = self.current.replace(link.clone());
        if before == link {
            return;
        }
        // Neither call can fail for a name that is an attribute's name.
        if let Some(before) = before {
            drop(before.remove_attribute("aria-current"));
        }
        if let Some(link) = link {
            drop(link.set_attribute("aria-current", "location"));
            // A long table scrolls in itself; the page stays where it is.
            let table = &self.table;
            table.set_scroll_top(link.offset_top() - table.client_height() / 2);
        }
    }
}
