//! The link to the reading list, behind the sections of the site: there is one once something is saved.

use crate::browser::{bridge, events::listen, find, storage};
use crate::i18n::message;
use crate::route::Route;
use crate::storage_key::StorageKey;
use web_sys::{Element, Event};

/// Shows it now if there is one, and follows what is saved in every tab.
pub fn start() {
    show();
    listen(
        &bridge::window(),
        "storage",
        &bridge::get().signal(),
        |_: Event| show(),
    );
}

/// A new link to it.
pub fn link() -> Option<Element> {
    let link = bridge::document().create_element("a").ok()?;
    let href = bridge::get().base() + &Route::You.path();
    link.set_attribute("href", &href).ok()?;
    link.set_text_content(Some(&bridge::translator().text(message::READING_LIST)));
    Some(link)
}

fn show() {
    let shown = find::on_page(".site-navigation .reading-list").next();
    match (has_saved(), shown) {
        (true, None) => {
            // Where there are no sections, there is no place for it.
            let _ = add();
        }
        (false, Some(shown)) => shown.remove(),
        _ => {}
    }
}

fn add() -> Option<()> {
    let sections = find::on_page(".site-navigation ul").next()?;
    let item = bridge::document().create_element("li").ok()?;
    item.set_class_name("reading-list");
    let link = link()?;
    item.append_child(&link).ok()?;
    sections.append_child(&item).ok()?;
    Some(())
}

fn has_saved() -> bool {
    let base = bridge::get().base();
    let stored = storage::all();
    let mut keys = stored
        .iter()
        .map(|(name, _)| StorageKey::parse(name, &base));
    keys.any(|key| matches!(key, Some(StorageKey::Saved(_))))
}
