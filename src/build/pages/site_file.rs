//! The file `content/site.json`: the facts about the site, and which addresses it has that only it can have.

use crate::content::site::{Site, SitePaths};
use serde::Serialize;

/// Pages carry the one, the app alone needs the other.
#[derive(Serialize, schemars::JsonSchema)]
pub struct SiteFile<'a> {
    #[serde(flatten)]
    pub site: &'a Site,
    #[serde(flatten)]
    pub paths: &'a SitePaths,
}
