//! What writes HTML: the elements that are open, what is being written, the limits, and what is reported.
//!
//! The file of each kind of Markdown writes to this; `dispatch` hands it the events.
//!
//! 1. `elements` opens and closes, and keeps a browser from rearranging what it gets.
//! 2. `fragment` is the text that is written, with placeholders for what is known only at the end.
//! 3. `headings`, `notes` and `figure` are what is remembered of these until then.

mod elements;
mod figure;
mod footnote_texts;
mod fragment;
mod headings;
mod label;

pub(super) use elements::{Content, Element, Kind};
pub(super) use figure::Figure;
pub(super) use fragment::Placeholder;
pub(super) use label::Label;

use super::{Enrichment, report::Report};
use footnote_texts::Notes;
use fragment::Fragment;
use headings::Headings;

/// Output beyond this many bytes for each byte of input, after a free start, is cut off.
const OUTPUT_PER_INPUT: usize = 64;
const OUTPUT_FREE: usize = 100_000;

pub(super) struct HtmlOutput<'a> {
    pub(super) source: &'a str,
    pub(super) enrichment: &'a Enrichment,
    /// Set for the conformance test: the specification's HTML instead of ours.
    pub(super) commonmark_mode: bool,
    /// Where in the source the current event begins.
    pub(super) offset: usize,
    /// Inline events that begin before this offset belong to an alert's marker.
    pub(super) marker_end: usize,
    /// Whether the text at hand directly follows an inline element.
    pub(super) follows_inline: bool,
    /// Whether markup directly follows the text at hand.
    pub(super) is_cut_short: bool,
    /// Whether the text at hand holds `\^` or `\~`.
    pub(super) has_escaped_mark: bool,
    /// What is being written now: the body or a footnote.
    pub(super) fragment: Fragment,
    pub(super) open: Vec<Element>,
    /// How many links are open; a link inside a link is not written.
    pub(super) links: usize,
    /// Bytes that are in finished footnotes or will take the place of placeholders.
    pub(super) reserved_bytes: usize,
    output_limit: usize,
    /// Images that may be all of their paragraph.
    pub(super) figures: Vec<Figure>,
    /// A link to a film that may be all of its paragraph, and where it begins.
    pub(super) player: Option<(usize, &'a str)>,
    pub(super) headings: Headings,
    pub(super) notes: Notes,
    pub(super) code_blocks: usize,
    pub(super) formulas: usize,
    pub(super) report: Report,
}

impl<'a> HtmlOutput<'a> {
    pub(super) fn new(source: &'a str, enrichment: &'a Enrichment, report: Report) -> Self {
        Self {
            source,
            enrichment,
            commonmark_mode: false,
            offset: 0,
            marker_end: 0,
            follows_inline: false,
            is_cut_short: false,
            has_escaped_mark: false,
            fragment: Fragment::default(),
            open: Vec::new(),
            links: 0,
            reserved_bytes: 0,
            output_limit: output_limit(source, enrichment),
            figures: Vec::new(),
            player: None,
            headings: Headings::default(),
            notes: Notes::default(),
            code_blocks: 0,
            formulas: 0,
            report,
        }
    }

    /// Whether the page is too long already.
    pub(super) fn is_full(&self) -> bool {
        self.fragment.html.len() + self.reserved_bytes > self.output_limit
    }
}

/// MathML is as long as it is, however short its TeX, and is used once.
fn output_limit(source: &str, enrichment: &Enrichment) -> usize {
    let math: usize = enrichment.math.iter().map(String::len).sum();
    (OUTPUT_FREE + 2 * math).saturating_add(OUTPUT_PER_INPUT.saturating_mul(source.len()))
}
