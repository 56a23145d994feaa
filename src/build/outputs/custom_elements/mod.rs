//! What editors and type checkers want to know of the elements for other people's pages, beside the script itself:
//! `custom-elements.json` and `v1.d.ts`. Both are made of the same `facts`.

mod declarations;
mod definitions;
mod manifest;

use crate::build::store::output::Outputs;
use crate::route::{EMBED_DECLARATIONS, EMBED_MANIFEST};

pub fn add(outputs: &mut Outputs) {
    outputs.insert(EMBED_MANIFEST, manifest::manifest());
    outputs.insert(EMBED_DECLARATIONS, declarations::declarations());
}
