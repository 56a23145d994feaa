//! What the renderer says itself: titles of alerts, and names for those who hear the page.

use super::HtmlOutput;

/// In the order in which [`Enrichment::labels`](crate::markdown::Enrichment::labels) has them.
#[derive(Clone, Copy)]
pub(in crate::markdown) enum Label {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
    Takeaway,
    Footnotes,
    /// The number of the reference follows it.
    BackToReference,
    CutOff,
    Done,
    ToDo,
    /// The number of the table follows it.
    Table,
    Code,
    Formula,
}

const ENGLISH: [&str; 14] = [
    "Note",
    "Tip",
    "Important",
    "Warning",
    "Caution",
    "Takeaway",
    "Footnotes",
    "Back to reference",
    "This text is too long to show the rest.",
    "Done",
    "To do",
    "Table",
    "Code",
    "Formula",
];

impl<'a> HtmlOutput<'a> {
    /// In the language that the article was enriched for. To be escaped.
    pub(in crate::markdown) fn label(&self, label: Label) -> &'a str {
        let at = label as usize;
        let given = self.enrichment.labels.get(at).map(String::as_str);
        given.or(ENGLISH.get(at).copied()).unwrap_or_default()
    }
}
