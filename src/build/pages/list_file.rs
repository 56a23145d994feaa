//! The files below `content/lists/`: a page of a list, and what the Markdown module needs to render what stands above it.

use crate::content::list::List;
use crate::markdown::Enrichment;
use serde::Serialize;

/// The app reads the one and hands on the other.
#[derive(Serialize, schemars::JsonSchema)]
pub struct ListFile<'a> {
    #[serde(flatten)]
    pub list: &'a List,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enrichment: Option<&'a Enrichment>,
}
