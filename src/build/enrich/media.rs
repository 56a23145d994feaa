//! Pictures and other files that lie beside the content: their size, and a name that changes with what they hold.

use super::build_cache::BuildCache;
use super::drawing;
use super::media_file::{MediaFault, MediaFile};
use super::picture_check;
use super::placeholder_color;
use super::responsive_images::{Decoded, decode, variants};
use crate::build::input::slug;
use crate::build::store::asset_paths::MEDIA_FOLDER;
use crate::build::store::fingerprint;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader};
use std::cell::OnceCell;
use std::io::Cursor;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::{fs, io};

/// Pixels from which on no two pictures are worked on at the same time.
const LARGE: u64 = 25_000_000;

static ONE_LARGE: Mutex<()> = Mutex::new(());

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
    let name = [slug::from_text(&stem), plain(&extension)].join(".");
    let (width, height) = size(bytes);
    let mut faults = faults(path, bytes, (width, height));
    let path = [MEDIA_FOLDER, &fingerprint::name(&name, bytes)].concat();
    let (mut sizes, mut color) = (Vec::new(), String::new());
    if cache.makes_pictures && faults.is_empty() {
        // A thread that panicked while it held the lock has left nothing half done.
        let is_large = u64::from(width) * u64::from(height) > LARGE;
        let _one = is_large.then(|| ONE_LARGE.lock().unwrap_or_else(PoisonError::into_inner));
        let decoded: OnceCell<Decoded> = OnceCell::new();
        let picture = || -> Option<&DynamicImage> {
            let decoded = decoded.get_or_init(|| decode(&path, bytes));
            decoded.as_ref().ok()?.as_ref()
        };
        sizes = variants(&path, bytes, (width, height), &cache.files, picture);
        color = placeholder_color::color(&path, &cache.files, picture);
        if let Some(Err(damage)) = decoded.get() {
            faults.push(MediaFault {
                position: None,
                what: ["is damaged: ", damage].concat(),
                remedy: "save it again",
            });
        }
    }
    MediaFile {
        path,
        width,
        height,
        variants: sizes,
        color,
        faults,
    }
}

/// An extension as a URL can have it.
fn plain(extension: &str) -> String {
    match extension.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        true => extension.to_ascii_lowercase(),
        false => slug::from_text(extension),
    }
}

fn faults(path: &Path, bytes: &[u8], size: (u32, u32)) -> Vec<MediaFault> {
    if drawing::is_drawing(path) {
        let parts = drawing::running_parts(bytes).into_iter();
        let fault = |(position, what)| MediaFault {
            position: Some(position),
            what,
            remedy: drawing::REMEDY,
        };
        return parts.map(fault).collect();
    }
    let fault = picture_check::fault(path, bytes, size);
    let fault = fault.map(|(what, remedy)| MediaFault {
        position: None,
        what,
        remedy,
    });
    fault.into_iter().collect()
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
