//! Lists of articles and of names: `content/lists/*.json`, the data of every page that is not an article.

use super::{article::Summary, author::Author};
use serde::{Deserialize, Serialize};

/// One page of a list: the home page, a tag, an author, a series, a section, the archive or a year of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(extend("required" = ["version"])))]
#[serde(default)]
pub struct List {
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("const" = super::VERSION)))]
    pub version: u32,
    /// The name of the tag, series or section; empty where the page has a title of its own.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The author whose articles these are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<Author>,
    /// What the publisher says above the list, in Markdown.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub introduction: String,
    /// Newest first.
    pub articles: Vec<Summary>,
    /// From 1.
    pub page: u32,
    pub pages: u32,
    /// Articles on all pages together.
    pub total: u32,
    /// Every year, the newest first, where the archive does not hold all articles.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub years: Vec<YearEntry>,
}

/// A year in the archive.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct YearEntry {
    pub year: u16,
    pub articles: u32,
}

/// All tags, all authors, or all series, with how many articles each has.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(extend("required" = ["version"])))]
#[serde(default)]
pub struct Index {
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("const" = super::VERSION)))]
    pub version: u32,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<TagEntry>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<AuthorEntry>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub series: Vec<TagEntry>,
}

/// A tag or a series in the index.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct TagEntry {
    pub name: String,
    pub slug: String,
    pub articles: u32,
}

/// An author in the index.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct AuthorEntry {
    pub author: Author,
    pub articles: u32,
}
