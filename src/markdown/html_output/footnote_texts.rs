//! The footnotes so far: which there are, and their texts, each written apart from the body.

use super::{Content, HtmlOutput, Kind, fragment::Fragment};
use std::collections::HashMap;

#[derive(Default)]
pub(in crate::markdown) struct Notes {
    /// By label, in small ASCII letters.
    labels: HashMap<String, u32>,
    pub(in crate::markdown) notes: Vec<Note>,
    /// What was being written when a footnote began, and which one began.
    outer: Vec<(Fragment, usize)>,
}

#[derive(Default)]
pub(in crate::markdown) struct Note {
    pub(in crate::markdown) label: String,
    pub(in crate::markdown) offset: usize,
    pub(in crate::markdown) text: Option<Fragment>,
    /// 0: nothing refers to it.
    pub(in crate::markdown) number: u32,
    /// How many references a reader can come back to.
    pub(in crate::markdown) references: u32,
}

impl HtmlOutput<'_> {
    /// What is written from here on is the text of this footnote, until its element ends.
    pub(in crate::markdown) fn start_note(&mut self, label: &str) {
        let note = self.note(label);
        let outer = std::mem::take(&mut self.fragment);
        self.notes.outer.push((outer, note));
        self.push("", Kind::Footnote, Content::Flow);
    }

    pub(super) fn end_note(&mut self) {
        let Some((outer, index)) = self.notes.outer.pop() else {
            return;
        };
        let text = std::mem::replace(&mut self.fragment, outer);
        self.reserved_bytes += text.html.len();
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

    /// The index of the footnote of that label.
    pub(in crate::markdown) fn note(&mut self, label: &str) -> usize {
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
}
