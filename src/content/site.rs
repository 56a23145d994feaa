//! Facts about the whole site: `content/site.json`.

use super::reactions::ReactionKind;
use super::url::SafeUrl;
use serde::{Deserialize, Serialize};

/// The site as pages and the browser see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(extend("required" = ["version", "base_url"])))]
#[serde(default)]
pub struct Site {
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("const" = super::VERSION)))]
    pub version: u32,
    pub title: String,
    pub description: String,
    /// Absolute, with a trailing slash: `https://example.org/blog/`.
    pub base_url: String,
    /// BCP 47, `en`.
    pub language: String,
    pub navigation: Vec<NavigationLink>,
    pub reactions: Vec<ReactionKind>,
    /// Articles on one page of a list.
    pub page_size: usize,
    /// Who else is asked for something, as readers are told.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<AskedHost>,
}

/// A host that pages ask for something.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct AskedHost {
    pub host: String,
    /// In the publisher's words.
    pub purpose: String,
    /// `always`, or `click`: only after the reader has pressed something.
    pub when: String,
}

/// Which addresses the site has that only it can have: what else stands in `content/site.json`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct SitePaths {
    /// Paths of pages, without slashes at their ends. The app opens these itself; links to others are ordinary links.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<String>,
    /// The same of folders of the content that have lists of their own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<String>,
    /// Where articles live, if not below `articles/`: `/{year}/{month}/{slug}/`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub permalinks: String,
    /// Which build this is of, where articles are published without one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub build: String,
}

/// One link of the site's header.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct NavigationLink {
    pub label: String,
    /// From the site's root, `/archive/`, or absolute.
    pub href: SafeUrl,
}

impl Default for Site {
    fn default() -> Self {
        Self {
            version: super::VERSION,
            title: "Untitled".into(),
            description: String::new(),
            base_url: "http://localhost/".into(),
            language: "en".into(),
            navigation: Vec::new(),
            reactions: super::reactions::default_kinds(),
            page_size: 10,
            asked: Vec::new(),
        }
    }
}

impl Site {
    /// The path part of the base URL, with slashes at both ends: `/` or `/blog/`.
    pub fn base_path(&self) -> &str {
        // The third slash ends the host.
        let host_end = self.base_url.match_indices('/').nth(2);
        host_end
            .and_then(|(at, _)| self.base_url.get(at..))
            .unwrap_or("/")
    }
}
