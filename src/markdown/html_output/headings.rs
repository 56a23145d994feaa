//! The headings so far, and the text of the one that is open.

use super::HtmlOutput;
use crate::markdown::ids::Ids;
use crate::markdown::outline::FlatHeading;

#[derive(Default)]
pub(in crate::markdown) struct Headings {
    pub(in crate::markdown) ids: Ids,
    /// What goes into the outline, in the order of the text.
    pub(in crate::markdown) shown: Vec<FlatHeading>,
    /// Whether the text has a heading of the level that belongs to the page's title.
    pub(in crate::markdown) has_first_level: bool,
    /// The id its author gave the heading that is open.
    pub(in crate::markdown) wish: Option<String>,
    /// The text of the heading that is open.
    pub(in crate::markdown) text: Option<String>,
}

impl HtmlOutput<'_> {
    /// Takes note of text without its markup.
    pub(in crate::markdown) fn note_text(&mut self, text: &str) {
        if let Some(heading) = &mut self.headings.text {
            heading.push_str(text);
        }
        self.report.text(text);
    }

    /// Takes note of white space between two texts.
    pub(in crate::markdown) fn note_gap(&mut self) {
        if let Some(heading) = &mut self.headings.text {
            heading.push(' ');
        }
        self.report.gap();
    }
}
