//! All that is stored as a file that the browser saves, and such a file merged with what is stored.

use crate::browser::{bridge, storage};
use crate::i18n::{Message, message};
use crate::reader_data::{ReaderData, export::Export};
use crate::storage_key::{StorageKey, VERSION};
use js_sys::{Array, Date, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, HtmlAnchorElement, Url};

/// Has the browser save the file, and tells what it is called; nothing where the browser cannot.
pub fn export() -> Option<String> {
    let text = JSON::stringify(&file()).ok()?;
    let name = name();
    let blob = Blob::new_with_str_sequence(&Array::of1(&text));
    let url = blob.and_then(|blob| Url::create_object_url_with_blob(&blob));
    let link = bridge::document().create_element("a");
    let link: HtmlAnchorElement = link.ok()?.unchecked_into();
    link.set_href(&url.ok()?);
    link.set_download(&name);
    // Not all browsers follow a link that is nowhere.
    bridge::document().body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    Some(name)
}

/// `blog.example-reading-2026-05-01.json`
fn name() -> String {
    let host = bridge::window().location().hostname().unwrap_or_default();
    let today = String::from(Date::new_0().to_iso_string());
    let day = today.split('T').next().unwrap_or_default();
    [&host, "-reading-", day, ".json"].concat()
}

/// Each value as it is stored, so that nothing of it is lost that this version does not know.
fn file() -> JsValue {
    let base = bridge::get().base();
    let kept = Object::new();
    for (name, text) in storage::all() {
        let value = JSON::parse(&text).ok().filter(JsValue::is_object);
        if let (Some(key), Some(value)) = (StorageKey::parse(&name, &base), value) {
            let (kind, slug) = key.parts();
            let of_kind = Reflect::get(&kept, &kind.into()).unwrap_or_default();
            let of_kind = of_kind.dyn_into::<Object>().unwrap_or_default();
            set(&of_kind, slug, &value);
            set(&kept, kind, &of_kind);
        }
    }
    let file = Object::new();
    set(&file, "recto", &VERSION.into());
    set(&file, "kept", &kept);
    file.into()
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // It cannot fail for an object of ours.
    let _ = Reflect::set(object, &name.into(), value);
}

/// Merges the file, and says what became of it.
pub async fn import(file: File) -> Message {
    let text = JsFuture::from(file.text()).await.ok();
    let text = text.and_then(|text| text.as_string()).unwrap_or_default();
    let file = JSON::parse(&text).ok();
    match file.and_then(|file| Export::read(&file)) {
        Some(export) => merge(export),
        None => message::IMPORT_NOT_OURS,
    }
}

fn merge(export: Export) -> Message {
    let mut is_whole = export.is_whole;
    let changes = export.entries.into_iter().filter_map(|entry| {
        let key = StorageKey::of(&entry.kind, &entry.slug)?;
        let text = storage::read(&key).ok().flatten();
        let stored = text.as_ref().and_then(|text| storage::parse(&key, text));
        if text.is_some() && stored.is_none() {
            // It may be of a newer version.
            is_whole = false;
            return None;
        }
        let merged = ReaderData::merged(stored, entry.data)?;
        Some((
            storage::name_of(&entry.kind, &entry.slug)?,
            storage::to_text(&merged),
        ))
    });
    match storage::write_all(changes) {
        Err(_) => message::IMPORT_NOT_KEPT,
        Ok(()) if is_whole => message::IMPORTED,
        Ok(()) => message::IMPORT_IN_PART,
    }
}
