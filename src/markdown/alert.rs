//! Alerts: a quote that begins with `[!NOTE]`, one of GitHub's five kinds, or with our `[!TAKEAWAY]`; and `[!QUOTE]`, words of
//! the text itself, set large.

use super::escape;
use super::html_output::{HtmlOutput, Label};
use super::scan::{after, cut, run};
use pulldown_cmark::BlockQuoteKind;
use std::ops::Range;

pub(super) enum Alert {
    Titled(&'static str, Label),
    PullQuote,
}

/// GitHub's kinds come from the parser; ours is an ordinary quote to it, so the source is looked at.
pub(super) fn recognise(
    output: &mut HtmlOutput,
    kind: Option<BlockQuoteKind>,
    range: Range<usize>,
) -> Option<Alert> {
    Some(match kind {
        Some(BlockQuoteKind::Note) => Alert::Titled("note", Label::Note),
        Some(BlockQuoteKind::Tip) => Alert::Titled("tip", Label::Tip),
        Some(BlockQuoteKind::Important) => Alert::Titled("important", Label::Important),
        Some(BlockQuoteKind::Warning) => Alert::Titled("warning", Label::Warning),
        Some(BlockQuoteKind::Caution) => Alert::Titled("caution", Label::Caution),
        None if output.commonmark_mode => return None,
        None => {
            let quote = output.source.get(range.clone())?;
            let ours = [
                ("[!TAKEAWAY]", Alert::Titled("takeaway", Label::Takeaway)),
                ("[!QUOTE]", Alert::PullQuote),
            ];
            let mut ours = ours.into_iter();
            ours.find_map(|(marker, alert)| {
                output.marker_end = range.start + marker_end(quote, marker)?;
                Some(alert)
            })?
        }
    })
}

impl Alert {
    pub(super) fn write(&self, output: &mut HtmlOutput) {
        let Self::Titled(class, title) = *self else {
            return output.open_block("<aside class=\"pull-quote\">\n", "</aside>\n");
        };
        let open = [
            "<aside class=\"alert alert-",
            class,
            "\">\n<p class=\"alert-title\">",
        ];
        let mut open = open.concat();
        escape::text(&mut open, output.label(title));
        open.push_str("</p>\n");
        output.open_block(&open, "</aside>\n");
    }
}

/// The length of a quote's first line, if the line is this marker and nothing else.
fn marker_end(quote: &str, marker: &str) -> Option<usize> {
    let is_blank = |c: char| matches!(c, ' ' | '\t');
    let start = 1 + run(after(quote, 1), is_blank);
    let end = start + marker.len();
    if !cut(quote, start, end).eq_ignore_ascii_case(marker) {
        return None;
    }
    let line_end = end + run(after(quote, end), is_blank);
    matches!(cut(quote, line_end, line_end + 1), "" | "\n").then_some(line_end + 1)
}
