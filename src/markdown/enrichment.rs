//! What the build computes for an article because it is too heavy for a browser.
//!
//! All of it is optional and none of it is trusted: the renderer checks every value before use.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Data that makes the same Markdown render richer. Lists follow the order of `parts`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Enrichment {
    /// Token runs, one entry per code block.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub code: Vec<CodeTokens>,
    /// MathML, one entry per formula.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub math: Vec<String>,
    /// Images, by their URL as the Markdown has it.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub images: BTreeMap<String, ImageInfo>,
    /// Where a link leads, by its URL as the Markdown has it.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub links: BTreeMap<String, String>,
    /// Whether quotes, dashes and dots become typographic ones.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub smart_punctuation: bool,
}

/// Class and length in bytes, in turn, for one code block: `[class, length, class, length, …]`.
///
/// A class is an index into `TOKEN_CLASSES`. Runs that do not add up to the block's text are ignored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CodeTokens(pub Vec<u32>);

/// What is known of an image file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ImageInfo {
    /// Where the image is; empty: where the Markdown says.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub src: String,
    /// In CSS pixels; 0: not known.
    pub width: u32,
    pub height: u32,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub srcset: Vec<ImageSource>,
}

/// One width of an image.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ImageSource {
    pub src: String,
    /// In pixels of the file.
    pub width: u32,
}
