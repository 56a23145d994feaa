//! Footnotes where they are called: beside the text where the window has a margin for them, else over it.

use super::Article;
use crate::browser::{bridge, events::listen, find, number::format_number};
use js_sys::{Array, Reflect, decode_uri_component};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, Event, HtmlAnchorElement, HtmlElement, MouseEvent, ResizeObserver};

/// A link from the text to a note.
pub const CALL: &str = ".footnote-ref a";

/// Pixels between two notes in the margin.
const GAP: f64 = 16.0;

pub struct Notes {
    article: Article,
    /// One of those in the margin, if there are any.
    first: Option<HtmlElement>,
}

impl Notes {
    /// Puts the notes into the margin. The same is read out at the end, so here it is for the eye and the pointer alone.
    pub fn of(article: &Article) -> Self {
        let calls = find::all(&article.element, CALL);
        // Called twice, it stands beside the first call: `fnref:1`, not `fnref:1:2`.
        let calls = calls.filter(|call| call.id().split(':').count() == 2);
        let notes: Vec<MarginNote> = calls
            .filter_map(|call| MarginNote::of(call.unchecked_into(), article))
            .collect();
        let first = notes.first().map(|note| note.element.clone());
        if first.is_some() {
            place_when_resized(article, notes);
        }
        Self {
            article: article.clone(),
            first,
        }
    }

    /// Shows a note over the text, where the margin shows none.
    pub fn show(&self, call: &HtmlAnchorElement, event: &MouseEvent) {
        // The notes in the margin have no parent on show where the window has no margin for them.
        let is_in_margin = self
            .first
            .as_ref()
            .and_then(HtmlElement::offset_parent)
            .is_some();
        if !is_in_margin {
            show_over_text(&self.article, call, event);
        }
    }
}

struct MarginNote {
    call: HtmlAnchorElement,
    element: HtmlElement,
}

impl MarginNote {
    fn of(call: HtmlAnchorElement, article: &Article) -> Option<Self> {
        let element = make("div", "margin-note")?;
        element.set_attribute("aria-hidden", "true").ok()?;
        let number = make("span", "note-number")?;
        number.set_text_content(call.text_content().as_deref());
        element.append_child(&number).ok()?;
        append_content(&element, &call);
        for link in find::all(&element, "a, button, summary, [tabindex]") {
            link.set_tab_index(-1);
        }
        article.element.append_child(&element).ok()?;
        Some(Self { call, element })
    }
}

/// Each beside its call, or below the one before. The observer ends with the element that it observes.
fn place_when_resized(article: &Article, notes: Vec<MarginNote>) {
    let element = article.element.clone();
    let place = Closure::<dyn Fn()>::new(move || {
        let top = element.get_bounding_client_rect().top();
        let mut free = 0.0_f64;
        for note in &notes {
            let at = (note.call.get_bounding_client_rect().top() - top).max(free);
            let at_text = [&format_number(at), "px"].concat();
            // It cannot fail for a property that there is.
            drop(
                note.element
                    .style()
                    .set_property("inset-block-start", &at_text),
            );
            free = at + f64::from(note.element.offset_height()) + GAP;
        }
    });
    if let Ok(observer) = ResizeObserver::new(place.into_js_value().unchecked_ref()) {
        observer.observe(&article.element);
    }
}

fn show_over_text(article: &Article, call: &HtmlAnchorElement, event: &MouseEvent) {
    let Some(note) = make("div", "note-popover") else {
        return;
    };
    // A browser that knows no popovers goes to the end, as without scripts.
    if Reflect::has(&note, &"showPopover".into()) != Ok(true) {
        return;
    }
    event.prevent_default();
    for (name, value) in [("popover", "auto"), ("role", "note"), ("tabindex", "-1")] {
        // It cannot fail for names that are attributes' names; what follows can for no element on the page.
        drop(note.set_attribute(name, value));
    }
    append_content(&note, call);
    drop(article.element.append_child(&note));
    drop(note.show_popover());
    drop(note.focus());
    let shown = note.clone();
    listen(&note, "toggle", &article.gone, move |event: Event| {
        let state = Reflect::get(&event, &"newState".into()).unwrap_or_default();
        if state == JsValue::from_str("closed") {
            shown.remove();
        }
    });
}

/// What the note says, without the way back and without names that are taken.
fn append_content(to: &HtmlElement, call: &HtmlAnchorElement) {
    let Some(note) = note_of(call) else { return };
    for back in find::all(&note, ".footnote-back") {
        back.remove();
    }
    for named in find::all(&note, "[id]") {
        // It cannot fail for a name that is an attribute's name.
        drop(named.remove_attribute("id"));
    }
    let nodes = Array::from(&note.child_nodes());
    for node in nodes.iter() {
        drop(to.append_child(node.unchecked_ref()));
    }
}

/// A copy of the note that is called.
fn note_of(call: &HtmlAnchorElement) -> Option<Element> {
    let hash = call.hash();
    let id = decode_uri_component(hash.strip_prefix('#')?).ok()?;
    let note = bridge::document().get_element_by_id(&String::from(id))?;
    note.clone_node_with_deep(true).ok()?.dyn_into().ok()
}

fn make(name: &str, class: &str) -> Option<HtmlElement> {
    let element = bridge::document().create_element(name).ok()?;
    element.set_class_name(class);
    element.dyn_into().ok()
}
