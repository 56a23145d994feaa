//! What the build computes for an article because it is too heavy for a browser.
//!
//! All of it is optional and none of it is trusted: the renderer checks every value before use.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Data that makes the same Markdown render richer. Lists follow the order of `extract_references`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Enrichment {
    /// Token runs, one entry per code block.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub code: Vec<CodeTokens>,
    /// MathML, one entry per formula.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub math: Vec<String>,
    /// Images, by their URL as the Markdown has it.
    #[serde(skip_serializing_if = "ByUrl::is_empty")]
    pub images: ByUrl<ImageInfo>,
    /// Where a link leads, by its URL as the Markdown has it.
    #[serde(skip_serializing_if = "ByUrl::is_empty")]
    pub links: ByUrl<String>,
    /// What links to films and sounds stand for, by their URLs as the Markdown has them: `video`, `sound` or `sounds`, what the
    /// frame shows, and what readers are told before they press, in one text with spaces between. A type for it would be
    /// 0.7 KB of wasm.
    #[serde(skip_serializing_if = "ByUrl::is_empty")]
    pub players: ByUrl<String>,
    /// Whether quotes, dashes and dots become typographic ones.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub smart_punctuation: bool,
    /// How wide a figure is that does not say so itself.
    #[serde(skip_serializing_if = "FigureWidth::is_text")]
    pub figures: FigureWidth,
    /// What the renderer says itself, in the order of `label.rs`; English where there are none. The same for all
    /// articles, so that a browser has them from elsewhere.
    #[serde(skip)]
    pub labels: Vec<String>,
}

/// How wide a picture is that stands alone: as the text, wider, or as wide as the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum FigureWidth {
    #[default]
    Text,
    Wide,
    Full,
}

impl FigureWidth {
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "text" => Some(Self::Text),
            "wide" => Some(Self::Wide),
            "full" => Some(Self::Full),
            _ => None,
        }
    }

    fn is_text(&self) -> bool {
        *self == Self::Text
    }

    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Text => "image",
            Self::Wide => "image wide",
            Self::Full => "image full",
        }
    }
}

/// A map in the order of its keys, which are URLs; in JSON an object. `BTreeMap` costs 1 KB more in wasm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(from = "BTreeMap<String, T>", into = "BTreeMap<String, T>")]
#[serde(bound(
    serialize = "T: Clone + Serialize",
    deserialize = "T: Deserialize<'de>"
))]
pub struct ByUrl<T>(Vec<(String, T)>);

impl<T> ByUrl<T> {
    pub fn insert(&mut self, url: String, value: T) {
        match self.position(&url) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => self.0.insert(at, (url, value)),
        }
    }

    pub fn get(&self, url: &str) -> Option<&T> {
        let at = self.position(url).ok()?;
        self.0.get(at).map(|(_, value)| value)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn position(&self, url: &str) -> Result<usize, usize> {
        self.0
            .binary_search_by(|(known, _)| known.as_str().cmp(url))
    }
}

impl<T> Default for ByUrl<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> From<BTreeMap<String, T>> for ByUrl<T> {
    fn from(map: BTreeMap<String, T>) -> Self {
        Self(map.into_iter().collect())
    }
}

impl<T> FromIterator<(String, T)> for ByUrl<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(entries: I) -> Self {
        entries.into_iter().collect::<BTreeMap<_, _>>().into()
    }
}

impl<T, const N: usize> From<[(String, T); N]> for ByUrl<T> {
    fn from(entries: [(String, T); N]) -> Self {
        BTreeMap::from(entries).into()
    }
}

impl<T> From<ByUrl<T>> for BTreeMap<String, T> {
    fn from(map: ByUrl<T>) -> Self {
        map.0.into_iter().collect()
    }
}

/// Class and length in bytes, in turn, for one code block: `[class, length, class, length, …]`.
///
/// A class is an index into `TOKEN_CLASSES`. Runs that do not add up to the block's text are ignored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct CodeTokens(pub Vec<u32>);

/// What is known of an image file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
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
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ImageSource {
    pub src: String,
    /// In pixels of the file.
    pub width: u32,
}
