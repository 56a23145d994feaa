//! `<recto-reactions article="slug">`: the live bar, its state in local storage, other tabs in step.

use super::{
    from_json::parse,
    storage::{self, Key, StorageRefused},
};
use crate::components::reactions::{bar, options_of};
use crate::content::reactions::{Reactions, STORED_VERSION, StoredReactions, UnreadableReactions};
use js_sys::{Array, Object, Reflect};
use leptos::{__reexports::send_wrapper::SendWrapper, prelude::*};
use wasm_bindgen::JsValue;
use web_sys::{AbortController, HtmlElement};

const NOT_ALLOWED: &str =
    "Your browser keeps nothing for this site, so your reactions last for this visit only.";
const UNREADABLE: &str =
    "Your earlier reactions cannot be read and are left alone. New ones last for this visit only.";
const NEWER: &str = "Your reactions were kept by a newer version of this site. Reload to use them.";

/// The live content of the element, with what its static buttons offer.
pub fn live(element: &HtmlElement) -> impl IntoView + use<> {
    let article = element.get_attribute("article").unwrap_or_default();
    let options = options_of(element);
    let given = ArcRwSignal::new(stored(&article).unwrap_or_default());
    let note = ArcRwSignal::new("");
    follow_other_tabs(&article, given.clone());
    let shown = (given.clone(), note.clone());
    bar(options, given, note, move |kind| {
        toggle(&article, kind, &shown.0, &shown.1)
    })
}

/// Toggles what is stored now, which another tab may just have changed; where that cannot be, what is shown.
fn toggle(
    article: &str,
    kind: &str,
    given: &ArcRwSignal<Reactions>,
    note: &ArcRwSignal<&'static str>,
) {
    let current = stored(article);
    let mut reactions = current.clone().unwrap_or_else(|_| given.get_untracked());
    reactions.toggle(kind);
    let kept = current.and_then(|_| {
        storage::write(&Key::Reactions(article), to_stored(&reactions).as_deref())
            .map_err(|_| NOT_ALLOWED)
    });
    given.set(reactions);
    note.set(kept.err().unwrap_or_default());
}

/// What is stored for the article, or the sentence for the reader that says why it is not used.
fn stored(article: &str) -> Result<Reactions, &'static str> {
    let text = storage::read(&Key::Reactions(article)).map_err(|StorageRefused| NOT_ALLOWED)?;
    let reactions = text.map(|text| from_stored(&text)).transpose();
    reactions
        .map(Option::unwrap_or_default)
        .map_err(|unreadable| match unreadable {
            UnreadableReactions::Malformed => UNREADABLE,
            UnreadableReactions::Newer => NEWER,
        })
}

fn from_stored(text: &str) -> Result<Reactions, UnreadableReactions> {
    let stored: StoredReactions = parse(text).ok_or(UnreadableReactions::Malformed)?;
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

fn follow_other_tabs(article: &str, given: ArcRwSignal<Reactions>) {
    // An element without its controller would leak the listener, and every browser that runs wasm has one.
    let Ok(controller) = AbortController::new() else {
        return;
    };
    storage::watch(
        &Key::Reactions(article),
        &controller.signal(),
        move |value| {
            let reactions = value.map_or(Ok(Reactions::default()), |value| from_stored(&value));
            if let Ok(reactions) = reactions {
                given.set(reactions);
            }
        },
    );
    let controller = SendWrapper::new(controller);
    on_cleanup(move || controller.abort());
}
