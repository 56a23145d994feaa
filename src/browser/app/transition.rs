//! Swaps pages softly, where the reader has not asked for less motion and the device is quick: the first swap goes without
//! a transition and tells whether it is; a transition that kept the reader waiting was the last one.

use crate::browser::{bridge, timing};
use js_sys::{Function, Promise, Reflect};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Document;

/// In milliseconds. Three frames: a longer wait is felt.
const MAX_WAIT: f64 = 50.0;

thread_local! {
    /// Whether the device keeps up, where that is known.
    static QUICK: Cell<Option<bool>> = const { Cell::new(None) };
}

#[wasm_bindgen]
extern "C" {
    type TransitionDocument;

    #[wasm_bindgen(method, js_name = startViewTransition)]
    fn start_view_transition(this: &TransitionDocument, update: &JsValue) -> Transition;

    type Transition;

    #[wasm_bindgen(method, getter, js_name = updateCallbackDone)]
    fn update_callback_done(this: &Transition) -> Promise;
}

/// Calls the update. An error is what it has thrown.
pub async fn swap(update: &JsValue, is_soft: bool) -> Result<(), JsValue> {
    let begin = timing::now();
    let update: &Function = update.unchecked_ref();
    if !is_soft || QUICK.get() != Some(true) || !has_motion() {
        update.call0(&JsValue::UNDEFINED)?;
        spawn_local(async move {
            timing::painted().await;
            QUICK.set(QUICK.get().or(Some(keeps_up(begin))));
        });
        return Ok(());
    }
    let (update, thrown) = (update.clone(), Rc::new(Cell::new(None)));
    let outcome = thrown.clone();
    let update = Closure::once_into_js(move || {
        QUICK.set(Some(keeps_up(begin)));
        outcome.set(update.call0(&JsValue::UNDEFINED).err());
    });
    let document: TransitionDocument = bridge::document().unchecked_into();
    JsFuture::from(
        document
            .start_view_transition(&update)
            .update_callback_done(),
    )
    .await?;
    thrown.take().map_or(Ok(()), Err)
}

fn keeps_up(begin: f64) -> bool {
    timing::now() - begin < MAX_WAIT
}

fn has_motion() -> bool {
    let document: Document = bridge::document();
    let can = Reflect::has(&document, &"startViewTransition".into()).unwrap_or_default();
    let welcome = bridge::window().match_media("(prefers-reduced-motion: no-preference)");
    let is_welcome = welcome
        .ok()
        .flatten()
        .is_some_and(|welcome| welcome.matches());
    let chosen = document
        .document_element()
        .and_then(|root| root.get_attribute("data-motion"));
    can && is_welcome && chosen.as_deref() != Some("less")
}
