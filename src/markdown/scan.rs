//! Cuts and finds in text. One copy of each for all files here: in wasm every inlined copy is paid for.

/// The text between two bytes; nothing if they do not stand between characters.
#[inline(never)]
pub(super) fn cut(text: &str, start: usize, end: usize) -> &str {
    text.get(start..end).unwrap_or_default()
}

/// The text from a byte on.
pub(super) fn after(text: &str, start: usize) -> &str {
    cut(text, start, text.len())
}

/// How many bytes at the beginning are characters of a kind.
#[inline(never)]
pub(super) fn run(text: &str, is_of_kind: fn(char) -> bool) -> usize {
    let mut characters = text.char_indices();
    let end = characters.find(|(_, character)| !is_of_kind(*character));
    end.map_or(text.len(), |(at, _)| at)
}

/// Bytes that need another spelling in text, `"` only in an attribute.
pub(super) const SPECIAL: u8 = 1;
/// Bytes by which a bare link is found.
pub(super) const LINK: u8 = 2;
/// `^` and `~`.
pub(super) const MARK: u8 = 4;
/// What CommonMark wants to be another character.
pub(super) const ODD: u8 = 8;
/// `@`, which no mail address lacks.
const AT: u8 = 16;
/// Two in a row, which `www.` has.
const DOUBLE_W: u8 = 32;
/// Two in a row, which `://` has.
const SLASHES: u8 = 64;
/// What a text with a bare link has one of.
pub(super) const HINTS: u8 = AT | DOUBLE_W | SLASHES;

/// The kinds of each byte, in one table: one look-up for each byte of a text.
static KINDS: [u8; 256] = kinds_of_bytes();

const fn kinds_of_bytes() -> [u8; 256] {
    let mut kinds = [0; 256];
    let lists: [(&[u8], u8); 7] = [
        (b"&<>\"\r\0", SPECIAL),
        (b":@wW", LINK),
        (b"^~", MARK),
        (b"\r\0\x01\x02\x03", ODD),
        (b"@", AT),
        (b"wW", DOUBLE_W),
        (b":/", SLASHES),
    ];
    let mut list = 0;
    while list < lists.len() {
        let (bytes, kind) = lists[list];
        let mut at = 0;
        while at < bytes.len() {
            kinds[bytes[at] as usize] |= kind;
            at += 1;
        }
        list += 1;
    }
    kinds
}

/// The kinds of all bytes of a text together.
#[inline(never)]
pub(super) fn kinds(text: &str) -> u8 {
    let (mut kinds, mut last) = (0, 0);
    for byte in text.bytes() {
        let kind = KINDS[byte as usize];
        kinds |= kind & (last | !(DOUBLE_W | SLASHES));
        last = kind;
    }
    kinds
}

/// Where a byte of a kind comes first.
pub(super) fn position(text: &str, kind: u8) -> Option<usize> {
    text.bytes()
        .position(|byte| KINDS[byte as usize] & kind != 0)
}

/// Where a short ASCII text begins for the first time.
#[inline(never)]
pub(super) fn find(text: &str, wanted: &str) -> Option<usize> {
    (0..text.len()).find(|at| {
        text.as_bytes()
            .get(*at..)
            .is_some_and(|rest| rest.starts_with(wanted.as_bytes()))
    })
}

/// Whether the text ends so, whatever its capitals.
pub(super) fn ends_with(text: &str, end: &str) -> bool {
    let start = text.len().wrapping_sub(end.len());
    text.get(start..)
        .is_some_and(|tail| tail.eq_ignore_ascii_case(end))
}

pub(super) fn byte_before(text: &str, at: usize) -> Option<u8> {
    text.as_bytes().get(at.wrapping_sub(1)).copied()
}

pub(super) fn is_space(character: char) -> bool {
    character.is_ascii_whitespace()
}
