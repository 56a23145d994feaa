//! Smaller versions of a picture, as AVIF, so that a phone need not load what a wide screen shows.
//!
//! Every browser that Recto is for reads AVIF; the original stays for all others, and where it is the smaller one.

use crate::build::store::cache::Cache;
use crate::build::store::output::Contents;
use image::codecs::{gif::GifDecoder, jpeg::JpegDecoder, png::PngDecoder, webp::WebPDecoder};
use image::imageops::FilterType;
use image::{AnimationDecoder, DynamicImage, ImageDecoder, ImageError};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};
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

/// As it is to be seen: turned as the camera was held, in the colours that every screen has. Nothing for what moves, has
/// colours that are not understood, or takes too much memory.
pub fn decode(path: &str, bytes: &[u8]) -> Decoded {
    let source = || Cursor::new(bytes);
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    // A decoder that gives up in the middle of its work must not end the build.
    let decoded = catch_unwind(|| match extension {
        "png" => {
            let decoder = PngDecoder::new(source()).map_err(as_text)?;
            let moves = decoder.is_apng().map_err(as_text)?;
            upright(decoder, moves)
        }
        "jpg" | "jpeg" => upright(JpegDecoder::new(source()).map_err(as_text)?, false),
        "webp" => {
            let decoder = WebPDecoder::new(source()).map_err(as_text)?;
            let moves = decoder.has_animation();
            upright(decoder, moves)
        }
        "gif" => {
            let frames = GifDecoder::new(source()).map_err(as_text)?.into_frames();
            let moves = frames.take(2).count() > 1;
            upright(GifDecoder::new(source()).map_err(as_text)?, moves)
        }
        _ => Ok(None),
    });
    decoded.unwrap_or_else(|_| Err("nobody can read it".into()))
}

fn upright(mut decoder: impl ImageDecoder, moves: bool) -> Decoded {
    if moves || decoder.total_bytes() > MAX_MEMORY {
        return Ok(None);
    }
    let orientation = decoder.orientation().map_err(as_text)?;
    let profile = decoder.icc_profile().map_err(as_text)?;
    let unusual = profile.filter(|profile| !profile.windows(4).any(|name| name == b"sRGB"));
    let mut picture = DynamicImage::from_decoder(decoder).map_err(as_text)?;
    picture.apply_orientation(orientation);
    Ok(match unusual {
        Some(profile) => in_usual_colors(picture, &profile),
        None => Some(picture),
    })
}

/// Without the end of the sentence.
fn as_text(error: ImageError) -> String {
    error.to_string().trim_end_matches('.').into()
}

/// From those of the profile, such as Display P3, to sRGB.
fn in_usual_colors(picture: DynamicImage, profile: &[u8]) -> Option<DynamicImage> {
    let profile = ColorProfile::new_from_slice(profile).ok()?;
    if profile.color_space != DataColorSpace::Rgb {
        return None;
    }
    let usual = ColorProfile::new_srgb();
    let has_alpha = picture.color().has_alpha();
    let layout = if has_alpha { Layout::Rgba } else { Layout::Rgb };
    let options = TransformOptions::default();
    let transform = profile
        .create_transform_8bit(layout, &usual, layout, options)
        .ok()?;
    Some(match has_alpha {
        true => {
            let mut pixels = picture.into_rgba8();
            let before = pixels.clone().into_raw();
            transform.transform(&before, &mut pixels).ok()?;
            pixels.into()
        }
        false => {
            let mut pixels = picture.into_rgb8();
            let before = pixels.clone().into_raw();
            transform.transform(&before, &mut pixels).ok()?;
            pixels.into()
        }
    })
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
