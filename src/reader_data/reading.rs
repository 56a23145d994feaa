//! How far the reader has come in an article.

use super::{Time, Version};
use crate::from_json::{FromJson, JsonValue, field, lenient_field};
use serde::{Serialize, Serializer};

/// How far the reader has come in an article.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Reading {
    v: Version,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The id of the heading that was reached last.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub at: String,
    pub part: Part,
    /// In minutes.
    pub left: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<Time>,
    /// The hash of the text that was read to its end; empty where none was.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub finished: String,
    /// A hash of each section of that text, by the id of its heading.
    #[serde(skip_serializing_if = "Sections::is_empty")]
    pub sections: Sections,
}

/// A part of a whole, from 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Part(f64);

/// A hash for each name, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sections(Vec<(String, u32)>);

impl FromJson for Reading {
    fn from_json(value: &impl JsonValue) -> Option<Self> {
        Some(Self {
            v: field(value, "v")?,
            title: lenient_field(value, "title"),
            at: lenient_field(value, "at"),
            part: Part::from(lenient_field::<f64>(value, "part")),
            left: lenient_field(value, "left"),
            time: lenient_field(value, "time"),
            finished: lenient_field(value, "finished"),
            sections: Sections(lenient_field(value, "sections")),
        })
    }
}

impl Part {
    pub fn of_one(self) -> f64 {
        self.0
    }
}

impl From<f64> for Part {
    fn from(part: f64) -> Self {
        Self(part.clamp(0.0, 1.0))
    }
}

impl Sections {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn get(&self, name: &str) -> Option<u32> {
        let known = self.0.iter().find(|(known, _)| known == name);
        known.map(|(_, hash)| *hash)
    }
}

impl From<Vec<(String, u32)>> for Sections {
    fn from(hashes: Vec<(String, u32)>) -> Self {
        Self(hashes)
    }
}

impl Serialize for Sections {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, hash)| (name, hash)))
    }
}
