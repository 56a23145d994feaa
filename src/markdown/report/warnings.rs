//! Collects what the writer should know, with its place, and not without end.

use crate::markdown::Warning;
use crate::markdown::source::Place;

/// More than anybody reads; a hostile text must not fill the memory with remarks.
const MOST: usize = 100;

/// Characters of a piece of a message, at most: it may quote the text.
const LONGEST: usize = 300;

#[derive(Default)]
pub(super) struct Warnings {
    found: Vec<(usize, String)>,
}

impl Warnings {
    pub(super) fn add(&mut self, offset: usize, message: &[&str]) {
        if self.found.len() < MOST {
            let characters = message.iter().flat_map(|piece| piece.chars().take(LONGEST));
            let on_one_line = characters.map(|character| {
                if character.is_control() {
                    ' '
                } else {
                    character
                }
            });
            self.found.push((offset, on_one_line.collect()));
        }
    }

    pub(super) fn add_once(&mut self, offset: usize, message: &[&str]) {
        if self.found.len() == MOST {
            return;
        }
        let message = message.concat();
        if !self.found.iter().any(|(_, known)| *known == message) {
            self.add(offset, &[&message]);
        }
    }

    pub(super) fn finish(mut self, text: &str) -> Vec<Warning> {
        self.found.sort_by_key(|&(offset, _)| offset);
        let mut place = Place::new(text);
        let located = |(offset, message)| {
            place.move_to(offset);
            Warning {
                line: place.line,
                column: place.column,
                message,
            }
        };
        self.found.into_iter().map(located).collect()
    }
}
