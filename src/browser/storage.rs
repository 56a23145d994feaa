//! The reader's own data: the one typed store over local storage.
//!
//! Storage never fails a page: every answer is a value, and the caller says what it means for the reader.

use super::{bridge, events::listen};
use crate::reader_data::ReaderData;
use crate::storage_key::StorageKey;
use js_sys::{JSON, Object};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsCast;
use web_sys::{AbortSignal, Storage, StorageEvent, StorageEventInit};

/// The browser refuses: storage is blocked, or full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StorageRefused;

/// Names and values of all that is stored for this site.
pub fn all() -> Vec<(String, String)> {
    let Ok(storage) = storage() else {
        return Vec::new();
    };
    let base = bridge::get().base();
    // To ask for each name by its number takes some browsers longer the more there are.
    let names = Object::keys(storage.unchecked_ref::<Object>());
    let names = names.iter().filter_map(|name| name.as_string());
    let ours = names.filter(|name| StorageKey::parse(name, &base).is_some());
    ours.filter_map(|name| {
        let text = storage.get_item(&name).ok()??;
        Some((name, text))
    })
    .collect()
}

/// The value under a key; nothing where there is none, or none that can be understood.
pub fn load(key: &StorageKey) -> Option<ReaderData> {
    parse(key, &read(key).ok()??)
}

/// The value in a stored text; nothing where it cannot be understood.
pub fn parse(key: &StorageKey, text: &str) -> Option<ReaderData> {
    let value = JSON::parse(text).ok()?;
    ReaderData::read(key, &value)
}

/// The text to store; nothing where there is nothing in it.
pub fn to_text(data: &ReaderData) -> Option<String> {
    let value = data.serialize(&Serializer::json_compatible()).ok()?;
    let text = JSON::stringify(&value).ok()?;
    (!data.is_empty()).then(|| text.into())
}

pub fn read(key: &StorageKey) -> Result<Option<String>, StorageRefused> {
    storage()?.get_item(&named(key)).map_err(|_| StorageRefused)
}

/// Stores the value, or removes the key where there is none.
pub fn write(key: &StorageKey, value: Option<&str>) -> Result<(), StorageRefused> {
    let storage = storage()?;
    let written = match value {
        Some(value) => storage.set_item(&named(key), value),
        None => storage.remove_item(&named(key)),
    };
    written.map_err(|_| StorageRefused)
}

/// Stores the value, or removes the key where it is empty, and has this tab told of it as well, because browsers tell only
/// the others. Where nothing can be kept, nothing changes.
pub fn save(key: &StorageKey, data: &ReaderData) {
    write_and_tell(key, to_text(data).as_deref());
}

/// The same for a key that is to hold nothing.
pub fn remove(key: &StorageKey) {
    write_and_tell(key, None);
}

fn write_and_tell(key: &StorageKey, value: Option<&str>) {
    if write(key, value).is_ok() {
        tell(Some(&named(key)), value);
    }
}

/// Writes all of these values, by their names, up to the first that is refused, and has this tab told once.
pub fn write_all(
    changes: impl Iterator<Item = (String, Option<String>)>,
) -> Result<(), StorageRefused> {
    let storage = storage()?;
    let mut changes = changes.map(|(name, value)| match value {
        Some(value) => storage.set_item(&name, &value),
        None => storage.remove_item(&name),
    });
    let written = changes.all(|written| written.is_ok());
    tell(None, None);
    if written { Ok(()) } else { Err(StorageRefused) }
}

/// As browsers tell other tabs. No name means that any may have changed.
fn tell(name: Option<&str>, value: Option<&str>) {
    let change = StorageEventInit::new();
    change.set_key(name);
    change.set_new_value(value);
    if let Ok(event) = StorageEvent::new_with_event_init_dict("storage", &change) {
        // Nobody can cancel it.
        drop(bridge::window().dispatch_event(&event));
    }
}

/// Tells of changes that other tabs make, with the new value, until the signal is aborted.
pub fn watch(key: &StorageKey, signal: &AbortSignal, changed: impl Fn(Option<String>) + 'static) {
    let name = named(key);
    listen(
        &bridge::window(),
        "storage",
        signal,
        move |event: StorageEvent| match event.key() {
            Some(key) if key == name => changed(event.new_value()),
            Some(_) => {}
            // No key at all means that any may have changed.
            None => changed(
                storage()
                    .ok()
                    .and_then(|storage| storage.get_item(&name).ok()?),
            ),
        },
    );
}

fn named(key: &StorageKey) -> String {
    key.name(&bridge::get().base())
}

/// The name that something of this kind is stored under.
pub fn name_of(kind: &str, slug: &str) -> Option<String> {
    StorageKey::of(kind, slug).map(|key| named(&key))
}

fn storage() -> Result<Storage, StorageRefused> {
    bridge::window()
        .local_storage()
        .ok()
        .flatten()
        .ok_or(StorageRefused)
}
