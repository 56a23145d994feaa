//! The whole site as one value, path → contents: `collect` puts it together, `write` puts it on the disk, into
//! a `site_folder` that only one build writes at a time.

mod collect;
mod lock;
mod maker;
mod site_folder;
mod write;

pub use collect::{Claim, OutputFiles};
pub use maker::Maker;

use collect::Collected;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};

/// Files by their path below `dist/`, with slashes.
#[derive(Debug, Default)]
pub struct Outputs(BTreeMap<String, Collected>);

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contents {
    Bytes(Vec<u8>),
    /// A text that is in memory anyway.
    Text(Arc<str>),
    /// The same as a file of the publisher's, which may be too large to hold in memory.
    CopyOf(PathBuf),
    /// A page, and the style sheets that belong into it at this byte: each one in memory for thousands of pages.
    Page {
        html: String,
        style_sheets: Vec<Arc<str>>,
        style_at: usize,
    },
}

/// Each sheet has an element of its own, because the policy knows them one by one.
const BETWEEN_SHEETS: &str = "</style><style>";

impl Outputs {
    pub fn get(&self, path: &str) -> Option<&Contents> {
        self.0.get(path).map(|file| &file.contents)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &Contents)> {
        self.0
            .iter()
            .map(|(path, file)| (path.as_str(), &file.contents))
    }

    pub fn paths(&self) -> impl Iterator<Item = &str> + Clone {
        self.0.keys().map(String::as_str)
    }

    /// Puts something else into a file that there is.
    pub fn set_contents(&mut self, path: &str, contents: Contents) {
        if let Some(file) = self.0.get_mut(path) {
            file.contents = contents;
        }
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Contents {
    pub fn read(&self) -> io::Result<Vec<u8>> {
        match self {
            Self::Bytes(bytes) => Ok(bytes.clone()),
            Self::Text(text) => Ok(text.as_bytes().into()),
            Self::CopyOf(original) => fs::read(original),
            Self::Page {
                html,
                style_sheets,
                style_at,
            } => {
                let (before, after) = html.split_at(*style_at);
                let style = style_sheets.join(BETWEEN_SHEETS);
                Ok([before, &style, after].concat().into_bytes())
            }
        }
    }

    /// In bytes.
    pub fn length(&self) -> io::Result<u64> {
        match self {
            Self::Bytes(bytes) => Ok(bytes.len() as u64),
            Self::Text(text) => Ok(text.len() as u64),
            Self::CopyOf(original) => fs::metadata(original).map(|facts| facts.len()),
            Self::Page {
                html, style_sheets, ..
            } => {
                let sheets: usize = style_sheets.iter().map(|sheet| sheet.len()).sum();
                let between = BETWEEN_SHEETS.len() * style_sheets.len().saturating_sub(1);
                Ok((html.len() + sheets + between) as u64)
            }
        }
    }

    /// Whether a file has the same length.
    fn is_as_long_as(&self, file: &Path) -> bool {
        let same = fs::metadata(file).and_then(|facts| Ok(facts.len() == self.length()?));
        same.unwrap_or(false)
    }

    /// Whether a file holds just this.
    fn is_in(&self, file: &Path) -> bool {
        // What must be read is compared last, being the slowest.
        self.is_as_long_as(file)
            && matches!((fs::read(file), self.read()), (Ok(old), Ok(new)) if old == new)
    }

    fn write(&self, file: &Path) -> io::Result<()> {
        match self {
            Self::Bytes(bytes) => fs::write(file, bytes),
            Self::Text(text) => fs::write(file, text.as_bytes()),
            Self::CopyOf(original) => fs::copy(original, file).map(drop),
            Self::Page { .. } => fs::write(file, self.read()?),
        }
    }
}

impl From<String> for Contents {
    fn from(text: String) -> Self {
        Self::Bytes(text.into_bytes())
    }
}

impl From<Vec<u8>> for Contents {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}
