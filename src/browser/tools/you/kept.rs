//! All that this site has in local storage, and how what comes from elsewhere is merged with it.

use crate::browser::{host, record::Record, storage};
use crate::stored::{Key, VERSION};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

pub struct Kept {
    pub kind: &'static str,
    /// Empty where it belongs to no article.
    pub slug: String,
    pub record: Record,
}

impl Kept {
    pub fn key(&self) -> Option<Key<'_>> {
        Key::of(self.kind, &self.slug)
    }
}

/// The latest first. The code of a sort would weigh 2 KB.
pub fn all() -> Vec<Kept> {
    let base = host::get().base();
    let mut all: Vec<Kept> = Vec::new();
    for name in storage::names() {
        let Some(key) = Key::parse(&name, &base) else {
            continue;
        };
        let (kind, slug) = key.parts();
        let record = Record::kept(&key);
        if record.is_empty() {
            continue;
        }
        let time = record.number("time");
        let later = all
            .iter()
            .take_while(|kept| kept.record.number("time") >= time);
        let kept = Kept {
            kind,
            slug: slug.into(),
            record,
        };
        all.insert(later.count(), kept);
    }
    all
}

/// Merges one thing with what is kept of it. Answers whether it could be understood.
pub fn merge(key: &Key, imported: &Record) -> bool {
    if imported.number("v") != f64::from(VERSION) {
        return false;
    }
    let kept = Record::kept(key);
    let merged = match key {
        Key::Reactions(_) => Some(united(&kept, imported)),
        Key::Reading(_) => {
            reading(imported).filter(|imported| imported.number("time") > kept.number("time"))
        }
        Key::Saved(_) => {
            texts_and_numbers(imported, &["title"], &["time"]).filter(|_| kept.is_empty())
        }
        Key::Last => texts_and_numbers(imported, &["slug"], &[]).filter(|_| kept.is_empty()),
        Key::Preferences => Some(chosen(kept, imported)),
    };
    if let Some(merged) = merged {
        merged.keep(key);
    }
    true
}

/// What was given here, and then what was given there.
fn united(kept: &Record, imported: &Record) -> Record {
    let kinds = Array::new();
    for all in [kept.get("kinds"), imported.get("kinds")] {
        for kind in all.dyn_into::<Array>().unwrap_or_default() {
            if kind.is_string() && !kinds.includes(&kind, 0) {
                kinds.push(&kind);
            }
        }
    }
    let united = Record::default();
    if kinds.length() > 0 {
        united.set("kinds", kinds);
    }
    united
}

fn reading(imported: &Record) -> Option<Record> {
    let known = texts_and_numbers(
        imported,
        &["title", "at", "finished"],
        &["part", "left", "time"],
    )?;
    let sections = Record::default();
    let hashes = imported.record("sections");
    for name in hashes.names() {
        sections.set(&name, hashes.number(&name));
    }
    known.set("sections", sections.value());
    Some(known)
}

/// Only fields that we know, and nothing if there are none.
fn texts_and_numbers(imported: &Record, texts: &[&str], numbers: &[&str]) -> Option<Record> {
    let known = Record::default();
    for name in texts {
        let text = imported.get(name);
        if text.is_string() {
            known.set(name, text);
        }
    }
    for name in numbers {
        if let Some(number) = imported.get(name).as_f64() {
            known.set(name, number);
        }
    }
    Some(known).filter(|known| !known.is_empty())
}

/// What is chosen here stays.
fn chosen(kept: Record, imported: &Record) -> Record {
    for name in imported.names() {
        let value: JsValue = imported.get(&name);
        if value.is_string() && kept.get(&name).is_undefined() {
            kept.set(&name, value);
        }
    }
    kept
}
