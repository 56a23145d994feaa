//! All that is stored, as one file: `{"recto":1,"kept":{"saved":{"a-slug":{…}}}}`.

use super::{ReaderData, Version};
use crate::stored::Key;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;

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
    pub fn read<'de, D: Deserializer<'de>>(file: D) -> Option<Self> {
        let file = File::deserialize(file).ok()?;
        Some(file.kept)
    }
}

#[derive(Deserialize)]
struct File {
    #[serde(rename = "recto")]
    _version: Version,
    #[serde(default)]
    kept: Export,
}

impl<'de> Deserialize<'de> for Export {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Kinds)
    }
}

struct Kinds;

impl<'de> Visitor<'de> for Kinds {
    type Value = Export;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("what is stored, by its kind")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Export, A::Error> {
        let mut export = Export {
            entries: Vec::new(),
            is_whole: true,
        };
        while let Some(kind) = map.next_key::<String>()? {
            map.next_value_seed(OfKind(&kind, &mut export))?;
        }
        Ok(export)
    }
}

/// All of one kind, by slug.
struct OfKind<'a>(&'a str, &'a mut Export);

impl<'de> DeserializeSeed<'de> for OfKind<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let Self(kind, export) = self;
        if deserializer.deserialize_map(OfKind(kind, export)).is_err() {
            export.is_whole = false;
        }
        Ok(())
    }
}

impl<'de> Visitor<'de> for OfKind<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("values by slug")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self(kind, export) = self;
        while let Some(slug) = map.next_key::<String>()? {
            let data = match Key::of(kind, &slug) {
                Some(key) => map.next_value_seed(Value(&key))?,
                None => {
                    map.next_value::<IgnoredAny>()?;
                    None
                }
            };
            export.is_whole &= data.is_some();
            export.entries.extend(data.map(|data| Entry {
                kind: kind.into(),
                slug,
                data,
            }));
        }
        Ok(())
    }
}

/// The value under a key.
struct Value<'a>(&'a Key<'a>);

impl<'de> DeserializeSeed<'de> for Value<'_> {
    type Value = Option<ReaderData>;

    fn deserialize<D: Deserializer<'de>>(self, value: D) -> Result<Self::Value, D::Error> {
        Ok(ReaderData::read(self.0, value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_value_is_read_by_its_kind() {
        let export = Export::read(json!({ "recto": 1, "kept": {
            "saved": { "a": { "v": 1, "title": "A" }, "b": { "v": 1, "title": "B" } },
            "last": { "": { "v": 1, "slug": "a" } },
        } }))
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
            let export = Export::read(json!({ "recto": 1, "kept": { kind: values } })).unwrap();
            assert_eq!((export.entries.len(), export.is_whole), (1, false));
        }
        for kept in [json!({ "saved": 7 }), json!({ "unknown": { "a": good } })] {
            let export = Export::read(json!({ "recto": 1, "kept": kept })).unwrap();
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
            assert_eq!(Export::read(file.clone()), None, "{file}");
        }
    }
}
