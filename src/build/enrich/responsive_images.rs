//! Smaller versions of a picture, as AVIF, so that a phone need not load what a wide screen shows.
//!
//! Every browser that Recto is for reads AVIF; the original stays for all others, and where it is the smaller one.

use crate::build::store::cache::Cache;
use crate::build::store::output::Contents;
use image::codecs::{jpeg::JpegDecoder, png::PngDecoder};
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError};
use ravif::{Encoder, Img};
use rgb::FromSlice;
use std::io::Cursor;
use std::panic::catch_unwind;

/// Widths in pixels: of a column on a phone, of one on a sharp phone or a desk, of one on a sharp screen.
const WIDTHS: [u32; 3] = [480, 960, 1440];

/// No screen shows more of an article's column.
const WIDEST: u32 = 1920;

/// Pixels of height at that width: more takes minutes to encode.
const HIGHEST: u64 = 8_000;

/// Bytes of a picture in memory.
const MAX_MEMORY: u64 = 700_000_000;

/// From 1 to 100. Two in a hundred readers would see the difference if they were shown both.
const QUALITY: f32 = 70.0;

/// From 1 to 10: a third of the time of the step before, for a twentieth more bytes.
const SPEED: u8 = 9;

/// One width of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// Below `dist/`.
    pub path: String,
    pub width: u32,
    /// What it holds; nothing for the original.
    pub contents: Option<Contents>,
}

/// All that are worth it, narrowest first; none for a picture that is small, or of a kind that would suffer.
/// `path` is the picture's own, below `dist/`; it changes with what the picture holds.
pub fn variants<'a>(
    path: &str,
    bytes: &[u8],
    (width, height): (u32, u32),
    cache: &Cache,
    decode: impl Fn() -> Option<&'a DynamicImage>,
) -> Vec<Variant> {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let full = width.min(WIDEST);
    // A picture of a whole page may be as long as a street.
    if u64::from(height) * u64::from(full) / u64::from(width.max(1)) > HIGHEST {
        return Vec::new();
    }
    // One that is nearly as wide as the whole is not worth its bytes on the server.
    let smaller = WIDTHS.into_iter().filter(|narrow| narrow * 6 / 5 < full);
    let mut variants = Vec::new();
    for width in smaller.chain([full]).filter(|_| width > WIDTHS[0]) {
        let key = [path, " ", &width.to_string()].concat();
        let encoded = cache.file("picture.avif", key.as_bytes(), || {
            decode()
                .and_then(|picture| encode(picture, width))
                .ok_or(())
        });
        let Ok(contents) = encoded else {
            return Vec::new();
        };
        let is_smaller = contents
            .length()
            .is_ok_and(|length| length < bytes.len() as u64);
        match is_smaller {
            true => variants.push(Variant {
                path: [stem, "-", &width.to_string(), ".avif"].concat(),
                width,
                contents: Some(contents),
            }),
            false if width == full => variants.push(Variant {
                path: path.into(),
                width,
                contents: None,
            }),
            false => {}
        }
    }
    if variants.iter().all(|variant| variant.contents.is_none()) {
        variants.clear();
    }
    variants
}

/// A picture; nothing where smaller ones would show something else; or why it is none.
pub type Decoded = Result<Option<DynamicImage>, String>;

/// Nothing for what moves, lies on its side, has colours that AVIF would show differently, or takes too much memory.
pub fn decode(path: &str, bytes: &[u8]) -> Decoded {
    let source = Cursor::new(bytes);
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    // A decoder that gives up in the middle of its work must not end the build.
    let decoded = catch_unwind(|| match extension {
        "png" => {
            let decoder = PngDecoder::new(source).map_err(as_text)?;
            match decoder.is_apng().map_err(as_text)? {
                true => Ok(None),
                false => plain(decoder),
            }
        }
        "jpg" | "jpeg" => plain(JpegDecoder::new(source).map_err(as_text)?),
        _ => Ok(None),
    });
    decoded.unwrap_or_else(|_| Err("nobody can read it".into()))
}

fn plain(mut decoder: impl ImageDecoder) -> Decoded {
    let lies = decoder.orientation().map_err(as_text)? != Orientation::NoTransforms;
    let profile = decoder.icc_profile().map_err(as_text)?;
    let is_usual = profile.is_none_or(|profile| profile.windows(4).any(|name| name == b"sRGB"));
    let memory = decoder.total_bytes();
    if lies || !is_usual || memory > MAX_MEMORY {
        return Ok(None);
    }
    DynamicImage::from_decoder(decoder)
        .map(Some)
        .map_err(as_text)
}

/// Without the end of the sentence.
fn as_text(error: ImageError) -> String {
    error.to_string().trim_end_matches('.').into()
}

fn encode(picture: &DynamicImage, width: u32) -> Option<Vec<u8>> {
    let picture = match picture.width() == width {
        true => picture.clone(),
        false => picture.resize(width, u32::MAX, FilterType::CatmullRom),
    };
    let (columns, rows) = (picture.width() as usize, picture.height() as usize);
    // One thread each: pictures are encoded side by side, and the same bytes come out on any machine.
    let encoder = Encoder::new()
        .with_quality(QUALITY)
        .with_speed(SPEED)
        .with_num_threads(Some(1));
    let encoded = match picture.color().has_alpha() {
        true => {
            let pixels = picture.into_rgba8();
            encoder.encode_rgba(Img::new(pixels.as_raw().as_rgba(), columns, rows))
        }
        false => {
            let pixels = picture.into_rgb8();
            encoder.encode_rgb(Img::new(pixels.as_raw().as_rgb(), columns, rows))
        }
    };
    encoded.ok().map(|encoded| encoded.avif_file)
}
