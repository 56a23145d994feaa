//! Images: their text for those who cannot see them, their size, and a caption when they stand alone.

use super::html_output::{Figure, HtmlOutput};
use super::{ImageInfo, ImageSource, escape, link, marks::Events};
use crate::content::url::{UrlUse, clean_url};
use pulldown_cmark::Event;
use std::borrow::Cow;

/// A whole image, to its end.
pub(super) fn write(output: &mut HtmlOutput, events: &mut Events, url: &str, title: &str) {
    output.begin_inline();
    let alt = read_alt(output, events);
    let start = output.fragment.html.len();
    if output.commonmark_mode {
        return write_commonmark(output, url, &alt, title);
    }
    if !write_start(output, url, &alt, (0, 0)) {
        return escape::text(&mut output.fragment.html, &alt);
    }
    let title_at = output.fragment.html.len();
    if !title.is_empty() {
        escape::named(&mut output.fragment.html, "title", title);
    }
    output.fragment.html.push('>');
    if output.links == 0 {
        let end = output.fragment.html.len();
        output.figures.push(Figure {
            start,
            title_at,
            end,
            title: title.into(),
        });
    }
}

/// Writes `<img …` up to where further attributes may stand, or nothing if the URL is refused.
///
/// `size` is what the text says of width and height, 0 for nothing.
pub(super) fn write_start(output: &mut HtmlOutput, url: &str, alt: &str, size: (u32, u32)) -> bool {
    let known = output.enrichment.images.get(url);
    let src = known
        .map(|known| known.src.as_str())
        .filter(|src| !src.is_empty())
        .unwrap_or(url);
    if src.is_empty() {
        output.report.warn(
            output.offset,
            &["an image has no URL, so only its text is shown"],
            &["name a file"],
        );
        return false;
    }
    let Some(clean) = clean_url(src, UrlUse::Media).or_else(|| on_device(known)) else {
        link::refuse(output, src);
        return false;
    };
    let html = &mut output.fragment.html;
    html.push_str("<img");
    escape::named_url(html, "src", &clean);
    write_sources(html, known.map_or(&[], |known| &known.srcset));
    escape::named(html, "alt", alt);
    let (width, height) = shown_size(size, known.map_or((0, 0), known_size));
    for (name, length) in [("width", width), ("height", height)] {
        if length > 0 {
            escape::named_number(html, name, length);
        }
    }
    html.push_str(" loading=\"lazy\" decoding=\"async\"");
    true
}

/// A picture that lies on the publisher's device, at the desk. No text can name one, only what is known of its pictures.
fn on_device(known: Option<&ImageInfo>) -> Option<Cow<'_, str>> {
    let src = known.map(|known| known.src.as_str())?;
    (cfg!(feature = "desk") && src.starts_with("blob:")).then_some(src.into())
}

/// The size that the writer wants, what is not told of it in proportion to the picture's own, or that.
fn shown_size((width, height): (u32, u32), (own_width, own_height): (u32, u32)) -> (u32, u32) {
    let scaled =
        |length: u32, own: u32, other: u32| (length.saturating_mul(other) + own / 2) / own.max(1);
    match (width, height) {
        (0, 0) => (own_width, own_height),
        (0, _) => (scaled(height, own_height, own_width), height),
        (_, 0) => (width, scaled(width, own_width, own_height)),
        size => size,
    }
}

fn known_size(known: &ImageInfo) -> (u32, u32) {
    (known.width, known.height)
}

fn write_sources(html: &mut String, sources: &[ImageSource]) {
    let usable = |source: &&ImageSource| source.width > 0 && !source.src.is_empty();
    let mut separator = " srcset=\"";
    for source in sources.iter().filter(usable).take(16) {
        let Some(clean) = clean_url(&source.src, UrlUse::Media) else {
            continue;
        };
        html.push_str(separator);
        escape::url(html, &clean.replace(',', "%2C"));
        html.push(' ');
        escape::number(html, source.width);
        html.push('w');
        separator = ", ";
    }
    if separator == ", " {
        html.push_str("\" sizes=\"auto, 100vw\"");
    }
}

/// The text of an image whose start was read: its inner text without any markup.
fn read_alt(output: &mut HtmlOutput, events: &mut Events) -> String {
    let mut alt = String::new();
    let mut depth = 0;
    for (event, _) in events {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) if depth == 0 => break,
            Event::End(_) => depth -= 1,
            Event::Text(text) | Event::Code(text) => alt.push_str(&text),
            Event::InlineMath(tex) | Event::DisplayMath(tex) => {
                output.formulas += 1;
                alt.push_str(&tex);
            }
            Event::InlineHtml(html) if output.commonmark_mode => alt.push_str(&html),
            Event::SoftBreak | Event::HardBreak => {
                alt.push(if output.commonmark_mode { '\n' } else { ' ' });
            }
            _ => {}
        }
    }
    alt
}

fn write_commonmark(output: &mut HtmlOutput, url: &str, alt: &str, title: &str) {
    let html = &mut output.fragment.html;
    html.push_str("<img");
    escape::named_url(html, "src", url);
    escape::named(html, "alt", alt);
    if !title.is_empty() {
        escape::named(html, "title", title);
    }
    html.push_str(" />");
}
