//! The desk's module: where publishers write, as a download that readers never make.

#[cfg(target_arch = "wasm32")]
mod browser_main {
    use recto::browser::{bridge::JsBridge, desk};
    use wasm_bindgen::prelude::*;

    /// Brings the desk to life in its element, or takes what was dropped on another page there. Called by the app.
    #[wasm_bindgen]
    pub fn open(bridge: JsBridge, _tool: &str, what: JsValue) {
        desk::open(bridge, what);
    }
}

fn main() {}
