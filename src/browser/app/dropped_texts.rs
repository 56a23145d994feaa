//! A text that is dropped on any page of the blog opens at the desk, which is a module of its own.

use super::tools::open_tool;
use crate::browser::modules::DESK;
use crate::browser::{bridge, events::listen};
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::Event;

#[wasm_bindgen]
extern "C" {
    /// A file or a folder that is dropped.
    type DroppedItem;

    #[wasm_bindgen(method, js_name = webkitGetAsEntry)]
    fn entry(this: &DroppedItem) -> JsValue;

    #[wasm_bindgen(method, js_name = getAsFile)]
    fn file(this: &DroppedItem) -> JsValue;
}

/// Listens from now on, where there is a desk.
pub fn start() {
    if !bridge::get().has_desk() {
        return;
    }
    for name in ["dragover", "drop"] {
        listen(
            &bridge::window(),
            name,
            &bridge::get().signal(),
            move |event: Event| {
                let transfer = get(&event, "dataTransfer");
                let types: Array = get(&transfer, "types").unchecked_into();
                if event.default_prevented() || !types.includes(&"Files".into(), 0) {
                    return;
                }
                event.prevent_default();
                if name == "drop" {
                    // The browser forgets what was dropped when the event is over.
                    let items = Array::from(&get(&transfer, "items"));
                    let dropped: Array = items.iter().map(kept).collect();
                    open_tool(DESK, Some(dropped.unchecked_into()));
                }
            },
        );
    }
}

/// A file, or a folder.
fn kept(item: JsValue) -> JsValue {
    let item: DroppedItem = item.unchecked_into();
    let entry = item.entry();
    match get(&entry, "isDirectory").is_truthy() {
        true => entry,
        false => item.file(),
    }
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}
