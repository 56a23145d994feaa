//! The reader's own data: the one typed store over local storage.
//!
//! Storage never fails a page: every answer is a value, and the caller says what it means for the reader.

use super::{events::listen, host};
use crate::stored::Key;
use web_sys::{AbortSignal, Storage, StorageEvent, StorageEventInit};

/// The browser refuses: storage is blocked, or full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StorageRefused;

/// The names of all that is stored for this origin.
pub fn names() -> Vec<String> {
    let Ok(storage) = storage() else {
        return Vec::new();
    };
    let names = (0..storage.length().unwrap_or_default()).map(|place| storage.key(place));
    names.filter_map(|name| name.ok().flatten()).collect()
}

pub fn read(key: &Key) -> Result<Option<String>, StorageRefused> {
    storage()?.get_item(&named(key)).map_err(|_| StorageRefused)
}

/// Stores the value, or removes the key where there is none.
pub fn write(key: &Key, value: Option<&str>) -> Result<(), StorageRefused> {
    let storage = storage()?;
    let written = match value {
        Some(value) => storage.set_item(&named(key), value),
        None => storage.remove_item(&named(key)),
    };
    written.map_err(|_| StorageRefused)
}

/// Writes, and has this tab told of it as well, because browsers tell only the others. Where nothing can be kept, nothing
/// changes.
pub fn write_and_tell(key: &Key, value: Option<&str>) {
    if write(key, value).is_err() {
        return;
    }
    let change = StorageEventInit::new();
    change.set_key(Some(&named(key)));
    change.set_new_value(value);
    if let Ok(event) = StorageEvent::new_with_event_init_dict("storage", &change) {
        // Nobody can cancel it.
        drop(host::window().dispatch_event(&event));
    }
}

/// Tells of changes that other tabs make, with the new value, until the signal is aborted.
pub fn watch(key: &Key, signal: &AbortSignal, changed: impl Fn(Option<String>) + 'static) {
    let name = named(key);
    listen(
        &host::window(),
        "storage",
        signal,
        move |event: StorageEvent| match event.key() {
            Some(key) if key == name => changed(event.new_value()),
            Some(_) => {}
            // No key at all means that everything was cleared.
            None => changed(None),
        },
    );
}

fn named(key: &Key) -> String {
    key.name(&host::get().base())
}

/// The name that something of this kind is stored under.
pub fn name_of(kind: &str, slug: &str) -> Option<String> {
    Key::of(kind, slug).map(|key| named(&key))
}

fn storage() -> Result<Storage, StorageRefused> {
    host::window()
        .local_storage()
        .ok()
        .flatten()
        .ok_or(StorageRefused)
}
