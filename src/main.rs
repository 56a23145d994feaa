//! One app, two hosts: the target picks the main.

#[cfg(target_arch = "wasm32")]
mod browser_main {
    use js_sys::Function;
    use recto::browser::{self, host::Host, navigation};
    use recto::html::build::character as character_of;
    use wasm_bindgen::prelude::wasm_bindgen;
    use web_sys::AbortSignal;

    /// Brings the page to life. Called once, by the start script, when the text is on screen.
    #[wasm_bindgen]
    pub fn start(host: Host) {
        browser::start(host);
    }

    /// Whether the path is a page of this site.
    #[wasm_bindgen]
    pub fn serves(path: &str) -> bool {
        navigation::route_of(path).is_some()
    }

    /// Has a page's data ready.
    #[wasm_bindgen]
    pub fn prefetch(path: &str) {
        navigation::prefetch(path);
    }

    /// What a named character of HTML is; the Markdown module asks.
    #[wasm_bindgen]
    pub fn character(name: &str) -> Option<String> {
        character_of(name)
    }

    /// Loads a page and puts it on screen.
    #[wasm_bindgen]
    pub async fn open(path: String, signal: AbortSignal, scroll: Function) {
        navigation::open(path, signal, scroll).await;
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    recto::site::command::run()
}
