//! Whether a picture is what its name says, and whole; and whether it is too large to be worked with. A browser would show
//! half of it or nothing, and nobody would tell the publisher. To see that needs no decoder, and for three of the kinds there is
//! none here: each file says in a few bytes how long its parts are.

use std::path::Path;

/// Pixels of a picture that smaller ones are made of. A screen shows 8 million, a camera takes 50.
pub const MAX_PIXELS: u64 = 80_000_000;

/// How files of a kind begin.
type Beginning = (usize, &'static [u8]);

/// Extensions, what their files begin with, how the kind is called, and whether one is whole.
type Kind = (
    &'static [&'static str],
    &'static [Beginning],
    &'static str,
    fn(&[u8]) -> bool,
);

const KINDS: [Kind; 5] = [
    (
        &["png", "apng"],
        &[(0, b"\x89PNG\r\n\x1a\n")],
        "PNG",
        is_whole_png,
    ),
    (
        &["jpg", "jpeg"],
        &[(0, b"\xFF\xD8\xFF")],
        "JPEG",
        is_whole_jpeg,
    ),
    (
        &["gif"],
        &[(0, b"GIF87a"), (0, b"GIF89a")],
        "GIF",
        is_whole_gif,
    ),
    (&["webp"], &[(8, b"WEBP")], "WebP", is_whole_webp),
    (&["avif"], &[(4, b"ftyp")], "AVIF", is_whole_avif),
];

/// What is wrong with a picture and what to do; nothing for what is no picture by its name.
pub fn fault(
    path: &Path,
    bytes: &[u8],
    (width, height): (u32, u32),
) -> Option<(String, &'static str)> {
    let extension = path.extension().unwrap_or_default();
    let is_meant = |kind: &&Kind| {
        kind.0
            .iter()
            .any(|name| extension.eq_ignore_ascii_case(name))
    };
    let (_, beginnings, name, is_whole) = KINDS.iter().find(is_meant)?;
    if !beginnings.iter().any(|beginning| begins(bytes, beginning)) {
        return Some((
            is_other(bytes, name),
            "save the picture again, or correct its name",
        ));
    }
    if !is_whole(bytes) {
        return Some((
            ["is cut off: ", name, " has an end"].concat(),
            "copy it again, whole",
        ));
    }
    let pixels = u64::from(width) * u64::from(height);
    (pixels > MAX_PIXELS).then(|| {
        let millions = pixels.div_ceil(1_000_000);
        let what = format!("has {millions} million pixels, so that it stays as it is");
        (what, "make it smaller: no screen shows more than 8 million")
    })
}

fn begins(bytes: &[u8], (at, beginning): &Beginning) -> bool {
    bytes
        .get(*at..)
        .is_some_and(|rest| rest.starts_with(beginning))
}

fn is_other(bytes: &[u8], name: &str) -> String {
    let is_kind = |kind: &&Kind| kind.1.iter().any(|beginning| begins(bytes, beginning));
    let found = match KINDS.iter().find(is_kind) {
        _ if bytes.is_empty() => "empty",
        _ if bytes.trim_ascii_start().starts_with(b"<") => "a page or a drawing",
        Some((_, _, other, _)) => other,
        None => "something else",
    };
    ["is no ", name, " but ", found].concat()
}

/// Chunk by chunk to the last.
fn is_whole_png(bytes: &[u8]) -> bool {
    let mut rest = &bytes[8..];
    loop {
        let Some((length, chunk)) = rest.split_first_chunk() else {
            return false;
        };
        let length = u32::from_be_bytes(*length) as usize;
        // A name of four bytes, and a checksum of four.
        let Some(next) = chunk.get(length.saturating_add(8)..) else {
            return false;
        };
        if chunk.starts_with(b"IEND") {
            return true;
        }
        rest = next;
    }
}

/// Segment by segment to the pixels, behind which a mark stands. A small picture within a segment has a mark of its own.
fn is_whole_jpeg(bytes: &[u8]) -> bool {
    const PIXELS: u8 = 0xDA;
    let mut rest = &bytes[2..];
    loop {
        match rest {
            // Filling.
            [0xFF, 0xFF, ..] => rest = &rest[1..],
            [0xFF, PIXELS, pixels @ ..] => {
                return pixels.windows(2).any(|pair| pair == [0xFF, 0xD9]);
            }
            [0xFF, _, high, low, ..] => {
                let length = usize::from(u16::from_be_bytes([*high, *low]));
                match rest.get(2 + length.max(2)..) {
                    Some(next) => rest = next,
                    None => return false,
                }
            }
            // What stands between segments is skipped by every reader.
            [_, ..] => rest = &rest[1..],
            [] => return false,
        }
    }
}

/// Block by block to the end mark.
fn is_whole_gif(bytes: &[u8]) -> bool {
    let colors = |flags: u8| match flags & 0x80 {
        0 => 0,
        _ => 3 << ((flags & 7) + 1),
    };
    let Some(flags) = bytes.get(10) else {
        return false;
    };
    let mut at = 13 + colors(*flags);
    loop {
        at = match bytes.get(at) {
            Some(0x3B) => return true,
            Some(0x2C) => {
                let flags = bytes.get(at + 9).copied().unwrap_or(0);
                at + 11 + colors(flags)
            }
            Some(0x21) => at + 2,
            _ => return false,
        };
        // Blocks of at most 255 bytes, to the empty one.
        loop {
            let Some(length) = bytes.get(at) else {
                return false;
            };
            at += 1 + usize::from(*length);
            if *length == 0 {
                break;
            }
        }
    }
}

fn is_whole_webp(bytes: &[u8]) -> bool {
    let length = bytes.get(4..8).and_then(|length| length.try_into().ok());
    length.is_some_and(|length| bytes.len() >= u32::from_le_bytes(length) as usize + 8)
}

/// Box by box.
fn is_whole_avif(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some((length, within)) = rest.split_first_chunk() {
        let length = match u32::from_be_bytes(*length) {
            // To the end of the file.
            0 => return true,
            1 => {
                let long = within.get(4..12).and_then(|long| long.try_into().ok());
                long.map_or(u64::MAX, u64::from_be_bytes)
            }
            length => length.into(),
        };
        match usize::try_from(length)
            .ok()
            .and_then(|length| rest.get(length.max(8)..))
        {
            Some(next) => rest = next,
            None => return false,
        }
    }
    rest.is_empty()
}
