//! A file that the browser saves.

use crate::browser::bridge;
use crate::content::article::Article;
use crate::markdown::Enrichment;
use js_sys::{Array, JSON, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsCast;
use web_sys::{Blob, HtmlAnchorElement, Url};

/// Has the browser save it; nothing where the browser cannot.
pub fn save(name: &str, text: &str) -> Option<()> {
    let blob = Blob::new_with_str_sequence(&Array::of1(&text.into())).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let link = bridge::document().create_element("a").ok()?;
    let link: HtmlAnchorElement = link.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    // Not all browsers follow a link that is nowhere.
    bridge::document().body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    Some(())
}

/// The data of an article, as `recto publish` writes it. Pictures that lie on the device are told to nobody.
pub fn data(article: &Article, enrichment: &Enrichment) -> Option<String> {
    let of_others = Enrichment {
        images: Default::default(),
        labels: Vec::new(),
        ..enrichment.clone()
    };
    let serializer = Serializer::json_compatible();
    let object: Object = article.serialize(&serializer).ok()?.dyn_into().ok()?;
    let enrichment = of_others.serialize(&serializer).ok()?;
    Reflect::set(&object, &"enrichment".into(), &enrichment).ok()?;
    JSON::stringify_with_replacer_and_space(&object, &wasm_bindgen::JsValue::NULL, &2.into())
        .ok()
        .map(String::from)
}
