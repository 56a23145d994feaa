//! The link that a reader left a page by, by the entry of the history: on the way back it has the focus again.

use super::{chunks, navigation_api::navigation};
use crate::browser::{bridge, find, timing};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{FocusOptions, HtmlElement};

/// Entries that are kept.
const MAX_ENTRIES: usize = 50;

thread_local! {
    /// Each with the address of its link, the latest last.
    static LINKS: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// To be called before the page goes. The focus leaves the link first: one engine scrolls to the wrong place when the link
/// goes with it.
pub fn remember() {
    let document = bridge::document();
    let focused = document.active_element();
    let main = document.get_element_by_id("recto-main");
    if let Some(main) = main.filter(|main| main.contains(focused.as_deref())) {
        give_focus(main.unchecked_into());
    }
    let (Some(key), Some(href)) = (key(), focused.and_then(|link| link.get_attribute("href")))
    else {
        return;
    };
    LINKS.with_borrow_mut(|all| {
        all.retain(|(known, _)| *known != key);
        if all.len() == MAX_ENTRIES {
            all.remove(0);
        }
        all.push((key, href));
    });
}

/// When the page is whole. A reader who has moved the focus by then keeps it.
pub fn give_back() {
    let Some(key) = key() else { return };
    let href = LINKS.with_borrow(|all| {
        let entry = all.iter().find(|(known, _)| *known == key);
        entry.map(|(_, href)| href.clone())
    });
    let Some(href) = href else { return };
    spawn_local(async move {
        chunks::whole().await;
        timing::painted().await;
        let focused = bridge::document().active_element();
        let is_free = focused.is_none_or(|focused| focused.matches("main, body").unwrap_or(true));
        let mut links = find::on_page("main a");
        let link = links.find(|link| link.get_attribute("href").as_ref() == Some(&href));
        if let Some(link) = link.filter(|_| is_free) {
            give_focus(link);
        }
    });
}

fn give_focus(element: HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // What cannot take the focus leaves it where it is.
    drop(element.focus_with_options(&options));
}

fn key() -> Option<String> {
    Some(navigation()?.current_entry()?.key())
}
