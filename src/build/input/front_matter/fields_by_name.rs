//! Looking things up in a head: under several names, as the type that is wanted, with a word about what is not.

use super::value::Value;
use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::input::date_formats;
use crate::content::moment::Moment;
use jiff::tz::TimeZone;

/// A head being read.
pub struct Head<'a> {
    pub path: &'a str,
    pub head: &'a Value,
    /// Of times that name none.
    pub zone: TimeZone,
    /// Whether what is unknown is an error, as in a blog of ours.
    pub is_strict: bool,
    pub problems: &'a mut Problems,
}

/// A text and where it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    pub text: String,
    pub position: Position,
}

/// Tables that Hugo and Zola put such facts into, too.
const TABLES: [&str; 3] = ["params", "extra", "taxonomies"];

impl<'a> Head<'a> {
    /// For looking something up about which nobody has to be told.
    pub fn silent(head: &'a Value, problems: &'a mut Problems) -> Self {
        Self {
            path: "",
            head,
            zone: TimeZone::UTC,
            is_strict: false,
            problems,
        }
    }

    pub fn text(&mut self, keys: &[&str]) -> String {
        self.located(keys)
            .map_or_else(String::new, |located| located.text)
    }

    pub fn located(&mut self, keys: &[&str]) -> Option<Located> {
        let value = self.find(keys)?;
        self.or_error(located(value), value, "a text")
    }

    pub fn date(&mut self, keys: &[&str]) -> Option<Moment> {
        let value = self.located(keys)?;
        let date = date_formats::read(&value.text, &self.zone);
        if date.is_none() {
            let what = ["the date `", &value.text, "` cannot be read"].concat();
            self.error(value.position, &what, "write it as `2026-04-01`");
        }
        date
    }

    pub fn truth(&self, keys: &[&str]) -> Option<bool> {
        self.find(keys)?.truth()
    }

    pub fn number(&mut self, keys: &[&str]) -> Option<u32> {
        let value = self.find(keys)?;
        let number = |text: &str| text.strip_suffix(".0").unwrap_or(text).parse().ok();
        self.or_error(value.text().and_then(number), value, "a whole number")
    }

    /// The value of the first key that has one, in the head itself or in the tables of other systems.
    pub fn find(&self, keys: &[&str]) -> Option<&'a Value> {
        let head = self.head;
        let tables = std::iter::once(head).chain(TABLES.iter().filter_map(|table| head.get(table)));
        tables
            .into_iter()
            .find_map(|table| keys.iter().find_map(|key| table.get(key)))
    }

    /// The same of names. `author: false` takes out what a blog has for all articles.
    pub fn found_names(&self, keys: &[&str]) -> Option<&'a Value> {
        self.find(keys)
            .filter(|value| value.text() != Some("false"))
    }

    pub fn or_error<T>(&mut self, read: Option<T>, value: &Value, wanted: &str) -> Option<T> {
        if read.is_none() {
            self.error(
                value.position,
                &["this value is not ", wanted].concat(),
                &["write ", wanted].concat(),
            );
        }
        read
    }

    pub fn error(&mut self, position: Position, what: &str, remedy: &str) {
        self.problems.error(self.path, position, what, remedy);
    }
}

/// A text with its position; nothing for a value that is no text.
pub fn located(value: &Value) -> Option<Located> {
    value.text().map(|text| Located {
        text: text.into(),
        position: value.position,
    })
}
