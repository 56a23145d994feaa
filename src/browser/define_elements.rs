//! Custom elements: what a tag holds comes alive where it stands. Nothing is replaced, so nothing can flicker, shift or
//! lose the focus.
//!
//! The same happens in a prerendered page when the app starts, and in a page the app has just put on screen.

use super::bridge;
use any_spawner::Executor;
use leptos::prelude::Owner;
use std::cell::RefCell;
use wasm_bindgen::closure::Closure;
use web_sys::HtmlElement;

thread_local! {
    /// What keeps an element alive until it leaves the page. An element's number is its place; the places of elements
    /// that are gone are used again.
    static ALIVE: RefCell<Vec<Option<Owner>>> = const { RefCell::new(Vec::new()) };
}

/// Signals tell of changes in tasks of their own.
pub(super) fn start_signals() {
    // It fails only where it was done before.
    drop(Executor::init_wasm_bindgen());
}

/// Makes every tag of this name come alive, those on the page at once.
pub(super) fn define(name: &str, enhance: fn(HtmlElement)) {
    let mount = Closure::new(move |element| keep_alive(|| enhance(element)));
    let unmount = Closure::new(unmount);
    bridge::get().define(name, &mount, &unmount);
    mount.forget();
    unmount.forget();
}

/// What `enhance` begins goes on until [`unmount`] is called with this number.
pub(super) fn keep_alive(enhance: impl FnOnce()) -> u32 {
    let owner = Owner::default();
    owner.with(enhance);
    ALIVE.with_borrow_mut(|places| {
        let free = places
            .iter()
            .position(Option::is_none)
            .unwrap_or(places.len());
        match places.get_mut(free) {
            Some(place) => *place = Some(owner),
            None => places.push(Some(owner)),
        }
        free as u32
    })
}

pub(super) fn unmount(id: u32) {
    let owner = ALIVE.with_borrow_mut(|places| places.get_mut(id as usize).and_then(Option::take));
    if let Some(owner) = owner {
        owner.cleanup();
    }
}
