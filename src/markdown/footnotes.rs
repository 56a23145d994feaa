//! Footnotes: numbered by their first reference, listed after the text, with a way back from each.

use super::elements::{Content, Kind};
use super::escape;
use super::fragment::{Fragment, HoleKind};
use super::label::Label;
use super::renderer::Renderer;
use std::collections::HashMap;

/// What a reference and the link back to it take in the page, about.
const REFERENCE_LENGTH: usize = 240;

#[derive(Default)]
pub(super) struct Notes {
    /// By label, in small ASCII letters.
    labels: HashMap<String, u32>,
    pub(super) notes: Vec<Note>,
    /// What was being written when a footnote began, and which one began.
    outer: Vec<(Fragment, usize)>,
}

#[derive(Default)]
pub(super) struct Note {
    label: String,
    offset: usize,
    text: Option<Fragment>,
    /// 0: nothing refers to it.
    pub(super) number: u32,
    /// How many references a reader can come back to.
    pub(super) references: u32,
}

impl Renderer<'_> {
    pub(super) fn footnote_reference(&mut self, label: &str) {
        self.begin_inline();
        let note = self.note(label);
        self.owed += REFERENCE_LENGTH;
        self.page.leave(HoleKind::Footnote {
            note,
            linked: self.links == 0,
        });
    }

    pub(super) fn start_footnote(&mut self, label: &str) {
        self.note_gap();
        let note = self.note(label);
        self.notes
            .outer
            .push((std::mem::take(&mut self.page), note));
        self.push("", Kind::Footnote, Content::Flow);
    }

    pub(super) fn end_footnote(&mut self) {
        let Some((outer, index)) = self.notes.outer.pop() else {
            return;
        };
        let text = std::mem::replace(&mut self.page, outer);
        self.owed += text.html.len();
        let Some(note) = self.notes.notes.get_mut(index) else {
            return;
        };
        if note.text.is_some() {
            let what = ["the footnote [^", &note.label, "] is defined before"];
            let remedy = ["give this one another name"];
            return self.report.warn(self.offset, &what, &remedy);
        }
        (note.text, note.offset) = (Some(text), self.offset);
    }

    fn note(&mut self, label: &str) -> usize {
        let key = label.to_ascii_lowercase();
        if let Some(known) = self.notes.labels.get(&key) {
            return *known as usize;
        }
        let index = self.notes.notes.len();
        self.notes.labels.insert(key, index as u32);
        self.notes.notes.push(Note {
            label: label.into(),
            ..Note::default()
        });
        index
    }

    /// Puts the page together: the body with its holes filled, then the footnotes it refers to.
    pub(super) fn assemble(&mut self) -> String {
        let body = std::mem::take(&mut self.page);
        let mut out = String::with_capacity(body.html.len() + self.owed);
        let mut order = Vec::new();
        self.shift_outline();
        body.pour(&mut out, |out, hole| self.fill(out, hole, &mut order));
        let mut texts = Vec::new();
        while let Some(&index) = order.get(texts.len()) {
            let text = self
                .notes
                .notes
                .get_mut(index)
                .and_then(|note| note.text.take());
            let mut html = String::new();
            text.unwrap_or_default()
                .pour(&mut html, |out, hole| self.fill(out, hole, &mut order));
            texts.push(html);
        }
        self.write_list(&mut out, &order, &texts);
        self.warn_of_unused();
        out
    }

    fn fill(&mut self, out: &mut String, hole: &HoleKind, order: &mut Vec<usize>) {
        match hole {
            HoleKind::Level(level) => escape::number(out, self.shown_level(*level).into()),
            HoleKind::Target(fragment, offset) => self.fill_target(out, fragment, *offset),
            HoleKind::Footnote { note, linked } => self.fill_reference(out, *note, *linked, order),
        }
    }

    fn fill_reference(
        &mut self,
        out: &mut String,
        index: usize,
        linked: bool,
        order: &mut Vec<usize>,
    ) {
        let Some(note) = self.notes.notes.get_mut(index) else {
            return;
        };
        if note.number == 0 && note.text.is_none() {
            out.push_str("[^");
            escape::text(out, &note.label);
            return out.push(']');
        }
        if note.number == 0 {
            order.push(index);
            note.number = order.len() as u32;
        }
        out.push_str("<sup class=\"footnote-ref\">");
        if linked {
            note.references += 1;
            out.push_str("<a href=\"#fn:");
            escape::number(out, note.number);
            out.push_str("\" id=\"");
            write_reference_id(out, note.number, note.references);
            out.push_str("\" role=\"doc-noteref\">");
        }
        escape::number(out, note.number);
        out.push_str(if linked { "</a></sup>" } else { "</sup>" });
    }

    fn write_list(&self, out: &mut String, order: &[usize], texts: &[String]) {
        if order.is_empty() {
            return;
        }
        out.push_str("<section class=\"footnotes\" role=\"doc-endnotes\"");
        escape::named(out, "aria-label", self.label(Label::Footnotes));
        out.push_str(">\n<ol>\n");
        for (index, text) in order.iter().zip(texts) {
            let Some(note) = self.notes.notes.get(*index) else {
                continue;
            };
            out.push_str("<li id=\"fn:");
            escape::number(out, note.number);
            out.push_str("\">\n");
            match text.strip_suffix("</p>\n") {
                Some(open_paragraph) => out.push_str(open_paragraph),
                None => {
                    out.push_str(text);
                    out.push_str("<p>");
                }
            }
            for reference in 1..=note.references {
                out.push_str(if out.ends_with("<p>") { "" } else { " " });
                write_way_back(
                    out,
                    self.label(Label::BackToReference),
                    note.number,
                    reference,
                );
            }
            out.push_str("</p>\n</li>\n");
        }
        out.push_str("</ol>\n</section>\n");
    }

    fn warn_of_unused(&mut self) {
        for note in &self.notes.notes {
            if note.number == 0 && note.text.is_some() {
                let what = [
                    "nothing refers to the footnote [^",
                    &note.label,
                    "], so it is left out",
                ];
                let remedy = ["refer to it or remove it"];
                self.report.warn(note.offset, &what, &remedy);
            }
        }
    }
}

fn write_reference_id(out: &mut String, number: u32, reference: u32) {
    out.push_str("fnref:");
    escape::number(out, number);
    if reference > 1 {
        out.push(':');
        escape::number(out, reference);
    }
}

fn write_way_back(out: &mut String, label: &str, number: u32, reference: u32) {
    out.push_str("<a class=\"footnote-back\" href=\"#");
    write_reference_id(out, number, reference);
    out.push_str("\" role=\"doc-backlink\"");
    let mut name = [label, " "].concat();
    escape::number(&mut name, number);
    if reference > 1 {
        name.push('-');
        escape::number(&mut name, reference);
    }
    escape::named(out, "aria-label", &name);
    out.push_str(">↩\u{FE0E}</a>");
}
