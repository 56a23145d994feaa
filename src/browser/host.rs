//! What the start script hands to the app.

use crate::language::{Words, browser::use_messages};
use js_sys::Promise;
use std::cell::OnceCell;
use wasm_bindgen::prelude::*;
use web_sys::{Document, DocumentFragment, Element, HtmlElement, Window};

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    pub type Host;

    /// The path that all pages lie below, with slashes at both ends.
    #[wasm_bindgen(method, getter)]
    pub fn base(this: &Host) -> String;

    /// What the interface says in the site's language, by key; `undefined` in English.
    #[wasm_bindgen(method, getter)]
    pub fn messages(this: &Host) -> JsValue;

    /// The same as an absolute URL.
    #[wasm_bindgen(method, getter)]
    pub fn root(this: &Host) -> String;

    /// Fetches the Markdown module, once.
    #[wasm_bindgen(method, js_name = loadMarkdown)]
    pub fn load_markdown(this: &Host) -> Promise;

    /// Markdown and the article's JSON, out of which the enrichment is taken, to HTML.
    #[wasm_bindgen(method, catch, js_name = renderMarkdown)]
    pub async fn render_markdown(
        this: &Host,
        source: &JsValue,
        article: &JsValue,
    ) -> Result<JsValue, JsValue>;

    /// Defines a custom element. `mount` returns a number that `unmount` gets back.
    #[wasm_bindgen(method)]
    pub fn define(
        this: &Host,
        name: &str,
        mount: &Closure<dyn Fn(HtmlElement) -> u32>,
        unmount: &Closure<dyn Fn(u32)>,
    );

    /// Calls the update, which puts this page on screen, perhaps in a view transition, or a moment later. Then the
    /// promise settles after the update.
    #[wasm_bindgen(method)]
    pub fn transition(this: &Host, page: &DocumentFragment, update: &JsValue) -> Option<Promise>;

    /// Puts a page into `<main>`, a long text piece by piece.
    #[wasm_bindgen(method)]
    pub fn put(this: &Host, main: &Element, page: &DocumentFragment);

    /// Puts a text into the clipboard. Rejects where the browser does not let it.
    #[wasm_bindgen(method)]
    pub fn copy(this: &Host, text: &str) -> Promise;

    /// Stops the app for good.
    #[wasm_bindgen(method)]
    pub fn panicked(this: &Host, message: &str);
}

thread_local! {
    static HOST: OnceCell<Host> = const { OnceCell::new() };
}

pub fn keep(host: Host) {
    use_messages(host.messages());
    // A second start would change nothing.
    HOST.with(|kept| drop(kept.set(host)));
}

/// The host, from [`start`](super::start) on.
pub fn get() -> Host {
    HOST.with(|kept| kept.get().cloned())
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
pub fn words() -> Words {
    let root = document().document_element();
    let language = root.and_then(|root| root.get_attribute("lang"));
    Words::of(&language.unwrap_or_default())
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

pub fn document() -> Document {
    window().document().expect_throw("no document")
}

/// Says it to those who hear the page.
pub fn announce(sentence: &str) {
    if let Some(announcer) = document().get_element_by_id("recto-announcer") {
        announcer.set_text_content(Some(sentence));
    }
}
