//! A picture or other file that pages refer to.

use super::responsive_images::Variant;

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
}
