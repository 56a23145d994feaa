//! The module of the embeds: embeds of the blog for other people's pages, a download that readers of the blog never make.

#[cfg(target_arch = "wasm32")]
mod browser_main {
    use js_sys::Array;
    use recto::browser::{bridge::JsBridge, embedding};
    use wasm_bindgen::prelude::*;
    use web_sys::Element;

    /// Called once, by the loader.
    #[wasm_bindgen]
    pub fn start(bridge: JsBridge) {
        embedding::start(bridge);
    }

    /// The paths of the files that an embed is made of, below the blog's address: the site, the data, and the Markdown
    /// of a whole article. Nothing where it is not said what the embed is of.
    #[wasm_bindgen]
    pub fn files(embed: &str, of: &str) -> Option<Array> {
        embedding::files(embed, of)
    }

    /// The language of the blog whose site this is; empty where it cannot be read.
    #[wasm_bindgen]
    pub fn language(site: &JsValue) -> String {
        embedding::language(site)
    }

    /// Puts an embed into the element and brings it to life, until `remove` is called with the number it answers. An
    /// error is a word: `malformed`, `outdated` or `missing`.
    #[wasm_bindgen]
    pub fn show(
        element: &Element,
        address: &str,
        embed: &str,
        of: &str,
        files: Array,
        limit: usize,
        speech: &JsValue,
    ) -> Result<u32, JsValue> {
        let shown = embedding::show(element, address, embed, of, &files, limit, speech);
        shown.map_err(JsValue::from_str)
    }

    /// What is said of so many results of a search.
    #[wasm_bindgen]
    pub fn counted(count: u32, speech: &JsValue) -> String {
        embedding::counted(count, speech)
    }

    #[wasm_bindgen]
    pub fn remove(embed: u32) {
        embedding::remove(embed);
    }
}

fn main() {}
