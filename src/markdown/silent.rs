//! The report where nobody reads it: every call does nothing and costs nothing. See `report`.

use super::Rendered;

#[derive(Default)]
pub(super) struct Report {}

impl Report {
    pub(super) fn silent() -> Self {
        Self {}
    }
    pub(super) fn warn(&mut self, _offset: usize, _what: &[&str], _remedy: &[&str]) {}
    pub(super) fn warn_once(&mut self, _offset: usize, _what: &[&str], _remedy: &[&str]) {}
    pub(super) fn text(&mut self, _text: &str) {}
    pub(super) fn gap(&mut self) {}
    pub(super) fn begin_paragraph(&mut self, _is_top: bool) {}
    pub(super) fn end_paragraph(&mut self) {}
    pub(super) fn end_excerpt(&mut self) {}
    pub(super) fn finish(self, _source: &str, _rendered: &mut Rendered) {}
}
