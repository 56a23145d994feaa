//! One article of the library.

use crate::build::input::source::Source;
use crate::content::article::{Link, SeriesPart, Term};

/// An article as it was written, and what it is connected with.
pub struct Entry {
    pub source: Source,
    /// Ids of the authors of the library.
    pub authors: Vec<String>,
    pub tags: Vec<Term>,
    pub series: Option<SeriesPart>,
    pub previous: Option<Link>,
    pub next: Option<Link>,
}
