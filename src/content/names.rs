//! Names that can be chosen: `content/names.json`. It holds no more of a large blog than of a small one; the search finds
//! the rest.

use super::article::Term;
use serde::{Deserialize, Serialize};

/// Names with their slugs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Names {
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("const" = super::VERSION)))]
    pub version: u32,
    /// The newest.
    pub articles: Vec<Term>,
    /// Those with most articles first, as with series and authors.
    pub tags: Vec<Term>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub series: Vec<Term>,
    /// Ids as slugs.
    pub authors: Vec<Term>,
}
