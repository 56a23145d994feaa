//! Where files with a fingerprint in their name are, and the manifest that lists them.

use serde::Deserialize;
use std::collections::BTreeSet;

/// Where files with a fingerprint in their name are, below `dist/`.
pub const FOLDER: &str = "assets/";

/// Where those among them are that articles and authors brought: pages of other hosts may show them.
pub const MEDIA_FOLDER: &str = "assets/media/";

/// Where the manifest is, below `dist/`. Its own name never changes.
pub const MANIFEST: &str = "assets.json";

/// The assets that a manifest lists; none where it cannot be read.
pub fn listed(manifest: &[u8]) -> BTreeSet<String> {
    #[derive(Default, Deserialize)]
    struct Listed {
        files: BTreeSet<String>,
    }
    let listed: Listed = serde_json::from_slice(manifest).unwrap_or_default();
    listed.files
}
