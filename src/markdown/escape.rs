//! The only place where text becomes part of HTML: escaped once, here.

use super::scan::{SPECIAL, after, cut, position};

/// Writes text between tags.
pub(crate) fn text(out: &mut String, text: &str) {
    escape(out, text, false);
}

/// Writes a URL as an attribute's value: what a URL cannot hold becomes `%XX`.
#[inline(never)]
pub(super) fn url(out: &mut String, url: &str) {
    for &byte in url.as_bytes() {
        match byte {
            b'&' => out.push_str("&amp;"),
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => out.push(byte as char),
            _ if b"!#$%'()*+,-./:;=?@_~".contains(&byte) => out.push(byte as char),
            _ => percent(out, byte),
        }
    }
}

/// Writes an attribute: ` name="value"`.
#[inline(never)]
pub(crate) fn named(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(out, value, true);
    out.push('"');
}

/// Writes an attribute that holds a URL.
pub(crate) fn named_url(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    url(out, value);
    out.push('"');
}

/// Writes an attribute that holds a whole number.
pub(super) fn named_number(out: &mut String, name: &str, value: u32) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    number(out, value);
    out.push('"');
}

/// Writes a whole number.
pub(super) fn number(out: &mut String, number: u32) {
    if number >= 10 {
        self::number(out, number / 10);
    }
    out.push((b'0' + (number % 10) as u8) as char);
}

#[inline(never)]
fn escape(out: &mut String, text: &str, quotes: bool) {
    let mut rest = text;
    while let Some(at) = position(rest, SPECIAL) {
        out.push_str(cut(rest, 0, at));
        out.push_str(match rest.as_bytes().get(at) {
            Some(b'&') => "&amp;",
            Some(b'<') => "&lt;",
            Some(b'>') => "&gt;",
            Some(b'"') if quotes => "&quot;",
            Some(b'"') => "\"",
            // Only a character reference can have made it; serialisers disagree about it.
            Some(b'\r') => " ",
            _ => "\u{FFFD}",
        });
        rest = after(rest, at + 1);
    }
    out.push_str(rest);
}

fn percent(out: &mut String, byte: u8) {
    let digit = |value: u8| {
        (if value < 10 {
            b'0' + value
        } else {
            b'A' + value - 10
        }) as char
    };
    out.push('%');
    out.push(digit(byte >> 4));
    out.push(digit(byte & 15));
}
