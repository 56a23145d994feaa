//! Images: their text for those who cannot see them, their size, and a caption when they stand alone.

use super::renderer::Renderer;
use super::scan::cut;
use super::{ImageInfo, ImageSource, escape, link};
use crate::content::url::{UrlUse, clean_url};
use pulldown_cmark::Event;

/// A titled image outside a link, ready to become a figure if its paragraph holds nothing else.
pub(super) struct Figure {
    start: usize,
    /// Where the image's `title` begins, which the caption takes the place of.
    title_at: usize,
    end: usize,
    title: String,
}

/// A whole image, to its end.
pub(super) fn write(page: &mut Renderer, url: &str, title: &str) {
    page.begin_inline();
    let alt = read_alt(page);
    let start = page.page.html.len();
    if page.as_specified {
        return write_as_specified(page, url, &alt, title);
    }
    if !write_start(page, url, &alt, (0, 0)) {
        return escape::text(&mut page.page.html, &alt);
    }
    let title_at = page.page.html.len();
    if !title.is_empty() {
        escape::named(&mut page.page.html, "title", title);
    }
    page.page.html.push('>');
    if !title.is_empty() && page.links == 0 {
        let end = page.page.html.len();
        page.figure = Some(Figure {
            start,
            title_at,
            end,
            title: title.into(),
        });
    }
}

/// Writes `<img …` up to where further attributes may stand, or nothing if the URL is refused.
///
/// `size` is what the text says of width and height, 0 for nothing; the build knows better.
pub(super) fn write_start(page: &mut Renderer, url: &str, alt: &str, size: (u32, u32)) -> bool {
    let known = page.enrichment.images.get(url);
    let src = known
        .map(|known| known.src.as_str())
        .filter(|src| !src.is_empty())
        .unwrap_or(url);
    if src.is_empty() {
        page.report.warn(
            page.offset,
            &["an image has no URL, so only its text is shown"],
            &["name a file"],
        );
        return false;
    }
    let Some(clean) = clean_url(src, UrlUse::Media) else {
        link::refuse(page, src);
        return false;
    };
    let html = &mut page.page.html;
    html.push_str("<img");
    escape::named_url(html, "src", &clean);
    write_sources(html, known.map_or(&[], |known| &known.srcset));
    escape::named(html, "alt", alt);
    let (width, height) = known
        .map(known_size)
        .filter(|size| *size != (0, 0))
        .unwrap_or(size);
    for (name, length) in [("width", width), ("height", height)] {
        if length > 0 {
            escape::named_number(html, name, length);
        }
    }
    html.push_str(" loading=\"lazy\" decoding=\"async\"");
    true
}

impl Figure {
    /// Whether the figure is all that stands between two places.
    pub(super) fn is_at(&self, start: usize, end: usize) -> bool {
        (self.start, self.end) == (start, end)
    }

    /// Turns the paragraph that begins at `paragraph` and ends with the image into a figure.
    pub(super) fn write(&self, html: &mut String, paragraph: usize) {
        let image = String::from(cut(html, self.start, self.title_at));
        html.truncate(paragraph);
        html.push_str("<figure class=\"image\">");
        html.push_str(&image);
        html.push_str("><figcaption>");
        escape::text(html, &self.title);
        html.push_str("</figcaption></figure>\n");
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
fn read_alt(page: &mut Renderer) -> String {
    let mut alt = String::new();
    let mut depth = 0;
    while let Some(event) = page.next_event() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) if depth == 0 => break,
            Event::End(_) => depth -= 1,
            Event::Text(text) | Event::Code(text) => alt.push_str(&text),
            Event::InlineMath(tex) | Event::DisplayMath(tex) => {
                page.formulas += 1;
                alt.push_str(&tex);
            }
            Event::InlineHtml(html) if page.as_specified => alt.push_str(&html),
            Event::SoftBreak | Event::HardBreak => {
                alt.push(if page.as_specified { '\n' } else { ' ' })
            }
            _ => {}
        }
    }
    alt
}

fn write_as_specified(page: &mut Renderer, url: &str, alt: &str, title: &str) {
    let html = &mut page.page.html;
    html.push_str("<img");
    escape::named_url(html, "src", url);
    escape::named(html, "alt", alt);
    if !title.is_empty() {
        escape::named(html, "title", title);
    }
    html.push_str(" />");
}
