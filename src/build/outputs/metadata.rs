//! What cameras write into a picture besides the picture: where it was taken, their serial numbers, the name of their
//! owner, smaller versions that show what was cut off since. Nobody means to publish that, so that it is removed, and
//! the few facts that readers may want are kept.
//!
//! It is done to every file of the finished site that is a picture, wherever it lay. Only what is around the picture
//! changes: its own bytes stay as they are.

use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::store::cache::Cache;
use crate::build::store::output::{Contents, Outputs};
use exif::experimental::Writer;
use exif::{Field, In, Reader, Tag};
use img_parts::jpeg::{Jpeg, JpegSegment};
use img_parts::png::{Png, PngChunk};
use img_parts::webp::WebP;
use img_parts::{Bytes, ImageEXIF};
use rayon::prelude::*;
use std::fs::File;
use std::io::{self, BufReader, Cursor, Read};

/// What stays: which side is up, who made it and with what, and what it shows.
const KEPT: [Tag; 14] = [
    Tag::Orientation,
    Tag::ImageDescription,
    Tag::Artist,
    Tag::Copyright,
    Tag::Make,
    Tag::Model,
    Tag::LensModel,
    Tag::ColorSpace,
    Tag::DateTimeOriginal,
    Tag::ExposureTime,
    Tag::FNumber,
    Tag::PhotographicSensitivity,
    Tag::FocalLength,
    Tag::FocalLengthIn35mmFilm,
];

/// Kinds of pictures whose metadata can be read here, but not removed.
const UNCLEANED: [&str; 5] = ["avif", "heic", "heif", "tif", "tiff"];

/// What nobody means to publish.
const PRIVATE: [Tag; 5] = [
    Tag::GPSLatitude,
    Tag::GPSLongitude,
    Tag::BodySerialNumber,
    Tag::LensSerialNumber,
    Tag::CameraOwnerName,
];

/// Removes it from all pictures, and answers of how many. Reports those from which it cannot.
pub fn remove(outputs: &mut Outputs, cache: &Cache, problems: &mut Problems) -> usize {
    report_unclean(outputs, problems);
    let pictures: Vec<(&str, &Contents)> = outputs
        .iter()
        .filter(|(path, _)| kind(path).is_some())
        .collect();
    let cleaned: Vec<(String, Contents)> = pictures
        .into_par_iter()
        .filter_map(|(path, contents)| Some((path.to_string(), cleaned(path, contents, cache)?)))
        .collect();
    let count = cleaned.len();
    for (path, contents) in cleaned {
        outputs.set_contents(&path, contents);
    }
    count
}

/// Pictures of kinds that cannot be cleaned here are published as they are, and told.
fn report_unclean(outputs: &Outputs, problems: &mut Problems) {
    let told: Vec<String> = outputs
        .iter()
        .filter_map(|(path, contents)| {
            let (_, extension) = path.rsplit_once('.')?;
            let is_one = |kind: &&&str| extension.eq_ignore_ascii_case(kind);
            let Contents::CopyOf(file) = contents else {
                return None;
            };
            UNCLEANED.iter().find(is_one)?;
            let mut source = BufReader::new(File::open(file).ok()?);
            let exif = Reader::new().read_from_container(&mut source).ok()?;
            let is_private = |field: &Field| PRIVATE.contains(&field.tag);
            let is_told = exif.fields().any(is_private);
            is_told.then(|| file.to_string_lossy().into_owned())
        })
        .collect();
    for path in told {
        let what = "this picture tells where it was taken, or with which camera";
        let remedy = "save it as JPEG, PNG or WebP, or take its metadata out";
        problems.warning(&path, Position::START, what, remedy);
    }
}

/// What the publisher is told of it.
pub fn note(pictures: usize) -> Option<String> {
    let noun = if pictures == 1 { "picture" } else { "pictures" };
    let note = format!(
        "what {pictures} {noun} told of place, camera and owner is not published; \
         `\"keep_metadata\": true` in site.json keeps it"
    );
    (pictures > 0).then_some(note)
}

/// How a picture's file is cleaned; nothing for other files.
type Kind = fn(&[u8]) -> Option<Vec<u8>>;

fn kind(path: &str) -> Option<Kind> {
    let (_, extension) = path.rsplit_once('.')?;
    match extension.to_ascii_lowercase().as_str() {
        "jpg" | "jpeg" | "jpe" | "jfif" => Some(jpeg),
        "png" | "apng" => Some(png),
        "webp" => Some(webp),
        _ => None,
    }
}

fn cleaned(path: &str, contents: &Contents, cache: &Cache) -> Option<Contents> {
    let Contents::CopyOf(file) = contents else {
        return None;
    };
    let mut file = BufReader::new(File::open(file).ok()?);
    // What cannot be understood is looked at whole.
    if may_have_metadata(&mut file) == Some(false) {
        return None;
    }
    let bytes = contents.read().ok()?;
    let clean = kind(path)?(&bytes)?;
    let make = || io::Result::Ok(clean.clone());
    cache.file("cleaned.bin", &bytes, make).ok()
}

/// By the heads of a picture's parts alone: most pictures have none, and are not read.
fn may_have_metadata(file: &mut BufReader<File>) -> Option<bool> {
    let mut start = [0; 2];
    file.read_exact(&mut start).ok()?;
    match start {
        [0xFF, 0xD8] => jpeg_may_have(file),
        [0x89, b'P'] => {
            file.seek_relative(6).ok()?;
            png_may_have(file)
        }
        _ => {
            // A WebP says in its head what is behind the picture.
            let mut head = [0; 14];
            file.read_exact(&mut head).ok()?;
            Some(head[10..] == *b"VP8X")
        }
    }
}

