//! Who makes a file of the site, so that two files of one path can both be named.

use std::fmt;
use std::path::{MAIN_SEPARATOR, Path};
use std::sync::Arc;

/// A part of the site, or a file of the publisher's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Maker {
    /// As a sentence names it: "the sitemap".
    Part(Arc<str>),
    /// As the publisher would type it.
    File(Arc<str>),
}

impl Maker {
    pub fn part(name: impl Into<Arc<str>>) -> Self {
        Self::Part(name.into())
    }

    /// "the tag `C!`".
    pub fn named(kind: &str, name: &str) -> Self {
        Self::Part(format!("the {kind} `{name}`").into())
    }

    pub fn file(path: &Path) -> Self {
        Self::File(path.to_string_lossy().replace(MAIN_SEPARATOR, "/").into())
    }
}

impl fmt::Display for Maker {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Part(name) => formatter.write_str(name),
            Self::File(path) => write!(formatter, "`{path}`"),
        }
    }
}
