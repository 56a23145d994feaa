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
