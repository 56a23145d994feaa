//! An article as it was written, and why a file is none that is on the site.

use super::foreign::templates::{Origin, Origins};
use super::front_matter::FrontMatter;
use crate::build::diagnostics::problem::Position;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Files of Markdown that are not on the site, and why, by their paths.
pub type SkippedFiles = BTreeMap<String, SkipReason>;

/// Why a file of Markdown is not on the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SkipReason {
    Draft,
    /// Its day is still to come.
    Later,
    Expired,
    /// It is not an article.
    Page,
    /// Its head cannot be read, so that nobody knows whether it is to be published.
    Unreadable,
}

/// One article as it was written.
pub struct Source {
    /// For messages: the content folder as it was given, then `file`.
    pub path: String,
    /// Below the content folder, with slashes: `articles/some-slug/index.md`.
    pub file: String,
    pub slug: String,
    /// Whether its head could be read. If not, the facts are those of its file's name.
    pub is_known: bool,
    pub front_matter: FrontMatter,
    /// Markdown alone: without templates of other systems.
    pub body: Arc<str>,
    /// Where the body comes from, if it is another than in the file.
    pub origin: Option<Origin>,
    /// Lines of the file before the body's first.
    pub body_line: usize,
    /// Where it was under the system that the blog was written for: paths below the site's root.
    pub addresses: Vec<String>,
    /// Why it would not be on the site, had it not been asked for.
    pub unpublished: Option<SkipReason>,
}

/// Places in the file of an article, by those in its body.
pub struct BodyPositions<'a> {
    origins: Option<Origins<'a>>,
    body_line: usize,
}

impl Source {
    pub fn positions(&self) -> BodyPositions<'_> {
        let origin = self.origin.as_ref();
        BodyPositions {
            origins: origin.map(|origin| origin.positions(&self.body)),
            body_line: self.body_line,
        }
    }
}

impl BodyPositions<'_> {
    /// The place in the file of a line and a column of the body.
    pub fn position(&mut self, line: u32, column: u32) -> Position {
        let position = Position {
            line: line as usize,
            column: column as usize,
        };
        let origins = self.origins.as_mut();
        let position = origins.map_or(position, |origins| origins.position(position));
        position.below(self.body_line)
    }
}
