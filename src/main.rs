//! One app, two hosts: the target picks the main.

#[cfg(target_arch = "wasm32")]
mod browser_main {
    use js_sys::Function;
    use recto::browser::{self, host::Host, navigation, storage};
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

    /// The name that something of a kind is kept under; nothing for a kind that there is not.
    #[wasm_bindgen(js_name = keyOf)]
    pub fn key_of(kind: &str, slug: &str) -> Option<String> {
        storage::name_of(kind, slug)
    }

    /// Where an article is.
    #[wasm_bindgen(js_name = pathOf)]
    pub fn path_of(slug: &str) -> String {
        navigation::path_of(slug)
    }

    /// Loads a page and puts it on screen. False where there is no such page.
    #[wasm_bindgen]
    pub async fn open(path: String, signal: AbortSignal, scroll: Function) -> bool {
        navigation::open(path, signal, scroll).await
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    recto::cli::run()
}
