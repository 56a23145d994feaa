//! Alerts: a quote that begins with `[!NOTE]`, one of GitHub's five kinds, or with our `[!TAKEAWAY]`.

use super::escape;
use super::html_output::{HtmlOutput, Label};
use super::scan::{after, cut, run};
use pulldown_cmark::BlockQuoteKind;
use std::ops::Range;

pub(super) struct Alert {
    class: &'static str,
    title: Label,
}

/// GitHub's kinds come from the parser; ours is an ordinary quote to it, so the source is looked at.
pub(super) fn recognise(
    output: &mut HtmlOutput,
    kind: Option<BlockQuoteKind>,
    range: Range<usize>,
) -> Option<Alert> {
    let (class, title) = match kind {
        Some(BlockQuoteKind::Note) => ("note", Label::Note),
        Some(BlockQuoteKind::Tip) => ("tip", Label::Tip),
        Some(BlockQuoteKind::Important) => ("important", Label::Important),
        Some(BlockQuoteKind::Warning) => ("warning", Label::Warning),
        Some(BlockQuoteKind::Caution) => ("caution", Label::Caution),
        None => {
            let quote = output.source.get(range.clone())?;
            output.marker_end =
                range.start + takeaway_marker(quote).filter(|_| !output.commonmark_mode)?;
            ("takeaway", Label::Takeaway)
        }
    };
    Some(Alert { class, title })
}

impl Alert {
    pub(super) fn write(&self, output: &mut HtmlOutput) {
        let open = [
            "<aside class=\"alert alert-",
            self.class,
            "\">\n<p class=\"alert-title\">",
        ];
        let mut open = open.concat();
        escape::text(&mut open, output.label(self.title));
        open.push_str("</p>\n");
        output.open_block(&open, "</aside>\n");
    }
}

/// The length of a quote's first line, if the line is our marker and nothing else.
fn takeaway_marker(quote: &str) -> Option<usize> {
    const MARKER: &str = "[!TAKEAWAY]";
    let is_blank = |c: char| matches!(c, ' ' | '\t');
    let start = 1 + run(after(quote, 1), is_blank);
    let end = start + MARKER.len();
    if !cut(quote, start, end).eq_ignore_ascii_case(MARKER) {
        return None;
    }
    let line_end = end + run(after(quote, end), is_blank);
    matches!(cut(quote, line_end, line_end + 1), "" | "\n").then_some(line_end + 1)
}
