//! A picture or other file that pages refer to.

use super::responsive_images::Variant;
use crate::build::diagnostics::problem::{Position, Problems};
use std::path::{MAIN_SEPARATOR, Path};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MediaFile {
    /// Below `dist/`.
    pub path: String,
    /// In pixels; 0 where it is not a picture, or not one of a fixed size.
    pub width: u32,
    pub height: u32,
    pub variants: Vec<Variant>,
    /// Of its place while it loads, in CSS; empty where it is not known.
    pub color: String,
    /// What the publisher should know of it.
    pub faults: Vec<MediaFault>,
}

/// What is wrong with a file that pages refer to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MediaFault {
    /// In the file, where that is a text.
    pub position: Option<Position>,
    pub what: String,
    pub remedy: &'static str,
}

impl MediaFile {
    /// Tells what is wrong with it: within a text at its place there, else where the file at `path` is named.
    pub fn report_faults(&self, path: &Path, named: (&str, Position), problems: &mut Problems) {
        let path = path.to_string_lossy().replace(MAIN_SEPARATOR, "/");
        let path = path.strip_prefix("./").unwrap_or(&path);
        for fault in &self.faults {
            match fault.position {
                Some(position) => problems.warning(path, position, &*fault.what, fault.remedy),
                None => {
                    let what = ["the picture `", path, "` ", &fault.what].concat();
                    problems.warning(named.0, named.1, what, fault.remedy);
                }
            }
        }
    }
}
