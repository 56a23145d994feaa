//! Pictures and other files that lie beside the content: their size, and a name that changes with what they hold.

use super::build_cache::BuildCache;
use super::media_file::MediaFile;
use super::placeholder_color;
use super::responsive_images::{decode, variants};
use crate::build::input::slug;
use crate::build::store::asset_paths::MEDIA_FOLDER;
use crate::build::store::fingerprint;
use image::metadata::Orientation;
use image::{ImageDecoder, ImageReader};
use std::cell::LazyCell;
use std::io::Cursor;
use std::path::Path;
use std::sync::Arc;
use std::{fs, io};

/// Reads the file, unless it is as it was at the last build.
pub fn file(path: &Path, cache: &BuildCache) -> io::Result<Arc<MediaFile>> {
    let facts = fs::metadata(path)?;
    let key = (path.to_path_buf(), facts.modified().ok(), facts.len());
    let media = match cache.media.known(&key) {
        Some(known) => known,
        None => Arc::new(media_file(path, &fs::read(path)?, cache)),
    };
    Ok(cache.media.keep(key, media))
}

fn media_file(path: &Path, bytes: &[u8], cache: &BuildCache) -> MediaFile {
    let text =
        |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let (stem, extension) = (text(path.file_stem()), text(path.extension()));
    let name = [slug::from_text(&stem), extension.to_ascii_lowercase()].join(".");
    let (width, height) = size(bytes);
    let path = [MEDIA_FOLDER, &fingerprint::name(&name, bytes)].concat();
    let (mut sizes, mut color) = (Vec::new(), String::new());
    if cache.makes_pictures {
        let decoded = LazyCell::new(|| decode(&path, bytes));
        sizes = variants(&path, bytes, width, &cache.files, || decoded.as_ref());
        color = placeholder_color::color(&path, &cache.files, || decoded.as_ref());
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
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let decoder = reader.ok().and_then(|reader| reader.into_decoder().ok());
    let orientation = decoder.and_then(|mut decoder| decoder.orientation().ok());
    matches!(
        orientation,
        Some(Rotate90 | Rotate90FlipH | Rotate270 | Rotate270FlipH)
    )
}
