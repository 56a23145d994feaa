//! Takes the sting out of lines that nest hundreds of quotes or lists.
//!
//! The parser's time grows with depth times lines, so such a line would make it stand still for minutes.
//! Elements that deep are not written anyway. A backslash makes the marker that goes too far plain text.

use super::scan::{after, cut};
use std::borrow::Cow;

/// Markers at the beginning of a line, two columns of white space counting as one.
const MAX_MARKERS: usize = 400;

/// Shorter lines cannot hold so many: at worst they are tabs, which count as two.
const MIN_LENGTH: usize = MAX_MARKERS / 2;

pub(super) fn limit(source: Cow<'_, str>) -> Cow<'_, str> {
    // Of so many bytes, one of these chunks is full. In most texts none is, and no line is looked at.
    let mut chunks = source.as_bytes().chunks(MIN_LENGTH / 2);
    match chunks.any(|chunk| chunk.iter().all(is_in_markers)) {
        true => limit_lines(source),
        false => source,
    }
}

fn is_in_markers(byte: &u8) -> bool {
    matches!(
        byte,
        b' ' | b'\t' | b'>' | b'-' | b'*' | b'+' | b':' | b'.' | b')' | b'0'..=b'9'
    )
}

fn limit_lines(source: Cow<'_, str>) -> Cow<'_, str> {
    let mut limited = String::new();
    let (mut written, mut start) = (0, 0);
    while start < source.len() {
        let rest = after(&source, start);
        let line_end = rest.bytes().position(|byte| byte == b'\n');
        let length = line_end.map_or(rest.len(), |end| end + 1);
        if length > MIN_LENGTH
            && let Some(marker) = marker_too_many(cut(rest, 0, length))
        {
            limited.push_str(cut(&source, written, start + marker));
            limited.push('\\');
            written = start + marker;
        }
        start += length;
    }
    if written == 0 {
        return source;
    }
    limited.push_str(after(&source, written));
    Cow::Owned(limited)
}

/// Where in a line a backslash has to stand so that no marker is one too many.
fn marker_too_many(line: &str) -> Option<usize> {
    let bytes = line.as_bytes();
    let (mut half_markers, mut digits) = (0, 0);
    for (at, byte) in bytes.iter().enumerate() {
        let is_apart = matches!(bytes.get(at + 1), None | Some(b' ' | b'\t' | b'\n'));
        half_markers += match byte {
            b' ' => 1,
            b'\t' => 4,
            b'>' => 2,
            b'-' | b'*' | b'+' | b':' if is_apart => 2,
            b'.' | b')' if is_apart && digits > 0 => 2,
            b'0'..=b'9' if digits < 9 => {
                digits += 1;
                continue;
            }
            _ => return None,
        };
        digits = 0;
        if half_markers > 2 * MAX_MARKERS && !matches!(byte, b' ' | b'\t') {
            return Some(at);
        }
    }
    None
}
