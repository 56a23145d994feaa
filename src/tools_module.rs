//! The tools module: what opens when a reader asks for it, as a download of its own that others never make.

#[cfg(target_arch = "wasm32")]
mod browser_main {
    use recto::browser::{bridge::JsBridge, tools};
    use wasm_bindgen::prelude::wasm_bindgen;
    use web_sys::HtmlElement;

    /// Brings a tool to life, for an element where it belongs to one. Called by the start script.
    #[wasm_bindgen]
    pub fn open(bridge: JsBridge, tool: &str, element: Option<HtmlElement>) {
        tools::open(bridge, tool, element);
    }
}

fn main() {}
