//! The one way from Markdown to HTML, in the build and in the reader's browser alike.
//!
//! `render` is pure and safe for any input. Its steps, in order:
//! 1. `source` and `nesting`: line ends and NUL become what CommonMark says they are; no line nests
//!    hundreds of blocks. `marks` keeps the parser from what no writer means.
//! 2. pulldown-cmark reads the text as a flat run of events.
//! 3. `dispatch`: one loop hands every event to the file of its kind (`blocks`, `inline`, `code`,
//!    `image`, `table`, `math`, …), which writes HTML from our own fixed list of tags and classes to
//!    the `html_output`, which knows what is open.
//! 4. `raw_html`: tags in the source are read anew, checked against the allow-list, balanced against
//!    the Markdown around them, and written out again; the rest stays visible as text.
//! 5. `enrichment`: what the build computed is merged in where it fits the text, and checked first.
//! 6. `footnotes` puts the page together and fills in what is known only at the end: heading levels,
//!    footnote numbers, the targets of links within the page. The footnotes follow the body.
//! 7. `outline` and `report`: the rest of the answer.

mod alert;
mod autolink;
mod blocks;
mod code;
mod dispatch;
mod enrichment;
mod entity;
mod escape;
mod extract;
mod footnotes;
mod heading;
mod html_output;
mod ids;
mod image;
mod inline;
mod link;
#[cfg(not(target_arch = "wasm32"))]
mod literals;
mod marks;
mod math;
mod mathml;
mod nesting;
mod outline;
mod player;
mod raw_html;
mod rendered;
#[cfg(any(not(target_arch = "wasm32"), feature = "desk"))]
mod report;
#[cfg(all(target_arch = "wasm32", not(feature = "desk")))]
#[path = "silent.rs"]
mod report;
mod scan;
mod scripts;
mod source_text;
mod table;

pub use code::TOKEN_CLASSES;
pub use enrichment::{ByUrl, CodeTokens, Enrichment, FigureWidth, ImageInfo, ImageSource};
pub use extract::{CodeBlock, Extract, Formula, ImageReference, LinkReference, extract_references};
#[cfg(not(target_arch = "wasm32"))]
pub use ids::slug as heading_id;
#[cfg(not(target_arch = "wasm32"))]
pub use literals::{literals, normalised};
pub use rendered::{Rendered, Warning};

/// HTML as it is read and written, for what is made of other HTML.
pub(crate) mod html {
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) use super::entity::decoded;
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) use super::escape::{named, named_url, text};
    pub(crate) use super::raw_html::tokens::{Token, Tokens};
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) use super::raw_html::tokens::{attribute, value_of};
}

use dispatch::Dispatch;
use pulldown_cmark::Options;
use report::Report;

/// Renders one article's Markdown as HTML that is safe to put into a page, and reports on it.
///
/// Never fails: what cannot be shown as asked is shown plainer and told in `Rendered::warnings`.
/// Compiled to wasm, `words`, `excerpt` and `warnings` stay empty but at the desk: they are for the publisher.
pub fn render(source: &str, enrichment: &Enrichment) -> Rendered {
    let source = source_text::normalise(source);
    let source = marks::stand_ins(&source);
    let options = source_text::page_options(enrichment);
    Dispatch::new(&source, enrichment, options, Report::default()).run()
}

/// The same HTML as `render`, byte for byte, and nothing else. This is what the browser wants.
pub fn render_html(source: &str, enrichment: &Enrichment) -> String {
    let source = source_text::normalise(source);
    let source = marks::stand_ins(&source);
    let options = source_text::page_options(enrichment);
    Dispatch::new(&source, enrichment, options, Report::silent()).html()
}

/// The CommonMark specification's own HTML, raw HTML and all. For the conformance test only.
#[doc(hidden)]
pub fn render_commonmark(source: &str) -> String {
    let source = source_text::normalise(source);
    let (enrichment, options) = (Enrichment::default(), Options::empty());
    let dispatch = Dispatch::new(&source, &enrichment, options, Report::default());
    dispatch.commonmark_mode().html()
}
