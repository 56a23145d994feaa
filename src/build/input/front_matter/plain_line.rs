//! A line of a head or a configuration as text alone. Themes of other systems write descriptions and captions into pages as
//! Markdown or HTML.

use super::fields_by_name::Head;
use super::key_names::DESCRIPTION;
use pulldown_cmark::{Event, Parser, TagEnd};

impl Head<'_> {
    pub(super) fn description(&mut self) -> String {
        let description = self.text(DESCRIPTION);
        self.plain_line(description)
    }

    /// The line as readers of the other system saw it; as it is in a blog of Recto's.
    pub(super) fn plain_line(&self, text: String) -> String {
        match self.is_strict {
            true => text,
            false => plain_line(text),
        }
    }
}

/// The line as readers of another system saw it.
pub fn plain_line(text: String) -> String {
    let has_tags = ["</", "/>", "<br"].iter().any(|mark| text.contains(mark));
    let has_marks = ["](", "**"].iter().any(|mark| text.contains(mark));
    match has_tags || has_marks {
        true => without_marks(&text, has_tags),
        false => text,
    }
}

/// Markdown as one line of text. Where it `has_tags`, these are no text.
pub fn without_marks(text: &str, has_tags: bool) -> String {
    let mut plain = String::with_capacity(text.len());
    for event in Parser::new(text) {
        match event {
            Event::Text(part) | Event::Code(part) => plain.push_str(&part),
            Event::InlineHtml(tag) | Event::Html(tag) if !has_tags || tag.starts_with("<br") => {
                plain.push_str(if has_tags { " " } else { &tag });
            }
            Event::SoftBreak
            | Event::HardBreak
            | Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => plain.push(' '),
            _ => {}
        }
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
