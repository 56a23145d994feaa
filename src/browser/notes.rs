//! Footnotes where they are called: beside the text where the margin has room, over it at a press where it has none.
//! The notes at the end stay what they are, for those who read on paper, by ear or without scripts.

use super::{events::listen, find, host};
use crate::html::{Node, element};
use js_sys::decode_uri_component;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{
    AbortSignal, Element, Event, HtmlAnchorElement, HtmlElement, ResizeObserver, ToggleEvent,
};

/// Pixels between two notes in the margin.
const GAP: f64 = 16.0;

const CALL: &str = ".footnote-ref a";

/// Puts notes into the margin, and listens to the figures that call them until the signal is aborted.
pub fn enliven(article: &HtmlElement, signal: &AbortSignal) {
    let notes: Vec<(HtmlElement, HtmlElement)> = find::all(article, CALL)
        .filter_map(|call| {
            // Called twice, it stands beside the first call: `fnref:1`, not `fnref:1:2`.
            let first = call.id().matches(':').count() == 1;
            let note = copy_of_note(&call).filter(|_| first)?;
            Some((call.clone(), in_the_margin(article, &call, &note)?))
        })
        .collect();
    if notes.is_empty() {
        return;
    }
    let here = article.clone();
    let place = Closure::<dyn Fn()>::new(move || place(&here, &notes)).into_js_value();
    if let Ok(observer) = ResizeObserver::new(place.unchecked_ref()) {
        // It ends with the element that it observes.
        observer.observe(article);
    }
    let here = article.clone();
    listen(article, "click", signal, move |event: Event| {
        let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
        let call = target.and_then(|target| target.closest(CALL).ok()?);
        if let Some(call) = call
            && !has_margin(&here)
        {
            show_over_text(&here, call.unchecked_ref(), &event);
        }
    });
}

/// What the note says, without the way back and without names that are taken.
fn copy_of_note(call: &HtmlElement) -> Option<Element> {
    let hash = call.unchecked_ref::<HtmlAnchorElement>().hash();
    let id = String::from(decode_uri_component(hash.get(1..)?).ok()?);
    let note = host::document().get_element_by_id(&id)?;
    let copy: Element = note.clone_node_with_deep(true).ok()?.unchecked_into();
    find::all(&copy, ".footnote-back").for_each(|back| back.remove());
    // Nothing here can fail for a name that is an attribute's name.
    find::all(&copy, "[id]").for_each(|named| drop(named.remove_attribute("id")));
    Some(copy)
}

/// The same is read out at the end, so here it is for the eye and the pointer alone.
fn in_the_margin(article: &HtmlElement, call: &HtmlElement, note: &Element) -> Option<HtmlElement> {
    let number = element("span", "note-number").text(&call.text_content()?);
    let aside = element("div", "margin-note")
        .attribute("aria-hidden", "true")
        .child(number);
    let aside = built(article, aside.into(), note)?;
    find::all(&aside, "a, button, summary, [tabindex]").for_each(|link| link.set_tab_index(-1));
    Some(aside)
}

fn built(article: &HtmlElement, around: Node, note: &Element) -> Option<HtmlElement> {
    around.build(&host::document(), article);
    let built: HtmlElement = article.last_element_child()?.unchecked_into();
    while let Some(child) = note.first_child() {
        // It cannot fail for a child that is one.
        drop(built.append_child(&child));
    }
    Some(built)
}

/// Whether the notes in the margin are on show: the style sheet knows from which width on.
fn has_margin(article: &HtmlElement) -> bool {
    find::first(article, ".margin-note").is_some_and(|note| note.offset_parent().is_some())
}

/// Each beside its call, or below the one before.
fn place(article: &HtmlElement, notes: &[(HtmlElement, HtmlElement)]) {
    let top = article.get_bounding_client_rect().top();
    let mut free = 0.0;
    for (call, note) in notes {
        let at = f64::max(call.get_bounding_client_rect().top() - top, free);
        // A length that is a number of pixels is always taken.
        drop(
            note.style()
                .set_property("inset-block-start", &(at.round().to_string() + "px")),
        );
        free = at + f64::from(note.offset_height()) + GAP;
    }
}

fn show_over_text(article: &HtmlElement, call: &HtmlElement, event: &Event) {
    let Some(note) = copy_of_note(call) else {
        return;
    };
    let around = element("div", "note-popover")
        .attribute("popover", "")
        .attribute("role", "note")
        .attribute("tabindex", "-1");
    let Some(popover) = built(article, around.into(), &note) else {
        return;
    };
    if popover.show_popover().is_err() {
        // A browser that knows no popovers goes to the end, as without scripts.
        return popover.remove();
    }
    event.prevent_default();
    drop(popover.focus());
    let gone = popover.clone();
    let close = Closure::<dyn Fn(ToggleEvent)>::new(move |event: ToggleEvent| {
        if event.new_state() == "closed" {
            gone.remove();
        }
    });
    popover.set_ontoggle(Some(close.into_js_value().unchecked_ref()));
}
