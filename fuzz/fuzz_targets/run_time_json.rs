//! Any JSON, as each type that a browser loads or has stored: what is read of it is what a page may hold, and is read again
//! as it was written.
#![no_main]

#[path = "../../src/content"]
pub mod content {
    pub mod article;
    pub mod author;
    pub mod date;
    pub mod list;
    pub mod live;
    pub mod moment;
    pub mod names;
    pub mod reactions;
    pub mod site;
    pub mod url;

    pub const VERSION: u32 = 1;
}
#[path = "../../src/from_json/mod.rs"]
pub mod from_json;
#[path = "../../src/reader_data/mod.rs"]
pub mod reader_data;
#[path = "../../src/storage_key.rs"]
pub mod storage_key;

use content::article::{Article, Summary};
use content::author::Author;
use content::list::{Index, List};
use content::live::Live;
use content::names::Names;
use content::reactions::StoredReactions;
use content::site::Site;
use from_json::FromJson;
use libfuzzer_sys::fuzz_target;
use reader_data::ReaderData;
use reader_data::export::Export;
use serde::Serialize;
use serde_json::Value;
use storage_key::StorageKey;

/// How the fields with URLs are called.
const URL_FIELDS: [&str; 7] = [
    "avatar",
    "base_url",
    "canonical_url",
    "href",
    "same_as",
    "src",
    "srcset",
];

/// How what runs begins, in small letters and without what browsers leave out.
const RUNNING: [&str; 4] = ["javascript:", "vbscript:", "data:", "blob:"];

// The text comes last, so that it stands in the fuzzer's files as it is, behind one byte for the type.
fuzz_target!(|input: &[u8]| {
    let Some((kind, text)) = input.split_first() else {
        return;
    };
    let Ok(value) = serde_json::from_slice::<Value>(text) else {
        return;
    };
    match kind % 10 {
        0 => check::<Site>(&value),
        1 => check::<Article>(&value),
        2 => check::<List>(&value),
        3 => check::<Index>(&value),
        4 => check::<Names>(&value),
        5 => check::<Author>(&value),
        6 => {
            check::<Summary>(&value);
            check::<Live>(&value);
        }
        7 => check::<StoredReactions>(&value),
        8 => drop(Export::read(&Some(&value))),
        _ => check_stored(&value),
    }
});

fn check<T: FromJson + Serialize>(value: &Value) {
    let Some(read) = T::from_json(&Some(value)) else {
        return;
    };
    let written = serde_json::to_value(&read).expect("what is read can be written");
    check_urls("", &written);
    let again = T::from_json(&Some(&written)).expect("what is written can be read");
    let again = serde_json::to_value(&again).expect("what is read can be written");
    assert_eq!(written, again, "{value}");
}

fn check_urls(field: &str, value: &Value) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| check_urls(field, item)),
        Value::Object(fields) => fields
            .iter()
            .for_each(|(name, value)| check_urls(name, value)),
        Value::String(text) if URL_FIELDS.contains(&field) => {
            let kept = |letter: &char| *letter > ' ' && !letter.is_control();
            // One that is alone may hold a comma.
            let between = if field == "srcset" { ", " } else { "\0" };
            for url in text.split(between) {
                let plain: String = url.chars().filter(kept).collect();
                let plain = plain.to_ascii_lowercase();
                let runs = RUNNING.iter().any(|running| plain.starts_with(running));
                assert!(!runs || field == "base_url", "{field}: {text:?}");
            }
        }
        _ => {}
    }
}

fn check_stored(value: &Value) {
    for key in [
        StorageKey::Reactions("a"),
        StorageKey::Reading("a"),
        StorageKey::Saved("a"),
        StorageKey::Last,
        StorageKey::Preferences,
    ] {
        let read = || ReaderData::read(&key, &Some(value));
        if let Some(data) = read() {
            let _ = (data.time(), data.is_empty());
            let _ = ReaderData::merged(read(), data);
        }
    }
}
