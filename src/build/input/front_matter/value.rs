//! Front matter as a tree with places, the same for YAML, TOML and JSON.

use crate::build::diagnostics::problem::Position;

/// One value and where it stands in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    pub position: Position,
    pub kind: Kind,
}

/// Scalars keep their spelling: `2026-04-01`, `true` and `3` are texts, and whoever wants a date, a truth value or a
/// number reads it. So a title may be `2048`, unquoted.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    Nothing,
    Text(String),
    List(Vec<Value>),
    Table(Vec<(String, Value)>),
}

/// Why a text is not YAML, TOML or JSON.
#[derive(Debug)]
pub struct SyntaxError {
    pub position: Position,
    pub message: String,
}

impl Value {
    /// A head that there is not.
    pub const NOTHING: Self = Self {
        position: Position::START,
        kind: Kind::Nothing,
    };

    /// The value under a key; nothing for a missing key and for an empty value.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Kind::Table(entries) = &self.kind else {
            return None;
        };
        let (_, value) = entries.iter().find(|(name, _)| name == key)?;
        (value.kind != Kind::Nothing).then_some(value)
    }

    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text.trim()),
            _ => None,
        }
    }

    /// The elements of a list; a single value is a list of one.
    pub fn elements(&self) -> &[Self] {
        match &self.kind {
            Kind::List(elements) => elements,
            Kind::Nothing => &[],
            _ => std::slice::from_ref(self),
        }
    }

    pub fn entries(&self) -> &[(String, Self)] {
        match &self.kind {
            Kind::Table(entries) => entries,
            _ => &[],
        }
    }

    /// Moves the tree into a file that has this many lines before it.
    pub fn move_below(&mut self, lines: usize) {
        self.position = self.position.below(lines);
        match &mut self.kind {
            Kind::List(elements) => elements
                .iter_mut()
                .for_each(|value| value.move_below(lines)),
            Kind::Table(entries) => entries
                .iter_mut()
                .for_each(|(_, value)| value.move_below(lines)),
            _ => {}
        }
    }
}
