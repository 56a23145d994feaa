//! One app, two hosts: the target picks the main.

#[cfg(target_arch = "wasm32")]
mod browser_main {
    use recto::browser::{app, bridge::JsBridge};
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Brings the page to life. Called once, by the start script.
    #[wasm_bindgen]
    pub async fn start(bridge: JsBridge) {
        app::start(bridge).await;
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    recto::cli::run()
}
