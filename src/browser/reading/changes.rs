//! What says something else than when the reader was through is marked, and a tool tells of it.

use super::{
    Article,
    text_sections::{hashes, headings},
};
use crate::browser::{app::tools::open_tool, bridge, storage};
use crate::i18n::message;
use crate::reader_data::ReaderData;
use crate::storage_key::StorageKey;

pub fn mark(article: &Article) {
    let Some(ReaderData::Reading(reading)) = storage::load(&StorageKey::Reading(&article.slug))
    else {
        return;
    };
    if reading.finished.is_empty() || reading.finished == article.hash {
        return;
    }
    let now = hashes(&article.prose);
    let is_changed = |name: &str| now.get(name) != reading.sections.get(name);
    let changed = bridge::translator().text(message::CHANGED);
    let headings = headings(&article.prose);
    let headings: Vec<_> = headings
        .iter()
        .filter(|heading| is_changed(&heading.id()))
        .collect();
    for heading in &headings {
        // It cannot fail for a name that is an attribute's name.
        drop(heading.set_attribute("data-changed", &changed));
    }
    if !headings.is_empty() {
        open_tool("changes", Some(article.element.clone()));
    }
}
