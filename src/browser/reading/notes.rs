//! Footnotes where they are called: beside the text where the window has a margin for them, else over it.

use super::Article;
use crate::browser::{bridge, events::listen, find, number::format_number, timing};
use crate::i18n::message;
use js_sys::{Array, Reflect, decode_uri_component};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlAnchorElement, HtmlElement, MouseEvent, ResizeObserver};

/// A link from the text to a note.
pub const CALL: &str = ".footnote-ref a";

/// Pixels between two notes in the margin.
const GAP: f64 = 16.0;

/// What reaches into the margin, where no note can stand.
const IN_THE_WAY: &str = ".full, .wide, .alert-takeaway";

/// For how long a note in the margin is lit, in milliseconds.
const LIT: i32 = 2000;

pub struct Notes {
    article: Article,
    in_margin: Rc<Vec<MarginNote>>,
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
        let in_margin = Rc::new(notes);
        if !in_margin.is_empty() {
            place_when_resized(article, in_margin.clone());
        }
        Self {
            article: article.clone(),
            in_margin,
        }
    }

    /// Lights the note up where it stands in the margin, and else shows it over the text. A press of a key goes to the notes
    /// at the end, because those in the margin are for the eye alone.
    pub fn show(&self, call: &HtmlAnchorElement, event: &MouseEvent) {
        // The notes in the margin have no parent on show where the window has no margin for them.
        let in_margin = self
            .in_margin
            .iter()
            .find(|note| note.call.hash() == call.hash() && note.element.offset_parent().is_some());
        match in_margin {
            Some(note) if event.detail() > 0 => {
                event.prevent_default();
                spawn_local(light_up(note.element.clone()));
            }
            Some(_) => {}
            None => show_over_text(&self.article, call, event),
        }
    }
}

async fn light_up(note: HtmlElement) {
    // Neither call can fail for a name that is an attribute's name.
    drop(note.set_attribute("data-lit", ""));
    timing::sleep(LIT).await;
    drop(note.remove_attribute("data-lit"));
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

/// Each beside its call, or below the one before and what is in the way. The observer ends with the element that it
/// observes.
fn place_when_resized(article: &Article, notes: Rc<Vec<MarginNote>>) {
    let element = article.element.clone();
    let place = Closure::<dyn Fn()>::new(move || {
        let top = element.get_bounding_client_rect().top();
        let in_the_way = find::all(&element, IN_THE_WAY).map(|wide| {
            let place = wide.get_bounding_client_rect();
            (place.top() - top - GAP, place.bottom() - top + GAP)
        });
        let in_the_way: Vec<(f64, f64)> = in_the_way.collect();
        let mut free = 0.0_f64;
        for note in notes.iter() {
            let height = f64::from(note.element.offset_height());
            let mut at = (note.call.get_bounding_client_rect().top() - top).max(free);
            for (begin, end) in &in_the_way {
                if at < *end && at + height > *begin {
                    at = *end;
                }
            }
            let at_text = [&format_number(at), "px"].concat();
            // It cannot fail for a property that there is.
            drop(
                note.element
                    .style()
                    .set_property("inset-block-start", &at_text),
            );
            free = at + height + GAP;
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
    add_head(&note, call);
    append_content(&note, call);
    drop(article.element.append_child(&note));
    drop(note.show_popover());
    drop(note.focus());
    keep_in_sight(call, &note);
    let shown = note.clone();
    listen(&note, "toggle", &article.gone, move |event: Event| {
        let state = Reflect::get(&event, &"newState".into()).unwrap_or_default();
        if state == JsValue::from_str("closed") {
            shown.remove();
        }
    });
}

/// The note's number, and a button that closes it, which needs no script.
fn add_head(note: &HtmlElement, call: &HtmlAnchorElement) {
    let (Some(number), Some(close)) = (make("span", "note-number"), make("button", "note-close"))
    else {
        return;
    };
    number.set_text_content(call.text_content().as_deref());
    let label = bridge::translator().text(message::CLOSE);
    note.set_id("recto-note");
    for (name, value) in [
        ("type", "button"),
        ("aria-label", &label),
        ("popovertarget", "recto-note"),
    ] {
        // It cannot fail for names that are attributes' names; nor can what follows, for elements that were just made.
        drop(close.set_attribute(name, value));
    }
    drop(note.append_child(&close));
    drop(note.append_child(&number));
}

/// The line that calls the note stays above it.
fn keep_in_sight(call: &HtmlAnchorElement, note: &HtmlElement) {
    let covered =
        call.get_bounding_client_rect().bottom() + GAP - note.get_bounding_client_rect().top();
    if covered > 0.0 {
        bridge::window().scroll_by_with_x_and_y(0.0, covered);
    }
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
