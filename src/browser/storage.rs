//! The reader's own data: the one typed store over local storage, and the only place where its keys are spelt.
//!
//! Storage never fails a page: every answer is a value, and the caller says what it means for the reader.

use super::{events::listen, host};
use web_sys::{AbortSignal, Storage, StorageEvent};

/// One thing the store keeps.
pub enum Key<'a> {
    /// What the reader gave to the article of this slug.
    Reactions(&'a str),
}

/// The browser refuses: storage is blocked, or full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StorageRefused;

impl Key<'_> {
    /// Two blogs below one origin keep apart by their base paths.
    fn name(&self) -> String {
        let base = host::get().base();
        match self {
            Self::Reactions(slug) => {
                ["recto:reactions:", base.trim_start_matches('/'), slug].concat()
            }
        }
    }
}

pub fn read(key: &Key) -> Result<Option<String>, StorageRefused> {
    storage()?.get_item(&key.name()).map_err(|_| StorageRefused)
}

/// Stores the value, or removes the key where there is none.
pub fn write(key: &Key, value: Option<&str>) -> Result<(), StorageRefused> {
    let storage = storage()?;
    let written = match value {
        Some(value) => storage.set_item(&key.name(), value),
        None => storage.remove_item(&key.name()),
    };
    written.map_err(|_| StorageRefused)
}

/// Tells of changes that other tabs make, with the new value, until the signal is aborted.
pub fn watch(key: &Key, signal: &AbortSignal, changed: impl Fn(Option<String>) + 'static) {
    let name = key.name();
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

fn storage() -> Result<Storage, StorageRefused> {
    host::window()
        .local_storage()
        .ok()
        .flatten()
        .ok_or(StorageRefused)
}
