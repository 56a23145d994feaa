//! The elements that are open: Markdown's own, and raw HTML between them.
//!
//! Two rules keep a browser from rearranging the page: a raw element ends no later than the Markdown
//! element it stands in, and nothing is opened where a browser would close something else for it.

use super::HtmlOutput;
use super::fragment::Placeholder;
pub(in crate::markdown) use crate::markdown::raw_html::allowed::Content;
use crate::markdown::raw_html::{self, allowed::Allowed};

/// Deeper elements are not written; their text is.
const MAX_DEPTH: usize = 100;

const TOO_DEEP: &str =
    "elements are nested more than 100 deep and shown as plain text from here on";

/// How an element ends.
#[derive(Clone, Copy)]
pub(in crate::markdown) enum Kind {
    Plain(&'static str),
    Link,
    Heading(u8),
    Footnote,
    Raw(Allowed),
}

pub(in crate::markdown) struct Element {
    pub(in crate::markdown) kind: Kind,
    pub(in crate::markdown) content: Content,
    /// Too deep to be written.
    pub(in crate::markdown) hidden: bool,
    /// Where its content begins in the fragment that is being written.
    pub(in crate::markdown) start: usize,
    /// How many holes the fragment had then.
    pub(in crate::markdown) placeholders: usize,
}

impl Element {
    pub(in crate::markdown) fn raw(&self) -> Option<Allowed> {
        match self.kind {
            Kind::Raw(allowed) => Some(allowed),
            _ => None,
        }
    }
}

impl HtmlOutput<'_> {
    /// Opens a block on a line of its own; blocks may stand in it.
    pub(in crate::markdown) fn open_block(&mut self, open: &str, close: &'static str) {
        self.begin_block();
        self.push(open, Kind::Plain(close), Content::Flow);
    }

    /// Opens a block that holds a line of text.
    pub(in crate::markdown) fn open_line(&mut self, open: &str, close: &'static str) {
        self.begin_block();
        self.push(open, Kind::Plain(close), Content::Line);
    }

    pub(in crate::markdown) fn open_inline(&mut self, open: &str, close: &'static str) {
        self.begin_inline();
        self.push(open, Kind::Plain(close), Content::Line);
    }

    /// Writes `open` unless the place is too deep, and notes what is open from here on.
    pub(in crate::markdown) fn push(&mut self, open: &str, kind: Kind, content: Content) {
        let hidden = self.is_too_deep(1);
        if !hidden {
            self.fragment.html.push_str(open);
        }
        self.note_open(kind, content, hidden);
    }

    pub(in crate::markdown) fn note_open(&mut self, kind: Kind, content: Content, hidden: bool) {
        let (start, placeholders) = (self.fragment.html.len(), self.fragment.placeholders.len());
        self.open.push(Element {
            kind,
            content,
            hidden,
            start,
            placeholders,
        });
    }

    /// Whether the innermost Markdown element holds a line only, so that no block may begin.
    pub(in crate::markdown) fn is_in_line(&self) -> bool {
        let markdown = self
            .open
            .iter()
            .rev()
            .find(|element| element.raw().is_none());
        markdown.is_some_and(|element| element.content == Content::Line)
    }

    /// Whether nothing was written into an element yet.
    pub(in crate::markdown) fn is_untouched(&self, element: &Element) -> bool {
        element.start == self.fragment.html.len()
            && element.placeholders == self.fragment.placeholders.len()
    }

    /// Whether `levels` more elements would be too many.
    pub(in crate::markdown) fn is_too_deep(&self, levels: usize) -> bool {
        let hidden = self.open.last().is_some_and(|parent| parent.hidden);
        hidden || self.open.len() + levels > MAX_DEPTH
    }

    /// Gets ready for a block: a raw table that waits for rows gets a cell, other raw elements that cannot hold a block
    /// end, and a new line begins.
    pub(in crate::markdown) fn begin_block(&mut self) {
        raw_html::open_cell(self);
        while self
            .open
            .last()
            .is_some_and(|top| top.raw().is_some() && top.content != Content::Flow)
        {
            self.close_top();
        }
        self.note_gap();
        self.fresh_line();
    }

    /// Gets ready for text or an inline element: a raw table that waits for rows gets a cell.
    pub(in crate::markdown) fn begin_inline(&mut self) {
        raw_html::open_cell(self);
    }

    pub(in crate::markdown) fn fresh_line(&mut self) {
        let html = &mut self.fragment.html;
        if !html.is_empty() && !html.ends_with('\n') {
            html.push('\n');
        }
    }

    /// Ends the raw elements that are open inside the innermost Markdown element.
    pub(in crate::markdown) fn close_raw(&mut self, offset: usize) {
        while let Some(raw) = self.open.last().and_then(Element::raw) {
            if !raw.may_stay_open() {
                let what = ["<", raw.name, "> is not closed here"];
                let remedy = ["write </", raw.name, "> before"];
                self.report.warn(offset.saturating_sub(1), &what, &remedy);
            }
            self.close_top();
        }
    }

    /// Ends the innermost element, whatever it is.
    pub(in crate::markdown) fn close_top(&mut self) {
        let Some(element) = self.open.pop() else {
            return;
        };
        let html = &mut self.fragment.html;
        match element.kind {
            Kind::Footnote => self.end_note(),
            _ if element.hidden => {
                self.report
                    .warn_once(self.offset, &[TOO_DEEP], &["nest them less"]);
            }
            Kind::Plain(close) => html.push_str(close),
            Kind::Link => {
                self.links -= 1;
                html.push_str("</a>");
            }
            Kind::Heading(level) => {
                html.push_str("</h");
                self.fragment.reserve(Placeholder::Level(level));
                self.fragment.html.push_str(">\n");
            }
            Kind::Raw(allowed) => {
                self.links -= usize::from(allowed.is_link());
                allowed.write_close(html);
            }
        }
    }
}
