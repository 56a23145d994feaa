//! Bare URLs and mail addresses in text, by GitHub's rules.
//!
//! Time grows with the text alone: what was scanned and refused is not scanned again.

use super::scan::{LINK, after, byte_before, cut, ends_with, position, run};
use super::{escape, html_output::HtmlOutput, link, scripts};
use std::borrow::Cow;

struct Found {
    start: usize,
    end: usize,
    /// What the text lacks to be a URL.
    prefix: &'static str,
}

/// Writes text with its bare URLs as links.
pub(super) fn write(output: &mut HtmlOutput, text: &str) {
    let (mut written, mut at) = (0, 0);
    while let Some(found) = next(text, written, &mut at) {
        if output.is_cut_short && found.end == text.len() {
            // The rest of the URL was taken for markup: no link is better than half a link.
            break;
        }
        let url = cut(text, found.start, found.end);
        scripts::write(output, cut(text, written, found.start));
        let target = match found.prefix {
            "" => Cow::Borrowed(url),
            prefix => Cow::Owned([prefix, url].concat()),
        };
        let is_open = link::write_open(output, &target, "");
        output.note_text(url);
        escape::text(&mut output.fragment.html, url);
        output
            .fragment
            .html
            .push_str(if is_open { "</a>" } else { "" });
        (written, at) = (found.end, found.end);
    }
    scripts::write(output, after(text, written));
}

/// The next link at or after `at`; before `floor` the text is taken by links already found.
fn next(text: &str, floor: usize, at: &mut usize) -> Option<Found> {
    while let Some(ahead) = position(after(text, *at), LINK) {
        *at += ahead;
        let byte = text.as_bytes().get(*at)?;
        let found = match byte {
            b':' => web(text, floor, at),
            b'w' | b'W' => www(text, at),
            b'@' => mail(text, floor, *at),
            _ => None,
        };
        if found.is_some() {
            return found;
        }
        *at += 1;
    }
    None
}

/// `http://` or `https://` and a domain; `at` is the colon.
fn web(text: &str, floor: usize, at: &mut usize) -> Option<Found> {
    let after = after(text, *at).strip_prefix("://")?;
    let before = cut(text, floor, *at);
    let length = if ends_with(before, "https") { 5 } else { 4 };
    let start = at
        .checked_sub(length)
        .filter(|_| length == 5 || ends_with(before, "http"))?;
    let is_apart = !byte_before(text, start).is_some_and(|byte| byte.is_ascii_alphanumeric());
    domain(text, start, *at + 3, after, at, "").filter(|_| is_apart)
}

/// `www.` and a domain; `at` is the first `w`.
fn www(text: &str, at: &mut usize) -> Option<Found> {
    let start = *at;
    let rest = after(text, start);
    if !cut(rest, 0, 4).eq_ignore_ascii_case("www.") {
        return None;
    }
    let is_apart = |byte: u8| {
        byte <= b' '
            || byte >= 128
            || matches!(byte, b'*' | b'_' | b'~' | b'(' | b'[' | b'"' | b'\'')
    };
    let is_apart = byte_before(text, start).is_none_or(is_apart);
    let found = domain(text, start, start, rest, at, "http://");
    found.filter(|found| is_apart && found.end > start + 4)
}

/// A link from `start` whose domain begins at `domain_start`, if that is one; `at` moves behind the domain.
fn domain(
    text: &str,
    start: usize,
    domain_start: usize,
    rest: &str,
    at: &mut usize,
    prefix: &'static str,
) -> Option<Found> {
    let length = run(rest, is_in_domain);
    let domain = cut(rest, 0, length).trim_end_matches('.');
    *at = (domain_start + length).max(*at + 1) - 1;
    if domain.is_empty() || domain.starts_with('.') || has_late_underscore(domain) {
        return None;
    }
    Some(Found {
        start,
        end: link_end(text, start, domain_start + length),
        prefix,
    })
}

/// No underscore may stand in the last two parts, as GitHub has it.
fn has_late_underscore(domain: &str) -> bool {
    let mut dots = 0;
    let mut last_parts = domain.bytes().rev().take_while(|byte| {
        dots += u8::from(*byte == b'.');
        dots < 2
    });
    last_parts.any(|byte| byte == b'_')
}

/// `name@domain`; `at` is the `@`.
fn mail(text: &str, floor: usize, at: usize) -> Option<Found> {
    let is_in_name =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'+' | b'-' | b'_');
    let before = cut(text, floor, at);
    let name = before.bytes().rev().take_while(is_in_name).count();
    let is_in_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let rest = after(text, at + 1);
    let host = cut(rest, 0, run(rest, is_in_host)).trim_end_matches('.');
    if name == 0 || !host.contains('.') || host.ends_with('-') || host.ends_with('_') {
        return None;
    }
    let (mut start, mut prefix) = (at - name, "mailto:");
    if ends_with(cut(text, floor, start), prefix) {
        (start, prefix) = (start - prefix.len(), "");
    } else if matches!(byte_before(text, start), Some(b'/' | b':')) {
        return None;
    }
    Some(Found {
        start,
        end: at + 1 + host.len(),
        prefix,
    })
}

/// Where the link ends: before white space or `<`, and without closing punctuation.
fn link_end(text: &str, start: usize, domain_end: usize) -> usize {
    let rest = after(text, domain_end);
    let port = match rest
        .strip_prefix(':')
        .map(|port| run(port, |c| c.is_ascii_digit()))
    {
        Some(digits @ 1..=5) => 1 + digits,
        _ => 0,
    };
    let path = match rest.as_bytes().get(port) {
        Some(b'/' | b'?' | b'#') => run(after(rest, port), is_in_url),
        _ => 0,
    };
    let mut url = cut(text, start, domain_end + port + path);
    let count = |wanted: u8| url.bytes().filter(|byte| *byte == wanted).count();
    let mut unpaired = count(b')').saturating_sub(count(b'('));
    loop {
        let shorter = match url.as_bytes().last() {
            Some(b'?' | b'!' | b'.' | b',' | b':' | b'*' | b'_' | b'~' | b'\'' | b'"') => 1,
            Some(b')') if unpaired > 0 => {
                unpaired -= 1;
                1
            }
            Some(b';') => entity_length(url),
            _ => return start + url.len(),
        };
        url = cut(url, 0, url.len() - shorter);
    }
}

/// The length of what looks like `&name;` at the end, else of the semicolon.
fn entity_length(url: &str) -> usize {
    let name = url
        .bytes()
        .rev()
        .skip(1)
        .take_while(u8::is_ascii_alphanumeric)
        .count();
    match byte_before(url, url.len() - 1 - name) {
        Some(b'&') if name > 0 => name + 2,
        _ => 1,
    }
}

fn is_in_domain(character: char) -> bool {
    match character {
        '\0'..='\x7F' => character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '.'),
        _ => is_in_url(character),
    }
}

/// A URL ends at white space, `<`, and the punctuation of Chinese, Japanese and typographic text.
#[rustfmt::skip]
fn is_in_url(character: char) -> bool {
    !matches!(character,
        '\0'..=' ' | '<' | '\u{A0}' | '\u{2000}'..='\u{200B}' | '\u{2018}'..='\u{201F}' | '\u{2026}'
        | '\u{2028}'..='\u{202F}' | '\u{3000}'..='\u{303F}' | '\u{FF01}'..='\u{FF0F}'
        | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}')
}
