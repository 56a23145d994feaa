//! How far the reader has come in an article.

use super::{Time, Version};
use crate::content::lenient::{Lenient, or_default};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// How far the reader has come in an article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    v: Version,
    #[serde(
        default,
        deserialize_with = "or_default",
        skip_serializing_if = "String::is_empty"
    )]
    pub title: String,
    /// The id of the heading that was reached last.
    #[serde(
        default,
        deserialize_with = "or_default",
        skip_serializing_if = "String::is_empty"
    )]
    pub at: String,
    #[serde(default, deserialize_with = "or_default")]
    pub part: Part,
    /// In minutes.
    #[serde(default, deserialize_with = "or_default")]
    pub left: u32,
    #[serde(
        default,
        deserialize_with = "or_default",
        skip_serializing_if = "Option::is_none"
    )]
    pub time: Option<Time>,
    /// The hash of the text that was read to its end; empty where none was.
    #[serde(
        default,
        deserialize_with = "or_default",
        skip_serializing_if = "String::is_empty"
    )]
    pub finished: String,
    /// A hash of each section of that text, by the id of its heading.
    #[serde(
        default,
        deserialize_with = "or_default",
        skip_serializing_if = "Sections::is_empty"
    )]
    pub sections: Sections,
}

/// A part of a whole, from 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "f64")]
pub struct Part(f64);

/// A hash for each name, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sections(Vec<(String, u32)>);

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

impl<'de> Deserialize<'de> for Sections {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(SectionsVisitor)
    }
}

struct SectionsVisitor;

impl<'de> Visitor<'de> for SectionsVisitor {
    type Value = Sections;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("hashes by name")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Sections, A::Error> {
        let mut sections = Vec::new();
        while let Some((name, hash)) = map.next_entry::<String, Lenient<u32>>()? {
            sections.extend(hash.0.map(|hash| (name, hash)));
        }
        Ok(Sections(sections))
    }
}
