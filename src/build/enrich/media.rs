//! Pictures and other files that lie beside the content: their size, and a name that changes with what they hold.

use super::build_cache::Memory;
use super::placeholder_color;
use super::responsive_images::{Variant, decode, variants};
use crate::build::assets;
use crate::build::input::slug;
use crate::build::store::fingerprint;
use std::cell::LazyCell;
use std::io::Cursor;
use std::path::Path;
use std::sync::Arc;
use std::{fs, io};

/// A file that pages refer to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MediaFile {
    /// Below `dist/`.
    pub path: String,
    /// In pixels; 0 where it is not a picture, or not one of a fixed size.
    pub width: u32,
    pub height: u32,
    pub variants: Vec<Variant>,
    /// Of the picture's ground while it loads, in CSS; empty where it is not known.
    pub color: String,
}

/// Reads the file, unless it is as it was at the last build.
pub fn file(path: &Path, memory: &Memory) -> io::Result<Arc<MediaFile>> {
    let facts = fs::metadata(path)?;
    let key = (path.to_path_buf(), facts.modified().ok(), facts.len());
    let media = match memory.media.known(&key) {
        Some(known) => known,
        None => Arc::new(media_file(path, &fs::read(path)?, memory)),
    };
    Ok(memory.media.keep(key, media))
}

fn media_file(path: &Path, bytes: &[u8], memory: &Memory) -> MediaFile {
    let text =
        |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let (stem, extension) = (text(path.file_stem()), text(path.extension()));
    let name = [slug::from_text(&stem), extension.to_ascii_lowercase()].join(".");
    let (width, height) = size(bytes);
    let path = [assets::MEDIA_FOLDER, &fingerprint::name(&name, bytes)].concat();
    let (mut sizes, mut color) = (Vec::new(), String::new());
    if memory.makes_pictures {
        let decoded = LazyCell::new(|| decode(&path, bytes));
        sizes = variants(&path, bytes, width, &memory.cache, || decoded.as_ref());
        color = placeholder_color::color(&path, &memory.cache, || decoded.as_ref());
    }
    MediaFile {
        path,
        width,
        height,
        variants: sizes,
        color,
    }
}

/// Width and height of a picture as it is seen, or zeros.
pub fn size(bytes: &[u8]) -> (u32, u32) {
    let size = imagesize::blob_size(bytes);
    let (width, height) = size.map_or((0, 0), |size| (size.width as u32, size.height as u32));
    match lies_on_its_side(bytes) {
        true => (height, width),
        false => (width, height),
    }
}

/// Whether the camera was held upright, so that the picture is to be turned by a quarter.
fn lies_on_its_side(bytes: &[u8]) -> bool {
    let exif = exif::Reader::new().read_from_container(&mut Cursor::new(bytes));
    let orientation = exif.ok().and_then(|exif| {
        let field = exif.get_field(exif::Tag::Orientation, exif::In::PRIMARY)?;
        field.value.get_uint(0)
    });
    matches!(orientation, Some(5..=8))
}
