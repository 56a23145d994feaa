//! What editors and type checkers want to know of the elements for other people's pages, beside the script itself:
//! `custom-elements.json` and `v1.d.ts`. Both are made of the same `definitions`.

mod declarations;
mod definitions;
mod manifest;

use crate::build::store::output::{Maker, OutputFiles};
use crate::route::{EMBED_DECLARATIONS, EMBED_MANIFEST};

pub fn custom_elements() -> OutputFiles {
    let mut files = OutputFiles::of(Maker::part("the description of the embeds"));
    files.insert(EMBED_MANIFEST, manifest::manifest());
    files.insert(EMBED_DECLARATIONS, declarations::declarations());
    files
}
