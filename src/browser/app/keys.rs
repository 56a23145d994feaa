//! The keys of the site: they open tools, go through a list of articles, and stop what is loading.

use super::{navigation::stop_loading, tools::open_tool};
use crate::browser::{
    bridge,
    events::{closest, listen},
    find,
};
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// Listens from now on.
pub fn start() {
    listen(
        &bridge::window(),
        "keydown",
        &bridge::get().signal(),
        |event: KeyboardEvent| {
            if is_done(&event) {
                event.prevent_default();
            }
        },
    );
}

/// Whether the key was one of ours.
fn is_done(event: &KeyboardEvent) -> bool {
    let has_control = event.ctrl_key() || event.meta_key();
    let is_plain = !has_control && !event.alt_key() && !is_typing(event) && are_on();
    match event.key().as_str() {
        "k" if has_control => open_tool("palette", None),
        "/" if is_plain => open_tool("palette", None),
        "?" if is_plain => open_tool("keys", None),
        "j" if is_plain => go_through_list(1),
        "k" if is_plain => go_through_list(-1),
        "Escape" => return stop_loading(),
        _ => return false,
    }
    true
}

fn is_typing(event: &KeyboardEvent) -> bool {
    closest::<Element>(event, "input, textarea, select, [contenteditable], dialog").is_some()
}

/// Readers can switch the keys off that have no Ctrl.
fn are_on() -> bool {
    let root = bridge::document().document_element();
    root.and_then(|root| root.get_attribute("data-keys"))
        .as_deref()
        != Some("off")
}

/// In a list of articles, the focus goes to the next one or the one before.
fn go_through_list(step: isize) {
    let links: Vec<HtmlElement> = find::on_page("main :is(.card-link, .archive-entry a)").collect();
    let focused = bridge::document().active_element();
    let here = links
        .iter()
        .position(|link| focused.as_ref() == Some(link.as_ref()));
    let next = match (here, step) {
        (Some(here), step) => here.checked_add_signed(step),
        (None, 1) => Some(0),
        (None, _) => links.len().checked_sub(1),
    };
    if let Some(link) = next.and_then(|next| links.get(next)) {
        // A link that cannot take the focus leaves it where it is.
        drop(link.focus());
    }
}