fn jpeg_may_have(file: &mut BufReader<File>) -> Option<bool> {
    loop {
        let mut head = [0; 4];
        file.read_exact(&mut head).ok()?;
        let length = i64::from(u16::from_be_bytes([head[2], head[3]]));
        match head[1] {
            // The picture itself begins.
            0xDA => return Some(false),
            // Density and colours stay; a profile may be as large as the picture.
            0xE0 | 0xEE => {}
            0xE2 => {
                let mut sign = [0; 4];
                file.read_exact(&mut sign).ok()?;
                if sign != *b"ICC_" {
                    return Some(true);
                }
                file.seek_relative(-4).ok()?;
            }
            0xE1..=0xEF => return Some(true),
            _ => {}
        }
        file.seek_relative(length - 2).ok()?;
    }
}

fn png_may_have(file: &mut BufReader<File>) -> Option<bool> {
    loop {
        let mut head = [0; 8];
        file.read_exact(&mut head).ok()?;
        let length = i64::from(u32::from_be_bytes([head[0], head[1], head[2], head[3]]));
        match &head[4..] {
            b"IEND" => return Some(false),
            b"eXIf" | b"tEXt" | b"zTXt" | b"iTXt" => return Some(true),
            _ => file.seek_relative(length + 4).ok()?,
        }
    }
}

fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let end = end_of_jpeg(bytes).unwrap_or(bytes.len());
    let mut picture = Jpeg::from_bytes(Bytes::copy_from_slice(&bytes[..end])).ok()?;
    let before = picture.segments().len();
    let exif = picture.exif();
    let kept = exif.as_ref().and_then(kept);
    picture
        .segments_mut()
        .retain(|segment| !is_private(segment));
    if picture.segments().len() == before && end == bytes.len() {
        return None;
    }
    // One that held nothing but what stays.
    if exif.is_some()
        && exif == kept
        && picture.segments().len() + 1 == before
        && end == bytes.len()
    {
        return None;
    }
    picture.set_exif(kept);
    Some(picture.encoder().bytes().to_vec())
}

/// The segments of applications but those for the picture's own colours and density.
fn is_private(segment: &JpegSegment) -> bool {
    let begins_with = |sign: &[u8]| segment.contents().starts_with(sign);
    match segment.marker() {
        0xE0 => !begins_with(b"JFIF\0"),
        0xE2 => !begins_with(b"ICC_PROFILE\0"),
        0xEE => !begins_with(b"Adobe"),
        marker => (0xE1..=0xEF).contains(&marker),
    }
}

/// Where the picture ends. Telephones put more behind it: a film, a map of distances, the same without a filter.
fn end_of_jpeg(bytes: &[u8]) -> Option<usize> {
    let mut at = 2;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0xFF)?;
        let marker = *bytes.get(at + 1)?;
        at += match marker {
            0xD9 => return Some(at + 2),
            // Fill bytes, a byte that was 0xFF, and marks without content.
            0xFF => 1,
            0x00 | 0x01 | 0xD0..=0xD8 => 2,
            _ => {
                2 + usize::from(u16::from_be_bytes([
                    *bytes.get(at + 2)?,
                    *bytes.get(at + 3)?,
                ]))
            }
        };
    }
}

fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut picture = Png::from_bytes(Bytes::copy_from_slice(bytes)).ok()?;
    let before = picture.chunks().len();
    let exif = picture.exif();
    let kept = exif.as_ref().and_then(kept);
    picture.chunks_mut().retain(|chunk| !holds_metadata(chunk));
    if picture.chunks().len() == before && kept == exif {
        return None;
    }
    picture.set_exif(kept);
    Some(picture.encoder().bytes().to_vec())
}

/// Texts in which programs hide what a PNG had no place for once.
fn holds_metadata(chunk: &PngChunk) -> bool {
    let is_text = [*b"tEXt", *b"zTXt", *b"iTXt"].contains(&chunk.kind());
    let begins_with = |sign: &&[u8]| chunk.contents().starts_with(sign);
    is_text
        && [&b"Raw profile type"[..], b"XML:com.adobe.xmp"]
            .iter()
            .any(begins_with)
}

fn webp(bytes: &[u8]) -> Option<Vec<u8>> {
    const XMP: [u8; 4] = *b"XMP ";
    let mut picture = WebP::from_bytes(Bytes::copy_from_slice(bytes)).ok()?;
    let exif = picture.exif();
    let kept = exif.as_ref().and_then(kept);
    if kept == exif && !picture.has_chunk(XMP) {
        return None;
    }
    picture.remove_chunks_by_id(XMP);
    picture.set_exif(kept);
    Some(picture.encoder().bytes().to_vec())
}

/// What stays of metadata; nothing if that is nothing. The same where all of it stays.
fn kept(exif: &Bytes) -> Option<Bytes> {
    let read = Reader::new().read_raw(exif.to_vec()).ok()?;
    let stays = |field: &&Field| field.ifd_num == In::PRIMARY && KEPT.contains(&field.tag);
    if read.fields().all(|field| stays(&field)) {
        return Some(exif.clone());
    }
    let mut writer = Writer::new();
    let fields: Vec<&Field> = read.fields().filter(stays).collect();
    fields.iter().for_each(|field| writer.push_field(field));
    let mut written = Cursor::new(Vec::new());
    writer.write(&mut written, false).ok()?;
    (!fields.is_empty()).then(|| written.into_inner().into())
}
