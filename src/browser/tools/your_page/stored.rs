//! All that this site has in local storage.

use crate::browser::{bridge, storage};
use crate::reader_data::{ReaderData, Time};
use crate::storage_key::StorageKey;

/// Something that is stored, and what could be understood of it.
pub struct Stored {
    pub kind: &'static str,
    /// Empty where it belongs to no article.
    pub slug: String,
    pub data: Option<ReaderData>,
}

impl Stored {
    fn time(&self) -> f64 {
        let time = self.data.as_ref().and_then(ReaderData::time);
        time.map_or(f64::NEG_INFINITY, Time::milliseconds)
    }
}

/// The latest first.
pub fn all() -> Vec<Stored> {
    let base = bridge::get().base();
    let stored = storage::all().into_iter().map(|(name, text)| {
        let key = StorageKey::parse(&name, &base)?;
        let (kind, slug) = key.parts();
        Some(Stored {
            kind,
            slug: slug.into(),
            data: storage::parse(&key, &text),
        })
    });
    let mut stored: Vec<Stored> = stored.flatten().collect();
    stored.sort_by(|one, other| other.time().total_cmp(&one.time()));
    stored
}

/// What is gone from the history is not offered on the front page either.
pub fn remove(kind: &str, slug: &str) {
    let Some(key) = StorageKey::of(kind, slug) else {
        return;
    };
    if let StorageKey::Reading(slug) = key
        && let Some(ReaderData::Last(last)) = storage::load(&StorageKey::Last)
        && last.slug == slug
    {
        storage::remove(&StorageKey::Last);
    }
    storage::remove(&key);
}

/// Whatever its value is.
pub fn erase_all() {
    let removals = storage::all().into_iter().map(|(name, _)| (name, None));
    // To remove takes no room, so that nothing refuses it.
    let _ = storage::write_all(removals);
}
