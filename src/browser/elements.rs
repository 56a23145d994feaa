//! Custom elements: each tag's static content is replaced, in one task and before the next paint, by a live view.
//!
//! The same happens in a prerendered page when the app starts, and in a page the app has just put on screen.

use super::{host, reactions};
use leptos::{mount::mount_to, prelude::*};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, HtmlElement};

/// A live element, until it leaves the page.
struct Mounted {
    owner: Owner,
    /// Unmounts the view when dropped.
    _view: Box<dyn std::any::Any>,
}

thread_local! {
    /// An element's number is its place; the places of elements that are gone are used again.
    static MOUNTED: RefCell<Vec<Option<Mounted>>> = const { RefCell::new(Vec::new()) };
}

/// Makes every tag of ours come alive, those on the page at once.
pub fn define() {
    define_element("recto-reactions", reactions::live);
}

fn define_element<V: IntoView + 'static>(name: &str, live: fn(&HtmlElement) -> V) {
    let mount = Closure::new(move |element: HtmlElement| mount(element, live));
    let unmount = Closure::new(unmount);
    host::get().define(name, &mount, &unmount);
    mount.forget();
    unmount.forget();
}

fn mount<V: IntoView + 'static>(element: HtmlElement, live: fn(&HtmlElement) -> V) -> u32 {
    let focused = focused_child(&element);
    let owner = Owner::default();
    let view = owner.with(|| {
        let view = live(&element);
        element.replace_children_with_node_0();
        mount_to(element.clone(), move || view)
    });
    if let Some(at) = focused {
        restore_focus(&element, at);
    }
    let mounted = Mounted {
        owner,
        _view: Box::new(view),
    };
    MOUNTED.with_borrow_mut(|places| {
        let free = places
            .iter()
            .position(Option::is_none)
            .unwrap_or(places.len());
        match places.get_mut(free) {
            Some(place) => *place = Some(mounted),
            None => places.push(Some(mounted)),
        }
        free as u32
    })
}

fn unmount(id: u32) {
    let mounted =
        MOUNTED.with_borrow_mut(|places| places.get_mut(id as usize).and_then(Option::take));
    if let Some(mounted) = mounted {
        mounted.owner.cleanup();
    }
}

/// Where the focus is among the element's buttons and links, if it is there at all.
fn focused_child(element: &HtmlElement) -> Option<u32> {
    let active = host::document().active_element()?;
    let inside = element.query_selector_all(FOCUSABLE).ok()?;
    (0..inside.length()).find(|&at| {
        inside
            .item(at)
            .is_some_and(|node| node.is_same_node(Some(&active)))
    })
}

fn restore_focus(element: &Element, at: u32) {
    let node = element
        .query_selector_all(FOCUSABLE)
        .ok()
        .and_then(|inside| inside.item(at));
    if let Some(node) = node.and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
        // A child that cannot take the focus leaves it on the page.
        let _ = node.focus();
    }
}

const FOCUSABLE: &str = "button, a[href], input";
