//! `<recto-reactions article="slug">`: the live bar, its state in local storage, other tabs in step.

use super::{
    events::{listen, until_removed},
    find,
    storage::{self, StorageRefused},
};
use crate::content::reactions::{Reactions, STORED_VERSION, StoredReactions, UnreadableReactions};
use crate::from_json::FromJson;
use crate::i18n::{Message, Translator, message};
use crate::storage_key::StorageKey;
use js_sys::{Array, JSON, Object, Reflect};
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortSignal, Element, Event, HtmlButtonElement, HtmlElement, KeyboardEvent};

/// What went wrong, if something did.
type Note = ArcRwSignal<Option<Message>>;

/// Brings the bar in the element to life.
pub fn enhance(element: HtmlElement, translator: Translator) {
    let Some(signal) = until_removed() else {
        return;
    };
    let article: Rc<str> = element.get_attribute("article").unwrap_or_default().into();
    let given = ArcRwSignal::new(stored(&article).unwrap_or_default());
    let note: Note = ArcRwSignal::new(None);
    follow_other_tabs(&article, given.clone(), &signal);
    for button in find::all(&element, "button") {
        follow_state(button.unchecked_into(), given.clone());
    }
    if let Ok(Some(status)) = element.query_selector("[role=status]") {
        let note = note.clone();
        follow(move || {
            let said = note.get().map(|note| translator.text(note));
            status.set_text_content(said.as_deref());
        });
    }
    listen(&element, "keydown", &signal, |event: KeyboardEvent| {
        move_focus(&event);
    });
    listen(&element, "click", &signal, move |event: Event| {
        if let Some(button) = button_of(&event) {
            toggle(&article, &button.value(), &given, &note);
        }
    });
}

/// Pressed or not.
fn follow_state(button: HtmlButtonElement, given: ArcRwSignal<Reactions>) {
    let kind = button.value();
    follow(move || {
        let pressed = given.with(|given| given.has(&kind));
        // It cannot fail for a name that is an attribute's name.
        drop(button.set_attribute("aria-pressed", if pressed { "true" } else { "false" }));
    });
}

/// Runs now, and again whenever a signal that it reads has changed, for as long as the element is on the page.
fn follow(run: impl Fn() + 'static) {
    let effect = RenderEffect::new(move |_| run());
    on_cleanup(move || drop(effect));
}

fn button_of(event: &Event) -> Option<HtmlButtonElement> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("button").ok()??.dyn_into().ok()
}

/// Arrow keys move between the buttons; Tab works as everywhere.
fn move_focus(event: &KeyboardEvent) {
    let Some(button) = button_of(event) else {
        return;
    };
    let directed = button.closest("[dir]").ok().flatten();
    let direction = directed.and_then(|directed| directed.get_attribute("dir"));
    let from_the_right = direction.as_deref() == Some("rtl");
    let neighbour = match (event.key().as_str(), from_the_right) {
        ("ArrowDown", _) | ("ArrowRight", false) | ("ArrowLeft", true) => {
            button.next_element_sibling()
        }
        ("ArrowUp", _) | ("ArrowLeft", false) | ("ArrowRight", true) => {
            button.previous_element_sibling()
        }
        _ => None,
    };
    if let Some(neighbour) = neighbour {
        event.prevent_default();
        // A button that cannot take the focus leaves it where it is.
        drop(neighbour.unchecked_into::<HtmlElement>().focus());
    }
}

/// Toggles what is stored now, which another tab may just have changed; where nothing can be kept, what is shown.
fn toggle(article: &str, kind: &str, given: &ArcRwSignal<Reactions>, note: &Note) {
    let current = stored(article);
    let shown_is_kept = note.with_untracked(Option::is_none);
    let mut reactions = match &current {
        Ok(stored) if shown_is_kept => stored.clone(),
        _ => given.get_untracked(),
    };
    reactions.toggle(kind);
    let kept = current.and_then(|_| {
        storage::write(
            &StorageKey::Reactions(article),
            to_stored(&reactions).as_deref(),
        )
        .map_err(|_| message::REACTIONS_NOT_KEPT)
    });
    given.set(reactions);
    note.set(kept.err());
}

/// What is stored for the article, or the sentence for the reader that says why it is not used.
fn stored(article: &str) -> Result<Reactions, Message> {
    let text = storage::read(&StorageKey::Reactions(article))
        .map_err(|StorageRefused| message::REACTIONS_NOT_KEPT)?;
    let reactions = text.map(|text| from_stored(&text)).transpose();
    reactions
        .map(Option::unwrap_or_default)
        .map_err(|unreadable| match unreadable {
            UnreadableReactions::Malformed => message::REACTIONS_UNREADABLE,
            UnreadableReactions::Newer => message::REACTIONS_NEWER,
        })
}

fn from_stored(text: &str) -> Result<Reactions, UnreadableReactions> {
    let value = JSON::parse(text).map_err(|_| UnreadableReactions::Malformed)?;
    let stored = StoredReactions::from_json(&value).ok_or(UnreadableReactions::Malformed)?;
    stored.try_into()
}

/// What to store; nothing when all reactions have been taken back.
fn to_stored(reactions: &Reactions) -> Option<String> {
    let kinds: Array = reactions
        .given()
        .iter()
        .map(|kind| JsValue::from_str(kind))
        .collect();
    let stored = Object::new();
    // Setting a property of an object of ours cannot fail.
    let _ = Reflect::set(&stored, &"v".into(), &STORED_VERSION.into());
    let _ = Reflect::set(&stored, &"kinds".into(), &kinds);
    let text = js_sys::JSON::stringify(&stored).ok()?;
    (kinds.length() > 0).then(|| text.into())
}

fn follow_other_tabs(article: &str, given: ArcRwSignal<Reactions>, signal: &AbortSignal) {
    storage::watch(&StorageKey::Reactions(article), signal, move |value| {
        let reactions = value.map_or(Ok(Reactions::default()), |value| from_stored(&value));
        if let Ok(reactions) = reactions {
            given.set(reactions);
        }
    });
}
