//! `<recto-slot name="after-article">`: filled from the template of that name when it stands in the page; and what waits in
//! a slot or a text until a reader presses its link.

use crate::browser::{bridge, events, find};
use crate::content::slots::{PLACES, TEMPLATE};
use crate::i18n::filled as filled_in;
use js_sys::encode_uri_component;
use wasm_bindgen::JsCast;
use web_sys::{DocumentFragment, Element, Event, HtmlElement, HtmlTemplateElement, Node};

/// Attributes that may have places for the address of the page, and what they are called in the page. In templates some have
/// other names, because Firefox asks for pictures while it reads a page, also for those in templates.
const WITH_PLACES: [(&str, &str); 6] = [
    ("href", "href"),
    ("src", "src"),
    ("action", "action"),
    ("value", "value"),
    ("data-src", "src"),
    ("data-poster", "poster"),
];

/// Fills the slot, unless the page came with it filled.
pub fn enhance(slot: HtmlElement) {
    let name = slot.get_attribute("name").unwrap_or_default();
    let template = bridge::document().get_element_by_id(&[TEMPLATE, &name].concat());
    // What Leptos builds without children has an empty comment.
    let has_text = slot.text_content().is_some_and(|text| !text.is_empty());
    let is_empty = !has_text && slot.first_element_child().is_none();
    if let Some(content) = template.filter(|_| is_empty).and_then(filled) {
        slot.replace_children_with_node_1(&content);
    }
}

/// Listens to the links from now on. What a link stands for lies in a template beside it.
pub fn start() {
    let signal = bridge::get().signal();
    events::listen(&bridge::window(), "click", &signal, |event: Event| {
        let Some(link) = events::closest::<Element>(&event, "[data-ask]") else {
            return;
        };
        if let Some(player) = player(&link) {
            event.prevent_default();
            // It cannot fail for what stands in the page.
            drop(link.replace_with_with_node_1(&player));
            drop(player.focus());
            return;
        }
        let Ok(Some(ask)) = link.closest(".ask") else {
            return;
        };
        let template = find::first(&ask, "template").map(Element::from);
        if let Some(content) = template.and_then(filled) {
            event.prevent_default();
            let shown = content.first_element_child();
            // Neither fails for what stands in the page.
            drop(ask.replace_with_with_node_1(&content));
            if let Some(shown) = shown {
                drop(shown.unchecked_into::<HtmlElement>().focus());
            }
        }
    });
}

/// The frame that a link of a text stands for, called what the link is called.
fn player(link: &Element) -> Option<HtmlElement> {
    let src = link
        .get_attribute("data-ask")
        .filter(|src| !src.is_empty())?;
    let picture = find::first(link, "img").and_then(|picture| picture.get_attribute("alt"));
    let title = picture.or_else(|| link.text_content())?;
    let frame = bridge::document().create_element("iframe").ok()?;
    for (name, value) in [
        ("title", &*title),
        (
            "allow",
            "autoplay; encrypted-media; fullscreen; picture-in-picture",
        ),
        ("src", &src),
    ] {
        frame.set_attribute(name, value).ok()?;
    }
    frame.dyn_into().ok()
}

/// A copy of what is in a template, with the address of this page in its places.
fn filled(template: Element) -> Option<DocumentFragment> {
    let template: HtmlTemplateElement = template.dyn_into().ok()?;
    let copy = template.content().clone_node_with_deep(true).ok()?;
    let copy: DocumentFragment = copy.unchecked_into();
    let location = bridge::window().location();
    let path = location.pathname().unwrap_or_default();
    let url = location.origin().unwrap_or_default() + &path;
    let [url_encoded, path_encoded] =
        [&url, &path].map(|text| String::from(encode_uri_component(text)));
    let values = [&*url, &path, &url_encoded, &path_encoded];
    let found = copy
        .query_selector_all("[href],[src],[action],[value],[data-src],[data-poster]")
        .ok()?;
    for index in 0..found.length() {
        if let Some(element) = found.item(index).and_then(as_element) {
            fill(&element, &values);
        }
    }
    Some(copy)
}

fn as_element(node: Node) -> Option<Element> {
    node.dyn_into().ok()
}

/// A value without a brace has no places.
fn fill(element: &Element, values: &[&str]) {
    for (written, name) in WITH_PLACES {
        if let Some(value) = element.get_attribute(written) {
            // It cannot fail for a name that is an attribute's name.
            drop(element.set_attribute(name, &filled_in(&value, PLACES, values)));
        }
    }
}
