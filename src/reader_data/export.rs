//! All that is stored, as one file: `{"recto":1,"kept":{"saved":{"a-slug":{…}}}}`.

use super::{ReaderData, Version};
use crate::from_json::{JsonValue, field};
use crate::storage_key::StorageKey;

/// What could be read of a file.
#[derive(Debug, Default, PartialEq)]
pub struct Export {
    pub entries: Vec<Entry>,
    /// Whether there is nothing else in it.
    pub is_whole: bool,
}

#[derive(Debug, PartialEq)]
pub struct Entry {
    pub kind: String,
    /// Empty where it belongs to no article.
    pub slug: String,
    pub data: ReaderData,
}

impl Export {
    /// Nothing where the file is no export, or one of another version.
    pub fn read(file: &impl JsonValue) -> Option<Self> {
        let _version: Version = field(file, "recto")?;
        let kept = file.field("kept");
        let mut export = Self {
            entries: Vec::new(),
            is_whole: !kept.is_missing(),
        };
        if kept.is_missing() {
            return Some(export);
        }
        for (kind, values) in kept.as_object()? {
            match values.as_object() {
                Some(values) => values.for_each(|(slug, value)| export.add(&kind, slug, &value)),
                None => export.is_whole = false,
            }
        }
        Some(export)
    }

    fn add(&mut self, kind: &str, slug: String, value: &impl JsonValue) {
        let data = StorageKey::of(kind, &slug).and_then(|key| ReaderData::read(&key, value));
        self.is_whole &= data.is_some();
        self.entries.extend(data.map(|data| Entry {
            kind: kind.into(),
            slug,
            data,
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_value_is_read_by_its_kind() {
        let export = Export::read(&Some(&json!({ "recto": 1, "kept": {
            "saved": { "a": { "v": 1, "title": "A" }, "b": { "v": 1, "title": "B" } },
            "last": { "": { "v": 1, "slug": "a" } },
        } })))
        .unwrap();
        let mut names: Vec<_> = export
            .entries
            .iter()
            .map(|entry| (&*entry.kind, &*entry.slug))
            .collect();
        names.sort();
        assert_eq!(names, [("last", ""), ("saved", "a"), ("saved", "b")]);
        assert!(export.is_whole);
    }

    #[test]
    fn what_cannot_be_read_is_left_out_and_the_rest_is_not() {
        let good = json!({ "v": 1, "title": "A" });
        for (kind, values) in [
            ("saved", json!({ "a": good, "../b": good })),
            ("saved", json!({ "a": good, "b": { "v": 2 } })),
            ("saved", json!({ "a": good, "b": 7 })),
        ] {
            let export =
                Export::read(&Some(&json!({ "recto": 1, "kept": { kind: values } }))).unwrap();
            assert_eq!((export.entries.len(), export.is_whole), (1, false));
        }
        for kept in [json!({ "saved": 7 }), json!({ "unknown": { "a": good } })] {
            let export = Export::read(&Some(&json!({ "recto": 1, "kept": kept }))).unwrap();
            assert_eq!((export.entries.len(), export.is_whole), (0, false));
        }
    }

    #[test]
    fn another_file_is_no_export() {
        for file in [
            json!(null),
            json!([]),
            json!({}),
            json!({ "recto": 2, "kept": {} }),
            json!({ "recto": 1, "kept": 7 }),
        ] {
            assert_eq!(Export::read(&Some(&file)), None, "{file}");
        }
    }
}
