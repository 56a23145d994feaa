//! What was published since the last build: `content/live.json`. Lists are those of the build, with this.

use super::article::Summary;
use serde::{Deserialize, Serialize};

/// What was added, changed and removed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(extend("required" = ["version"])))]
#[serde(default)]
pub struct Live {
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("const" = super::VERSION)))]
    pub version: u32,
    /// The build that this begins from, as `build` in `content/site.json` says it: with another build nothing of this
    /// counts. Empty where whoever writes this knows of no build.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub since: String,
    /// A folder of Markdown with an `index.txt`, below the site or `content_url`: all texts in it are articles, too.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub folder: String,
    /// The address of a list of the folder's files in the place of its `index.txt`: lines as there, or what a Git forge answers, a
    /// JSON array of entries with a `name`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub listing: String,
    /// Of such a folder, what cannot be read, and the line: `today.md:3`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unreadable: Vec<String>,
    /// Articles that the build did not have.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub added: Vec<LiveArticle>,
    /// Articles that it had otherwise.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changed: Vec<LiveArticle>,
    /// Articles that it had, and that are gone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<RemovedArticle>,
}

/// What lists show of an article, and in which lists it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct LiveArticle {
    #[serde(flatten)]
    pub article: Summary,
    /// Changes when the article does.
    pub hash: String,
    /// Paths of the sections that it is in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<String>,
    /// Of a changed article, the lists that it is in now and was not: `tags/wasm/`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub joined: Vec<String>,
    /// The lists that it was in and is not now.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left: Vec<String>,
}

/// An article that is gone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct RemovedArticle {
    pub slug: String,
    /// The lists that it was in, beside those of all articles: `tags/wasm/`, `authors/ada/`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<String>,
}
