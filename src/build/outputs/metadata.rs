//! What cameras write into a picture besides the picture: where it was taken, their serial numbers, the name of their
//! owner, smaller versions that show what was cut off since. Nobody means to publish that, so that it is removed, and
//! the few facts that readers may want are kept.
//!
//! It is done to every file of the finished site that is a picture, wherever it lay. Only what is around the picture
//! changes: its own bytes stay as they are.

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
use std::io::{self, Cursor, Read};

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

/// Bytes at the beginning of a file in which its metadata begins, if it has any.
const BEGINNING: u64 = 1 << 16;

/// What a beginning with metadata has in it.
const SIGNS: [&[u8]; 6] = [
    b"Exif",
    b"EXIF",
    b"http://ns.adobe.com/x",
    b"Photoshop",
    b"XMP",
    b"MPF\0",
];

/// Removes it from all pictures, and answers of how many.
pub fn remove(outputs: &mut Outputs, cache: &Cache) -> usize {
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
        outputs.insert(path, contents);
    }
    count
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
    let mut beginning = Vec::new();
    let read = |file: File| file.take(BEGINNING).read_to_end(&mut beginning);
    File::open(file).and_then(read).ok()?;
    // A WebP has it at its end, and says in its head that it does.
    let has_sign = |sign: &&[u8]| beginning.windows(sign.len()).any(|part| part == *sign);
    let may_have = SIGNS.iter().any(has_sign) || beginning.get(12..16) == Some(b"VP8X");
    if !may_have {
        return None;
    }
    let bytes = contents.read().ok()?;
    let clean = kind(path)?(&bytes)?;
    let make = || io::Result::Ok(clean.clone());
    cache.file("cleaned.bin", &bytes, make).ok()
}

fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let end = end_of_jpeg(bytes).unwrap_or(bytes.len());
    let mut picture = Jpeg::from_bytes(Bytes::copy_from_slice(&bytes[..end])).ok()?;
    let before = picture.segments().len();
    let exif = picture.exif();
    let kept = exif.as_ref().and_then(|exif| kept(exif));
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
    let kept = exif.as_ref().and_then(|exif| kept(exif));
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
    let kept = exif.as_ref().and_then(|exif| kept(exif));
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
    fields.iter().for_each(|field| writer.push_field(*field));
    let mut written = Cursor::new(Vec::new());
    writer.write(&mut written, false).ok()?;
    (!fields.is_empty()).then(|| written.into_inner().into())
}
