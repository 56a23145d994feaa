//! Collects what the writer should know, with its position, and not without end.

use crate::markdown::Warning;
use crate::markdown::source_text::Position;

/// More than anybody reads; a hostile text must not fill the memory with remarks.
const MAX_WARNINGS: usize = 100;

/// Characters of a piece of a message: it may quote the text.
const MAX_PIECE: usize = 300;

#[derive(Default)]
pub(super) struct Warnings(Vec<Found>);

struct Found {
    offset: usize,
    what: String,
    remedy: String,
}

impl Warnings {
    pub(super) fn add(&mut self, offset: usize, what: &[&str], remedy: &[&str]) {
        if self.0.len() < MAX_WARNINGS {
            let (what, remedy) = (on_one_line(what), on_one_line(remedy));
            self.0.push(Found {
                offset,
                what,
                remedy,
            });
        }
    }

    pub(super) fn add_once(&mut self, offset: usize, what: &[&str], remedy: &[&str]) {
        if self.0.len() == MAX_WARNINGS {
            return;
        }
        let message = on_one_line(what);
        if !self.0.iter().any(|found| found.what == message) {
            self.add(offset, what, remedy);
        }
    }

    pub(super) fn finish(mut self, text: &str) -> Vec<Warning> {
        self.0.sort_by_key(|found| found.offset);
        let mut position = Position::new(text);
        let located = |Found {
                           offset,
                           what,
                           remedy,
                       }| {
            position.move_to(offset);
            Warning {
                line: position.line,
                column: position.column,
                what,
                remedy,
            }
        };
        self.0.into_iter().map(located).collect()
    }
}

fn on_one_line(pieces: &[&str]) -> String {
    let characters = pieces
        .iter()
        .flat_map(|piece| piece.chars().take(MAX_PIECE));
    let plain = |character: char| match character.is_control() {
        true => ' ',
        false => character,
    };
    characters.map(plain).collect()
}
