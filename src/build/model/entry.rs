//! One article or page of the library.

use crate::build::input::source::Source;
use crate::content::article::{Link, SeriesPart, Term};

/// A text as it was written, and what it is connected with.
pub struct Entry {
    pub source: Source,
    /// Ids of the authors of the library.
    pub authors: Vec<String>,
    pub tags: Vec<Term>,
    pub series: Option<SeriesPart>,
    pub previous: Option<Link>,
    pub next: Option<Link>,
}

impl Entry {
    /// A page, which is connected with nothing.
    pub fn alone(source: Source) -> Self {
        Self {
            source,
            authors: Vec::new(),
            tags: Vec::new(),
            series: None,
            previous: None,
            next: None,
        }
    }
}
