//! What a build is told before it reads anything: whose blog it is, and where the app and the style sheets come from.

pub mod asset_source;
pub mod project;

use super::diagnostics::progress_line::Progress;
use crate::content::date::Date;
use asset_source::AssetSource;
use project::System;
use std::path::{Path, PathBuf};

/// What a build is told.
#[derive(Clone, Debug)]
pub struct BuildOptions {
    pub content: PathBuf,
    /// The program that the content was written for, and what that was configured with.
    pub system: System,
    pub config: Option<PathBuf>,
    /// Files that are copied byte for byte.
    pub public: PathBuf,
    pub style: AssetSource,
    /// The wasm modules that Trunk built.
    pub app: AssetSource,
    /// In place of the one in `site.json`.
    pub base_url: Option<String>,
    /// Articles with a later date stay out, and those that have expired.
    pub today: Date,
    /// Whether what would stay out is shown none the less, for `recto serve`.
    pub drafts: bool,
    /// The folder to write, if one is written.
    pub out: Option<PathBuf>,
    /// Where long work tells how far it has come.
    pub progress: Progress,
    /// Whether pictures are drawn for other sites, which takes a while.
    pub images: bool,
    /// Whether texts are there compressed as well.
    pub compress: bool,
    /// Where pictures of earlier builds lie.
    pub cache: Option<PathBuf>,
    /// URL of a script that every page loads, for `recto serve`.
    pub reload_script: Option<String>,
}

impl BuildOptions {
    /// Whether mistakes in the content stop a build. What another system builds does not fail here, nor does a checkout of
    /// Markdown that was written for its host to show, nor a folder with neither `site.json` nor `articles/`.
    pub fn is_strict(&self) -> bool {
        let is_there = |name: &str| self.content.join(name).exists();
        let is_ours = is_there("site.json") || is_there("articles") || !self.content.is_dir();
        self.system == System::Recto && is_ours && self.content != Path::new(".")
    }
}
