//! What the build wants to know of a text besides its HTML: remarks, the excerpt, the count of words.
//!
//! In the browser `silent.rs` stands in for this file but at the desk: nobody else reads a report there, and its code
//! would be downloaded by every reader.

mod plain_text;
mod warnings;

use super::Rendered;
use plain_text::{Excerpt, WordCount};
use warnings::Warnings;

#[derive(Default)]
pub(super) struct Report {
    warnings: Warnings,
    words: WordCount,
    excerpt: Excerpt,
    is_silent: bool,
}

impl Report {
    /// One that nobody will ask for words or an excerpt.
    pub(super) fn silent() -> Self {
        Self {
            is_silent: true,
            ..Self::default()
        }
    }

    /// Notes a remark about the byte at `offset`: what is wrong, and what to do. Each is given in pieces.
    pub(super) fn warn(&mut self, offset: usize, what: &[&str], remedy: &[&str]) {
        self.warnings.add(offset, what, remedy);
    }

    /// Notes a remark that is made once however often its reason occurs.
    pub(super) fn warn_once(&mut self, offset: usize, what: &[&str], remedy: &[&str]) {
        self.warnings.add_once(offset, what, remedy);
    }

    pub(super) fn text(&mut self, text: &str) {
        if self.is_silent {
            return;
        }
        self.words.text(text);
        self.excerpt.text(text);
    }

    /// White space between two pieces of text.
    pub(super) fn gap(&mut self) {
        self.words.gap();
        self.excerpt.text(" ");
    }

    pub(super) fn begin_paragraph(&mut self, is_top: bool) {
        self.excerpt.begin_paragraph(is_top);
    }

    pub(super) fn end_paragraph(&mut self) {
        self.excerpt.end_paragraph();
    }

    /// `<!-- more -->`: the excerpt ends here.
    pub(super) fn end_excerpt(&mut self) {
        self.excerpt.end();
    }

    /// Puts what was found into the answer.
    pub(super) fn finish(self, source: &str, rendered: &mut Rendered) {
        rendered.words = self.words.words;
        rendered.excerpt = self.excerpt.finish();
        rendered.warnings = self.warnings.finish(source);
    }
}
