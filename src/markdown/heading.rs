//! Headings: an id of their own, a link to themselves, a line in the outline.

use super::elements::{Content, Element, Kind};
use super::escape;
use super::fragment::HoleKind;
use super::ids::Ids;
use super::label::Label;
use super::outline::FlatHeading;
use super::renderer::Renderer;

#[derive(Default)]
pub(super) struct Headings {
    pub(super) ids: Ids,
    /// What goes into the outline, in the order of the text.
    pub(super) shown: Vec<FlatHeading>,
    /// Whether the text has a heading of the level that belongs to the page's title.
    pub(super) has_first_level: bool,
    /// The id its author gave the heading that is open.
    wish: Option<String>,
    /// The text of the heading that is open.
    text: Option<String>,
}

impl Renderer<'_> {
    pub(super) fn start_heading(&mut self, level: u8, wish: Option<&str>) {
        self.begin_block();
        let hidden = self.is_too_deep(1);
        if !hidden {
            self.page.html.push_str("<h");
            self.page.leave(HoleKind::Level(level));
        }
        self.note_open(Kind::Heading(level), Content::Line, hidden);
        if !hidden {
            self.page.html.push('>');
            self.headings.has_first_level |= level == 1;
        }
        self.headings.wish = wish.map(String::from);
        self.headings.text = Some(String::new());
    }

    pub(super) fn end_heading(&mut self) {
        let mut text = self.headings.text.take().unwrap_or_default();
        text.truncate(text.trim_ascii_end().len());
        let wish = self.headings.wish.take();
        let (level, start, holes) = match self.open.last() {
            Some(&Element {
                kind: Kind::Heading(level),
                hidden: false,
                start,
                holes,
                ..
            }) if !self.as_specified => (level, start, holes),
            _ => return self.close_top(),
        };
        let id = self.headings.ids.claim(wish.as_deref().unwrap_or(&text));
        self.page
            .insert(start, &[" id=\"", &id, "\""].concat(), holes);
        let name = self.label(Label::LinkToSection);
        let html = &mut self.page.html;
        html.push_str(" <a class=\"heading-anchor\" href=\"#");
        escape::url(html, &id);
        html.push('"');
        escape::named(html, "aria-label", name);
        html.push_str(">#</a>");
        self.close_top();
        if !text.is_empty() && self.open.iter().all(|element| element.raw().is_some()) {
            self.headings.shown.push(FlatHeading { level, id, text });
        }
    }
}

impl Renderer<'_> {
    /// Takes note of text without its markup.
    pub(super) fn note_text(&mut self, text: &str) {
        if let Some(heading) = &mut self.headings.text {
            heading.push_str(text);
        }
        self.report.text(text);
    }

    /// Takes note of white space between two pieces of text.
    pub(super) fn note_gap(&mut self) {
        if let Some(heading) = &mut self.headings.text {
            heading.push(' ');
        }
        self.report.gap();
    }

    /// The page's title is its only `h1`: a text that has one of its own moves down by one level.
    pub(super) fn shown_level(&self, level: u8) -> u8 {
        match self.headings.has_first_level && !self.as_specified {
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
    pub(super) fn fill_target(&mut self, out: &mut String, fragment: &str, offset: usize) {
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
