//! Attributes of allowed elements: each has one form of value that it keeps.

use super::allowed::{Allowed, word};
use super::tokens::{attribute, value_of};
use crate::content::url::{UrlUse, clean_url};
use crate::markdown::html_output::HtmlOutput;
use crate::markdown::scan::{after, cut, run};
use crate::markdown::{entity, escape, image, link};
use std::borrow::Cow;

/// They say all by being there.
const FLAGS: &str = "open controls loop muted playsinline reversed default";

const NUMBERS: &str = "width height start value";

/// Writes the attributes that the element may have, each once.
pub(super) fn write(output: &mut HtmlOutput, element: &Allowed, mut rest: &str) {
    let mut written: Vec<&'static str> = Vec::new();
    while let Some((name, value, next)) = attribute(rest) {
        if let Some(known) = element.attribute(name)
            && !written.contains(&known)
            && !(known == "name" && (written.contains(&"id") || value_of(rest, "id").is_some()))
        {
            // `<a name>` is how ids were written once.
            let known = if known == "name" { "id" } else { known };
            written.push(known);
            write_one(output, known, &entity::decoded(value));
        }
        rest = next;
    }
    if matches!(element.name, "audio" | "video") && !written.contains(&"controls") {
        escape::named(&mut output.fragment.html, "controls", "");
    }
}

fn write_one(output: &mut HtmlOutput, name: &'static str, value: &str) {
    let value = match name {
        "href" => {
            link::write_target(output, value);
            return;
        }
        "src" | "poster" => {
            let resolved = output.enrichment.links.get(value);
            return match clean_url(resolved.map_or(value, |url| url), UrlUse::Media) {
                Some(clean) => escape::named_url(&mut output.fragment.html, name, &clean),
                None => link::refuse(output, value),
            };
        }
        "align" => return write_alignment(output, value),
        "id" => Cow::Owned(output.headings.ids.claim_as_written(value)),
        "title" | "label" => Cow::Borrowed(value),
        _ if word(FLAGS, name).is_some() => {
            return escape::named(&mut output.fragment.html, name, "");
        }
        "colspan" | "rowspan" | "span" => Cow::Borrowed(digits(value, 2)),
        _ if word(NUMBERS, name).is_some() => Cow::Borrowed(digits(value, 5)),
        _ => Cow::Borrowed(plain(value)),
    };
    if !value.is_empty() {
        escape::named(&mut output.fragment.html, name, &value);
    }
}

/// An image written as HTML is an image like any other.
pub(super) fn write_image(output: &mut HtmlOutput, rest: &str) {
    let value = |wanted: &str| entity::decoded(value_of(rest, wanted).unwrap_or_default());
    let length = |name: &str| {
        let value = value(name);
        digits(&value, 5)
            .bytes()
            .fold(0, |length, digit| length * 10 + u32::from(digit - b'0'))
    };
    let alt = value("alt");
    if !image::write_start(
        output,
        &value("src"),
        &alt,
        (length("width"), length("height")),
    ) {
        return escape::text(&mut output.fragment.html, &alt);
    }
    let title = value("title");
    if !title.is_empty() {
        escape::named(&mut output.fragment.html, "title", &title);
    }
    output.fragment.html.push('>');
}

fn write_alignment(output: &mut HtmlOutput, value: &str) {
    if let Some(side) = word("left center right", value) {
        escape::named(
            &mut output.fragment.html,
            "class",
            &["align-", side].concat(),
        );
    }
}

/// A whole number, not so large that a browser would draw for ever; nothing for anything else.
fn digits(value: &str, longest: usize) -> &str {
    let value = value.trim_ascii();
    let length = run(value, |c| c.is_ascii_digit());
    let is_number = length <= longest && matches!(after(value, length), "" | "px");
    cut(value, 0, if is_number { length } else { 0 })
}

/// The beginning of what looks like a language, a date or a media type.
fn plain(value: &str) -> &str {
    let is_plain = |c: char| {
        c.is_ascii_alphanumeric()
            || matches!(c, ' ' | '+' | '-' | '.' | '/' | ':' | ';' | ',' | '=' | '_')
    };
    cut(value, 0, run(value, is_plain).min(100))
}
