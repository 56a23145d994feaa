//! What a reader's browser keeps: each kind of value as one checked type, and how two of a kind are merged.
//!
//! Whatever stands in storage or in a file, a field that cannot be understood is as if it were not there, and a value of
//! another version is none.

pub mod export;
mod preferences;
mod reading;
mod way;

use crate::content::reactions::{Reactions, StoredReactions};
use crate::from_json::{FromJson, JsonValue, field, lenient_field};
use crate::storage_key::{StorageKey, VERSION};
pub use preferences::Preferences;
pub use reading::{Part, Reading, Sections};
use serde::{Serialize, Serializer};
pub use way::Way;

/// A value under one key.
#[derive(Clone, Debug, PartialEq)]
pub enum ReaderData {
    Reactions(Reactions),
    Reading(Reading),
    Saved(Saved),
    Last(Last),
    Preferences(Preferences),
    Draft(Draft),
}

/// An article that is saved for later.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Saved {
    v: Version,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<Time>,
}

/// The article that was begun last and not finished.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Last {
    v: Version,
    pub slug: String,
}

/// A text at the desk.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Draft {
    v: Version,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    pub text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<Time>,
}

/// In units of UTF-16: what no draft comes to.
const MAX_DRAFT: usize = 5_000_000;

/// A time that a calendar has, in milliseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize)]
pub struct Time(f64);

/// The version of all that is written; no other is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[serde(into = "u32")]
struct Version;

impl ReaderData {
    /// The value under a key; nothing where it is of another version, or no such value at all.
    pub fn read(key: &StorageKey, value: &impl JsonValue) -> Option<Self> {
        Some(match key {
            StorageKey::Reactions(_) => {
                let stored = StoredReactions::from_json(value)?;
                Self::Reactions(stored.try_into().ok()?)
            }
            StorageKey::Reading(_) => Self::Reading(Reading::from_json(value)?),
            StorageKey::Saved(_) => Self::Saved(Saved::from_json(value)?),
            StorageKey::Last => Self::Last(Last::from_json(value)?),
            StorageKey::Preferences => Self::Preferences(Preferences::from_json(value)?),
            StorageKey::Draft(_) => Self::Draft(Draft::from_json(value)?),
        })
    }

    /// When it was stored, where that is known.
    pub fn time(&self) -> Option<Time> {
        match self {
            Self::Reading(reading) => reading.time,
            Self::Saved(saved) => saved.time,
            Self::Draft(draft) => draft.time,
            _ => None,
        }
    }

    /// Whether there is nothing in it, so that nothing need be stored.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Reactions(reactions) => reactions.given().is_empty(),
            Self::Reading(reading) => *reading == Reading::default(),
            Self::Saved(saved) => *saved == Saved::default(),
            Self::Last(last) => last.slug.is_empty(),
            Self::Preferences(preferences) => *preferences == Preferences::default(),
            Self::Draft(draft) => draft.text.is_empty(),
        }
    }

    /// What to store of two values of a key; nothing where what is stored stays as it is.
    ///
    /// All reactions count, the later reading and draft, and for the rest what is stored already.
    pub fn merged(stored: Option<Self>, imported: Self) -> Option<Self> {
        let merged = match (imported, stored) {
            (Self::Reactions(imported), Some(Self::Reactions(stored))) => {
                Self::Reactions(stored.united(&imported))
            }
            (Self::Reading(imported), Some(Self::Reading(stored)))
                if imported.time <= stored.time =>
            {
                return None;
            }
            (Self::Draft(imported), Some(Self::Draft(stored))) if imported.time <= stored.time => {
                return None;
            }
            (Self::Saved(_) | Self::Last(_), Some(_)) => return None,
            (Self::Preferences(imported), Some(Self::Preferences(stored))) => {
                Self::Preferences(stored.completed(imported))
            }
            (imported, _) => imported,
        };
        Some(merged).filter(|merged| !merged.is_empty())
    }
}

impl Serialize for ReaderData {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Reactions(reactions) => StoredReactions::from(reactions).serialize(serializer),
            Self::Reading(reading) => reading.serialize(serializer),
            Self::Saved(saved) => saved.serialize(serializer),
            Self::Last(last) => last.serialize(serializer),
            Self::Preferences(preferences) => preferences.serialize(serializer),
            Self::Draft(draft) => draft.serialize(serializer),
        }
    }
}

impl Saved {
    pub fn new(title: String, time: Option<Time>) -> Self {
        Self {
            v: Version,
            title,
            time,
        }
    }
}

impl Draft {
    pub fn new(title: String, text: String, time: Option<Time>) -> Self {
        Self {
            v: Version,
            title,
            text,
            time,
        }
    }
}

impl Last {
    pub fn new(slug: String) -> Self {
        Self { v: Version, slug }
    }
}

impl Time {
    pub fn milliseconds(self) -> f64 {
        self.0
    }
}

impl TryFrom<f64> for Time {
    type Error = &'static str;

    fn try_from(milliseconds: f64) -> Result<Self, Self::Error> {
        // Beyond that, JavaScript has no dates.
        match milliseconds.abs() <= 8.64e15 {
            true => Ok(Self(milliseconds)),
            false => Err("no time"),
        }
    }
}

impl FromJson for Saved {
    fn from_json(value: &impl JsonValue) -> Option<Self> {
        Some(Self {
            v: field(value, "v")?,
            title: lenient_field(value, "title"),
            time: lenient_field(value, "time"),
        })
    }
}

