//! What was published since the page on show was made: said above it, over the page, so that nothing moves. A press shows
//! it.

use super::{
    navigation::{path_on_show, route_of},
    page::{self, BuiltPage},
};
use crate::browser::{bridge, events::listen, find, live_updates, page_loader};
use crate::i18n::message;
use crate::route::Route;
use std::cell::Cell;
use wasm_bindgen_futures::spawn_local;
use web_sys::Event;

thread_local! {
    /// What the page on show was made with.
    static SHOWN: Cell<u32> = const { Cell::new(0) };
}

/// From now on a page is on show that was made with this version.
pub fn made_with(version: u32) {
    SHOWN.set(version);
}

/// Looks whether there is something new, and says it.
pub fn look() {
    spawn_local(async {
        let is_had = live_updates::refresh().await;
        if let Some(route) = route_of(&path_on_show()) {
            tell(&route, is_had);
        }
    });
}

fn tell(route: &Route, is_had: bool) {
    find::on_page(".live-note").for_each(|note| note.remove());
    let translator = bridge::translator();
    let module = live_updates::module();
    let news = module
        .as_ref()
        .map_or(0, |module| module.news(&route.path(), SHOWN.get()));
    match (news, module) {
        (-1, _) => note(&translator.text(message::LIVE_CHANGED), true),
        (-2, _) => note(&translator.text(message::LIVE_GONE), false),
        (-3, Some(module)) => {
            let files = module.unreadable();
            note(&translator.fill(message::LIVE_UNREADABLE, [&files]), false);
        }
        (1.., _) => note(&translator.count(message::LIVE_ADDED, news as u32), true),
        _ if !is_had && (route.is_list() || find::is_on_page("[data-missing]")) => {
            note(&translator.text(message::LIVE_FAILED), false);
        }
        _ => {}
    }
}

fn note(sentence: &str, is_button: bool) {
    let document = bridge::document();
    let name = if is_button { "button" } else { "span" };
    let (Ok(note), Ok(inner), Some(main)) = (
        document.create_element("p"),
        document.create_element(name),
        document.get_element_by_id("recto-main"),
    ) else {
        return;
    };
    note.set_class_name("live-note");
    inner.set_text_content(Some(sentence));
    if is_button {
        listen(&inner, "click", &bridge::get().signal(), |_: Event| {
            spawn_local(show());
        });
    }
    // Neither fails for elements that are in no document.
    drop(note.append_child(&inner));
    drop(main.prepend_with_node_1(&note));
    bridge::announce(sentence);
}

/// Shows the page anew, from its top, where the new things stand.
async fn show() {
    let Some(route) = route_of(&path_on_show()) else {
        return;
    };
    let version = live_updates::version();
    match page_loader::page(&route, &bridge::get().signal()).await {
        Ok(data) => {
            page::show(BuiltPage::with(data, version), false);
            bridge::window().scroll_to_with_x_and_y(0.0, 0.0);
        }
        // It fails only where a page may not load itself, which ours may.
        Err(_) => drop(bridge::window().location().reload()),
    }
}
