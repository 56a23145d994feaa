//! Patterns of paths, as a Jekyll site lists them under `include` and `exclude`.

use super::foreign_config;
use globset::{Glob, GlobSet, GlobSetBuilder};
use std::path::Path;

/// Paths below the site's folder. As in Jekyll's `EntryFilter`, each is a glob whose `*` may stand for a `/`, and the
/// beginning of a path.
#[derive(Default)]
pub struct Patterns {
    globs: GlobSet,
    beginnings: Vec<String>,
}

impl Patterns {
    /// Those that a configuration lists under this key.
    pub fn listed(config: Option<&Path>, key: &str) -> Self {
        let texts = config.map_or_else(Vec::new, |config| foreign_config::list(config, key));
        let texts = texts.iter().map(|text| text.trim_start_matches('/'));
        Self {
            globs: glob_set(texts.clone()),
            beginnings: texts.map(String::from).collect(),
        }
    }

    pub fn hold_file(&self, path: &str) -> bool {
        self.globs.is_match(path) || self.begin(path)
    }

    pub fn hold_folder(&self, path: &str) -> bool {
        self.globs.is_match(path) || self.begin(&[path, "/"].concat())
    }

    fn begin(&self, path: &str) -> bool {
        let mut beginnings = self.beginnings.iter();
        beginnings.any(|text| !text.is_empty() && path.starts_with(text.as_str()))
    }
}

/// All that are globs; those that are none fit nothing.
pub fn glob_set<'a>(texts: impl Iterator<Item = &'a str>) -> GlobSet {
    let mut globs = GlobSetBuilder::new();
    for glob in texts.filter_map(|text| Glob::new(text).ok()) {
        globs.add(glob);
    }
    globs.build().unwrap_or_default()
}
