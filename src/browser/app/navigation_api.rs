//! The browser's Navigation API, which `web-sys` does not know.

use crate::browser::bridge;
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, Event, EventTarget};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = EventTarget)]
    pub type Navigation;

    #[wasm_bindgen(method, getter, js_name = currentEntry)]
    pub fn current_entry(this: &Navigation) -> Option<Entry>;

    /// An entry of the history.
    pub type Entry;

    #[wasm_bindgen(method, getter)]
    pub fn key(this: &Entry) -> String;

    #[wasm_bindgen(method, getter)]
    pub fn url(this: &Entry) -> Option<String>;

    #[wasm_bindgen(extends = Event)]
    #[derive(Clone)]
    pub type NavigateEvent;

    #[wasm_bindgen(method, getter, js_name = canIntercept)]
    pub fn can_intercept(this: &NavigateEvent) -> bool;

    #[wasm_bindgen(method, getter, js_name = hashChange)]
    pub fn hash_change(this: &NavigateEvent) -> bool;

    #[wasm_bindgen(method, getter, js_name = downloadRequest)]
    pub fn download_request(this: &NavigateEvent) -> Option<String>;

    #[wasm_bindgen(method, getter, js_name = formData)]
    pub fn form_data(this: &NavigateEvent) -> JsValue;

    /// `push`, `replace`, `reload` or `traverse`.
    #[wasm_bindgen(method, getter, js_name = navigationType)]
    pub fn navigation_type(this: &NavigateEvent) -> String;

    #[wasm_bindgen(method, getter)]
    pub fn destination(this: &NavigateEvent) -> Destination;

    #[wasm_bindgen(method, getter)]
    pub fn signal(this: &NavigateEvent) -> AbortSignal;

    #[wasm_bindgen(method, js_name = intercept)]
    fn intercept_with(this: &NavigateEvent, options: &Object);

    /// It fails where the reader has gone on.
    #[wasm_bindgen(method, catch)]
    pub fn scroll(this: &NavigateEvent) -> Result<(), JsValue>;

    pub type Destination;

    #[wasm_bindgen(method, getter)]
    pub fn url(this: &Destination) -> String;

    /// Whether nothing would be loaded: an address that a script sets, or another place in the page.
    #[wasm_bindgen(method, getter, js_name = sameDocument)]
    pub fn same_document(this: &Destination) -> bool;
}

/// Nothing in a browser that has no Navigation API: links are links to finished pages there.
pub fn navigation() -> Option<Navigation> {
    let navigation = Reflect::get(&bridge::window(), &JsValue::from_str("navigation")).ok()?;
    navigation.is_object().then(|| navigation.unchecked_into())
}

impl NavigateEvent {
    /// Has the handler, a function that returns a promise, do what the browser would. The focus is the handler's affair.
    pub fn intercept(&self, handler: &JsValue) {
        let options = Object::new();
        for (name, value) in [("handler", handler), ("focusReset", &"manual".into())] {
            // It cannot fail for an object of ours.
            let _ = Reflect::set(&options, &name.into(), value);
        }
        self.intercept_with(&options);
    }
}
