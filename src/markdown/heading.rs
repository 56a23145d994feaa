//! Headings: an id of their own, a sign to copy a link by, a line in the outline. The sign is for the pointer: a heading is
//! called what it says, and the keyboard passes over the sign.

use super::escape;
use super::html_output::{Content, Element, HtmlOutput, Kind, Placeholder};
use super::outline::FlatHeading;

impl HtmlOutput<'_> {
    pub(super) fn start_heading(&mut self, level: u8, wish: Option<&str>) {
        self.begin_block();
        let hidden = self.is_too_deep(1);
        if !hidden {
            self.fragment.html.push_str("<h");
            self.fragment.reserve(Placeholder::Level(level));
        }
        self.note_open(Kind::Heading(level), Content::Line, hidden);
        if !hidden {
            self.fragment.html.push('>');
            self.headings.has_first_level |= level == 1;
        }
        self.headings.wish = wish.map(String::from);
        self.headings.text = Some(String::new());
    }

    pub(super) fn end_heading(&mut self) {
        let mut text = self.headings.text.take().unwrap_or_default();
        text.truncate(text.trim_ascii_end().len());
        let wish = self.headings.wish.take();
        let (level, start, placeholders) = match self.open.last() {
            Some(&Element {
                kind: Kind::Heading(level),
                hidden: false,
                start,
                placeholders,
                ..
            }) if !self.commonmark_mode => (level, start, placeholders),
            _ => return self.close_top(),
        };
        let ids = &mut self.headings.ids;
        let id = match &wish {
            Some(wish) => ids.claim_as_written(wish),
            None => ids.claim(&text),
        };
        self.fragment
            .insert(start, &[" id=\"", &id, "\""].concat(), placeholders);
        let html = &mut self.fragment.html;
        html.push_str(" <a class=\"heading-anchor\" href=\"#");
        escape::url(html, &id);
        html.push_str("\" aria-hidden=\"true\" tabindex=\"-1\">#</a>");
        self.close_top();
        if !text.is_empty() && self.open.iter().all(|element| element.raw().is_some()) {
            self.headings.shown.push(FlatHeading { level, id, text });
        }
    }
}

impl HtmlOutput<'_> {
    /// The page's title is its only `h1`: a text that has one of its own moves down by one level.
    pub(super) fn shown_level(&self, level: u8) -> u8 {
        match self.headings.has_first_level && !self.commonmark_mode {
            true => (level + 1).min(6),
            false => level,
        }
    }

    pub(super) fn shift_outline(&mut self) {
        let mut shown = std::mem::take(&mut self.headings.shown);
        for heading in &mut shown {
            heading.level = self.shown_level(heading.level);
        }
        self.headings.shown = shown;
    }

    /// Writes the target of a link within the page: the id it means, if there is one.
    pub(super) fn write_target(&mut self, out: &mut String, fragment: &str, offset: usize) {
        out.push('#');
        match self.headings.ids.find(fragment) {
            Some(id) => escape::url(out, &id),
            None => {
                let what = ["nothing on this page is named #", fragment];
                self.report.warn(offset, &what, &["link to a heading's id"]);
                escape::url(out, fragment);
            }
        }
    }
}
