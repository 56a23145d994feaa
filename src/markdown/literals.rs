//! Where a text means what it says, letter by letter: code, formulas and comments. Whoever reads templates in it has
//! to leave these alone.

use super::Enrichment;
use super::marks::{self, Events};
use super::source_text::{self, page_options};
use pulldown_cmark::{Event, Tag};
use std::borrow::Cow;
use std::ops::Range;

/// The text as it is parsed, in which `literals` counts its bytes. To render it gives what the text itself gives.
pub fn normalised(source: &str) -> Cow<'_, str> {
    source_text::normalise(source)
}

/// The literal parts of a normalised text, in its order: each from its first fence or mark to its last.
pub fn literals(source: &str) -> Vec<Range<usize>> {
    let options = page_options(&Enrichment::default());
    let is_comment = |range: &Range<usize>| {
        let html = source.get(range.clone()).unwrap_or_default();
        html.trim_start().starts_with("<!--")
    };
    let marked = marks::of_one_length(source);
    let events = Events::new(&marked, options);
    let literal = events.filter(|(event, range)| match event {
        Event::Start(Tag::CodeBlock(_)) | Event::Code(_) => true,
        Event::InlineMath(_) | Event::DisplayMath(_) => true,
        Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => is_comment(range),
        _ => false,
    });
    literal.map(|(_, range)| range).collect()
}
