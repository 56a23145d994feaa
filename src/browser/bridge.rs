//! What JavaScript hands to the app: what wasm cannot do itself. And the page that the app lives in.

use crate::i18n::{Translator, browser::use_messages};
use js_sys::{Map, Promise};
use std::cell::OnceCell;
use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, Document, HtmlElement, Window};

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    pub type JsBridge;

    /// The path that all pages lie below, with slashes at both ends.
    #[wasm_bindgen(method, getter)]
    pub fn base(this: &JsBridge) -> String;

    /// The same as an absolute URL.
    #[wasm_bindgen(method, getter)]
    pub fn root(this: &JsBridge) -> String;

    /// What the interface says in the site's language, by key; `undefined` in English.
    #[wasm_bindgen(method, getter)]
    pub fn messages(this: &JsBridge) -> JsValue;

    /// The module of what was published since the last build; `undefined` while nothing was.
    #[wasm_bindgen(method, getter)]
    pub fn live(this: &JsBridge) -> JsValue;

    #[wasm_bindgen(method, setter)]
    pub fn set_live(this: &JsBridge, module: &JsValue);

    /// Whether there is a page to write at.
    #[wasm_bindgen(method, getter, js_name = hasDesk)]
    pub fn has_desk(this: &JsBridge) -> bool;

    /// Promises of what is loaded, by path, for as long as the document lives: all modules share them.
    #[wasm_bindgen(method, getter)]
    pub fn files(this: &JsBridge) -> Map;

    /// Aborted when the app stops: what listens to the page listens until then.
    #[wasm_bindgen(method, getter)]
    pub fn signal(this: &JsBridge) -> AbortSignal;

    /// The module of this name, `markdown`, `tools`, `search`, `live` or `desk`, loaded when it is first asked for. Rejects with the
    /// status of what did not come, 0 where nothing answered; with something else where it is broken.
    #[wasm_bindgen(method)]
    pub fn load(this: &JsBridge, module: &str) -> Promise;

    /// Defines a custom element. `mount` returns a number that `unmount` gets back.
    #[wasm_bindgen(method)]
    pub fn define(
        this: &JsBridge,
        name: &str,
        mount: &Closure<dyn Fn(HtmlElement) -> u32>,
        unmount: &Closure<dyn Fn(u32)>,
    );

    /// Puts a text into the clipboard. Rejects where the browser does not let it.
    #[wasm_bindgen(method)]
    pub fn copy(this: &JsBridge, text: &str) -> Promise;

    /// Stops the app for good.
    #[wasm_bindgen(method)]
    pub fn stop(this: &JsBridge, message: &str);
}

thread_local! {
    static BRIDGE: OnceCell<JsBridge> = const { OnceCell::new() };
}

/// Keeps the bridge. A panic stops the app from now on.
pub fn set(bridge: JsBridge) {
    use_messages(bridge.messages());
    // A second start would change nothing.
    BRIDGE.with(|kept| drop(kept.set(bridge)));
    std::panic::set_hook(Box::new(|panic| get().stop(&panic.to_string())));
}

/// The bridge, from [`set`] on.
pub fn get() -> JsBridge {
    BRIDGE
        .with(|kept| kept.get().cloned())
        .expect_throw("the app has not been started")
}

/// Lets a promise be, whatever becomes of it.
pub fn ignore(promise: &Promise) {
    thread_local! {
        static NOTHING: Closure<dyn FnMut(JsValue)> = Closure::new(|_| ());
    }
    NOTHING.with(|nothing| drop(promise.catch(nothing)));
}

/// What the interface of the page says.
pub fn translator() -> Translator {
    let root = document().document_element();
    let language = root.and_then(|root| root.get_attribute("lang"));
    Translator::of(&language.unwrap_or_default())
}

pub fn window() -> Window {
    web_sys::window().expect_throw("no window")
}

/// Whether this is a frame in a page of another origin, which is when engines keep apart what it stores. None of them
/// tells of it when it is stored; `hasStorageAccess` says no in all of them, but only to who can wait.
pub fn is_framed_elsewhere() -> bool {
    let top = window().top().ok().flatten();
    top.is_none_or(|top| top.location().href().is_err())
}

/// In CSS pixels; nothing where the browser does not tell.
pub fn window_height() -> Option<f64> {
    window().inner_height().ok()?.as_f64()
}

pub fn document() -> Document {
    window().document().expect_throw("no document")
}

/// Says it to those who hear the page.
pub fn announce(sentence: &str) {
    if let Some(announcer) = document().get_element_by_id("recto-announcer") {
        announcer.set_text_content(Some(sentence));
    }
}
