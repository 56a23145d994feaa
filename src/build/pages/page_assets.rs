//! What pages name: scripts, style sheets and icons.

use serde::Serialize;

/// What a page names itself: paths below `dist/`, or URLs.
#[derive(Clone, Serialize)]
pub struct Linked {
    pub script: String,
    pub style_sheet: String,
}

impl Linked {
    /// With URLs in place of paths. `base_path` has slashes at both ends.
    pub fn below(&self, base_path: &str) -> Self {
        Self {
            script: [base_path, &self.script].concat(),
            style_sheet: [base_path, &self.style_sheet].concat(),
        }
    }
}

/// Root-relative URLs for the heads of pages.
#[derive(Clone)]
pub struct Icons {
    pub icon: String,
    pub touch_icon: Option<String>,
    pub manifest: String,
}
