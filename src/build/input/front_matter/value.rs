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

/// A text as a tree, and what stands in it twice.
#[derive(Debug)]
pub struct Parsed {
    pub value: Value,
    /// Keys that their table had already, and where they stand.
    pub repeated: Vec<(String, Position)>,
}

impl Default for Parsed {
    fn default() -> Self {
        Value::NOTHING.into()
    }
}

impl From<Value> for Parsed {
    fn from(value: Value) -> Self {
        let repeated = Vec::new();
        Self { value, repeated }
    }
}

impl Parsed {
    /// Adds a value to a table. Of two under one key the last counts.
    pub fn put(
        &mut self,
        entries: &mut Vec<(String, Value)>,
        key: String,
        at: Position,
        value: Value,
    ) {
        match entries.iter_mut().find(|(known, _)| *known == key) {
            Some((_, known)) => {
                *known = value;
                self.repeated.push((key, at));
            }
            None => entries.push((key, value)),
        }
    }
}

impl Value {
    /// A head that there is not.
    pub const NOTHING: Self = Self {
        position: Position::START,
        kind: Kind::Nothing,
    };

    /// The value under a key, however its words are joined and whatever their case: `publishDate` is `PublishDate`,
    /// `publish_date` and `publish-date`, too. Nothing for a missing key and for an empty value.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.entry(key).filter(|value| !value.is_empty())
    }

    /// The same, be it empty.
    pub fn entry(&self, key: &str) -> Option<&Self> {
        let entries = self.entries();
        let exact = entries.iter().find(|(name, _)| name == key);
        let (_, value) =
            exact.or_else(|| entries.iter().find(|(name, _)| is_same_key(name, key)))?;
        Some(value)
    }

    /// Whether nothing stands there that anybody could read.
    pub fn is_empty(&self) -> bool {
        match &self.kind {
            Kind::Nothing => true,
            Kind::Text(text) => text.trim().is_empty(),
            Kind::List(elements) => elements.iter().all(Self::is_empty),
            Kind::Table(entries) => entries.iter().all(|(_, value)| value.is_empty()),
        }
    }

    /// Whether it says yes, or no; neither for all else. YAML, TOML, JSON and their readers spell that in many ways.
    pub fn truth(&self) -> Option<bool> {
        match self.text()?.to_ascii_lowercase().as_str() {
            "true" | "yes" | "on" | "y" | "t" | "1" => Some(true),
            "false" | "no" | "off" | "n" | "f" | "0" => Some(false),
            _ => None,
        }
    }

    /// Adds the entries of another table that this one does not have.
    pub fn complete_with(&mut self, other: &Self) {
        let missing = other
            .entries()
            .iter()
            .filter(|(key, _)| self.get(key).is_none());
        let missing: Vec<_> = missing.cloned().collect();
        match &mut self.kind {
            Kind::Table(entries) => entries.extend(missing),
            _ => self.kind = Kind::Table(missing),
        }
    }

    /// How many values there are in it, with itself.
    pub fn count(&self) -> usize {
        let inner = match &self.kind {
            Kind::List(elements) => elements.iter().map(Self::count).sum(),
            Kind::Table(entries) => entries.iter().map(|(_, value)| value.count()).sum(),
            _ => 0,
        };
        1 + inner
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

fn is_same_key(one: &str, other: &str) -> bool {
    let letters = |key: &'_ str| {
        let bytes = key.bytes().filter(|byte| !matches!(byte, b'_' | b'-'));
        bytes
            .map(|byte| byte.to_ascii_lowercase())
            .collect::<Vec<_>>()
    };
    one.len().abs_diff(other.len()) <= 3 && letters(one) == letters(other)
}
