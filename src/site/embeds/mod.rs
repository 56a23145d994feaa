//! What editors and type checkers want to know of the elements for other people's pages, beside the script itself:
//! `custom-elements.json` and `v1.d.ts`. Both are made of the same `facts`.

mod declarations;
mod facts;
mod manifest;

use super::output::Outputs;

/// Where they lie, below `dist/`.
const MANIFEST: &str = "embed/custom-elements.json";
const DECLARATIONS: &str = "embed/v1.d.ts";

pub fn add(outputs: &mut Outputs) {
    outputs.insert(MANIFEST, manifest::manifest());
    outputs.insert(DECLARATIONS, declarations::declarations());
}