impl FromJson for Draft {
    fn from_json(value: &impl JsonValue) -> Option<Self> {
        Some(Self {
            v: field(value, "v")?,
            title: lenient_field(value, "title"),
            text: value.field("text").as_short_text(MAX_DRAFT)?,
            time: lenient_field(value, "time"),
        })
    }
}

impl FromJson for Last {
    fn from_json(value: &impl JsonValue) -> Option<Self> {
        Some(Self {
            v: field(value, "v")?,
            slug: lenient_field(value, "slug"),
        })
    }
}

impl FromJson for Time {
    fn from_json(value: &impl JsonValue) -> Option<Self> {
        Self::try_from(value.as_number()?).ok()
    }
}

impl FromJson for Version {
    fn from_json(value: &impl JsonValue) -> Option<Self> {
        (value.as_number()? == f64::from(VERSION)).then_some(Self)
    }
}

impl From<Version> for u32 {
    fn from(_: Version) -> Self {
        VERSION
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    const SAVED: StorageKey = StorageKey::Saved("a");
    const READING: StorageKey = StorageKey::Reading("a");
    const REACTIONS: StorageKey = StorageKey::Reactions("a");

    fn read(key: &StorageKey, value: Value) -> Option<ReaderData> {
        ReaderData::read(key, &Some(&value))
    }

    /// What is stored after an import.
    fn merged(key: &StorageKey, stored: Value, imported: Value) -> Value {
        let merged = ReaderData::merged(read(key, stored), read(key, imported).unwrap());
        serde_json::to_value(merged).unwrap()
    }

    #[test]
    fn each_kind_is_written_as_it_was_read() {
        let sections = json!({ "": 1, "end": 4_294_967_295_u32 });
        for (key, value) in [
            (REACTIONS, json!({ "v": 1, "kinds": ["like", "thanks"] })),
            (
                READING,
                json!({ "v": 1, "title": "T", "at": "end", "part": 0.5, "left": 3, "time": 1.0, "finished": "f",
                        "sections": sections }),
            ),
            (SAVED, json!({ "v": 1, "title": "T", "time": 8.64e15 })),
            (StorageKey::Last, json!({ "v": 1, "slug": "a" })),
            (
                StorageKey::Preferences,
                json!({ "v": 1, "theme": "dark", "keys": "off" }),
            ),
            (
                StorageKey::Draft("1"),
                json!({ "v": 1, "title": "T", "text": "Text.", "time": 1.0 }),
            ),
        ] {
            let read = read(&key, value.clone()).unwrap();
            assert_eq!(serde_json::to_value(&read).unwrap(), value);
            assert!(!read.is_empty());
        }
    }

    #[test]
    fn an_odd_field_costs_that_field() {
        for odd in [
            json!(null),
            json!({}),
            json!([1]),
            json!(8_640_000_000_000_001_i64),
            json!("x"),
        ] {
            let value = json!({ "v": 1, "title": "T", "time": odd, "sections": odd, "part": odd, "left": odd });
            let Some(ReaderData::Reading(reading)) = read(&READING, value) else {
                panic!("{odd} spoils the value");
            };
            assert_eq!((&*reading.title, reading.time), ("T", None), "{odd}");
            assert!((0.0..=1.0).contains(&reading.part.of_one()), "{odd}");
        }
        let given = read(
            &REACTIONS,
            json!({ "v": 1, "kinds": ["like", 7, null, "love"] }),
        );
        let kinds = serde_json::to_value(given).unwrap();
        assert_eq!(kinds, json!({ "v": 1, "kinds": ["like", "love"] }));
    }

    #[test]
    fn another_version_or_shape_is_no_value() {
        for key in [
            REACTIONS,
            READING,
            SAVED,
            StorageKey::Last,
            StorageKey::Preferences,
        ] {
            for value in [
                json!({ "v": 2, "title": "T", "kinds": [] }),
                json!({ "v": "1" }),
                json!({}),
                json!(null),
                json!([]),
                json!("text"),
                json!(7),
            ] {
                assert_eq!(read(&key, value.clone()), None, "{key:?}: {value}");
            }
        }
        assert_eq!(
            read(&REACTIONS, json!({ "v": 1, "kinds": { "length": 1e9 } })),
            None
        );
    }

    #[test]
    fn an_import_adds_and_takes_nothing_away() {
        let of = |kinds: &[&str]| json!({ "v": 1, "kinds": kinds });
        assert_eq!(
            merged(&REACTIONS, of(&["like"]), of(&["love", "like"])),
            of(&["like", "love"])
        );
        let at = |time: i64| json!({ "v": 1, "part": 0.0, "left": 0, "time": time as f64 });
        assert_eq!(merged(&READING, at(2), at(1)), json!(null));
        assert_eq!(merged(&READING, at(1), at(2)), at(2));
        let saved = |title: &str| json!({ "v": 1, "title": title });
        assert_eq!(merged(&SAVED, saved("here"), saved("there")), json!(null));
        assert_eq!(merged(&SAVED, json!(null), saved("there")), saved("there"));
        assert_eq!(
            merged(&SAVED, json!(null), json!({ "v": 1, "rest": 1 })),
            json!(null)
        );
        assert_eq!(
            merged(
                &StorageKey::Preferences,
                json!({ "v": 1, "theme": "dark" }),
                json!({ "v": 1, "theme": "light", "size": "large" })
            ),
            json!({ "v": 1, "theme": "dark", "size": "large" })
        );
    }
}
