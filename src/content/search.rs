//! What can be searched: `content/search.json`, which is fetched when a reader opens the search.

use super::article::Term;
use serde::{Deserialize, Serialize};

/// Everything that has a name, newest articles first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SearchIndex {
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("const" = super::VERSION)))]
    pub version: u32,
    pub articles: Vec<SearchEntry>,
    /// With their paths as slugs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<SearchEntry>,
    pub tags: Vec<Term>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub series: Vec<Term>,
    /// Names, and ids as slugs.
    pub authors: Vec<Term>,
}

/// An article or a page as it is searched, with the names of its tags and authors.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct SearchEntry {
    pub slug: String,
    pub title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<String>,
}
