//! All that is kept, as one file, `{"recto":1,"kept":{"saved":{"a-slug":{…}}}}`, and such a file merged with what is kept.

use super::kept;
use crate::browser::tools::dialog;
use crate::browser::{host, record::Record};
use crate::html::element;
use crate::language::{Message, message};
use crate::stored::{Key, VERSION};
use js_sys::{Array, JSON};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, HtmlAnchorElement, HtmlElement, Url};

const NAME: &str = "reading.json";

/// Has the browser save the file.
pub fn export(page: &HtmlElement) {
    let all = Record::default();
    for kept in kept::all() {
        let of_kind = all.record(kept.kind);
        of_kind.set(&kept.slug, kept.record.value());
        all.set(kept.kind, of_kind.value());
    }
    let file = Record::default();
    file.set("recto", VERSION);
    file.set("kept", all.value());
    let Ok(text) = JSON::stringify(file.value()) else {
        return;
    };
    let blob = Blob::new_with_str_sequence(&Array::of1(&text));
    let url = blob.and_then(|blob| Url::create_object_url_with_blob(&blob));
    let link = host::document().create_element("a");
    if let (Ok(url), Ok(link)) = (url, link) {
        let link: HtmlAnchorElement = link.unchecked_into();
        link.set_href(&url);
        link.set_download(NAME);
        // Not all browsers follow a link that is nowhere.
        drop(page.append_child(&link));
        link.click();
        link.remove();
    }
}

/// Merges the file, and says what became of it.
pub async fn import(file: File) {
    let text = JsFuture::from(file.text()).await.ok();
    let text = text.and_then(|text| text.as_string()).unwrap_or_default();
    let words = host::words();
    let told = element("p", "tool-text").text(&words.text(merge(&text)));
    let title = words.text(message::IMPORT);
    dialog::open("tool-import", &title, vec![told.into()]);
}

fn merge(text: &str) -> Message {
    let file = Record::parse(text).unwrap_or_default();
    if file.number("recto") != f64::from(VERSION) {
        return message::IMPORT_NOT_OURS;
    }
    let all = file.record("kept");
    let mut whole = true;
    for kind in all.names() {
        let of_kind = all.record(&kind);
        for slug in of_kind.keys() {
            let key = Key::of(&kind, &slug);
            whole &= key.is_some_and(|key| kept::merge(&key, &of_kind.record(&slug)));
        }
    }
    match whole {
        true => message::IMPORTED,
        false => message::IMPORT_IN_PART,
    }
}
