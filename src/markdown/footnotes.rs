//! Footnotes: numbered by their first reference, listed after the text, with a way back from each.

use super::escape;
use super::html_output::{HtmlOutput, Label, Placeholder};

/// What a reference and the link back to it take in the page, about.
const REFERENCE_LENGTH: usize = 240;

impl HtmlOutput<'_> {
    pub(super) fn footnote_reference(&mut self, label: &str) {
        self.begin_inline();
        let note = self.note(label);
        self.reserved_bytes += REFERENCE_LENGTH;
        self.fragment.reserve(Placeholder::Footnote {
            note,
            linked: self.links == 0,
        });
    }

    pub(super) fn start_footnote(&mut self, label: &str) {
        self.note_gap();
        self.start_note(label);
    }

    /// Puts the page together: the body with its placeholders filled, then the footnotes it refers to.
    pub(super) fn assemble(&mut self) -> String {
        let body = std::mem::take(&mut self.fragment);
        let mut out = String::with_capacity(body.html.len() + self.reserved_bytes);
        let mut order = Vec::new();
        self.shift_outline();
        body.fill(&mut out, |out, placeholder| {
            self.write_placeholder(out, placeholder, &mut order);
        });
        let mut texts = Vec::new();
        while let Some(&index) = order.get(texts.len()) {
            let text = self
                .notes
                .notes
                .get_mut(index)
                .and_then(|note| note.text.take());
            let mut html = String::new();
            text.unwrap_or_default()
                .fill(&mut html, |out, placeholder| {
                    self.write_placeholder(out, placeholder, &mut order);
                });
            texts.push(html);
        }
        self.write_list(&mut out, &order, &texts);
        self.warn_of_unused();
        out
    }

    fn write_placeholder(
        &mut self,
        out: &mut String,
        placeholder: &Placeholder,
        order: &mut Vec<usize>,
    ) {
        match placeholder {
            Placeholder::Level(level) => escape::number(out, self.shown_level(*level).into()),
            Placeholder::Target(fragment, offset) => self.write_target(out, fragment, *offset),
            Placeholder::Footnote { note, linked } => {
                self.write_reference(out, *note, *linked, order);
            }
        }
    }

    fn write_reference(
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
