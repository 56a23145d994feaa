//! What may be read of the publisher's disk: files of the content and public folders, wherever in them links lead. A link
//! that leads out would publish what nobody meant to, and a pipe in the place of a file would never end.

use crate::build::options::BuildOptions;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The content and public folders, where they really lie.
#[derive(Clone, Debug)]
pub struct PublisherFolders(Vec<PathBuf>);

/// Why a path is not read.
#[derive(Debug)]
pub enum Refusal {
    /// A link, or a path with `..`, leads out of the folders.
    Outside,
    /// A pipe, a socket or a device.
    NoFile,
    /// A text of more bytes than anybody writes.
    TooLarge,
    Unreadable(io::Error),
}

impl PublisherFolders {
    pub fn of(options: &BuildOptions) -> Self {
        let folders = [&options.content, &options.public].into_iter();
        Self(
            folders
                .filter_map(|folder| fs::canonicalize(folder).ok())
                .collect(),
        )
    }

    /// Whether one of the folders has a file at this path.
    pub fn has(&self, path: &str) -> bool {
        let mut folders = self.0.iter();
        folders.any(|folder| self.file(&folder.join(path)).is_ok())
    }

    /// Where a file really lies.
    pub fn file(&self, path: &Path) -> Result<PathBuf, Refusal> {
        let real = self.resolve(path)?;
        match fs::metadata(&real).map_err(Refusal::Unreadable)?.is_file() {
            true => Ok(real),
            false => Err(Refusal::NoFile),
        }
    }

    /// Where a file or folder really lies.
    pub fn resolve(&self, path: &Path) -> Result<PathBuf, Refusal> {
        let real = fs::canonicalize(path).map_err(Refusal::Unreadable)?;
        match self.0.iter().any(|folder| real.starts_with(folder)) {
            true => Ok(real),
            false => Err(Refusal::Outside),
        }
    }
}

impl Refusal {
    /// Said of the path that is refused: `… leads out`.
    pub fn what(&self) -> String {
        match self {
            Self::Outside => "leads out of the content and public folders".into(),
            Self::NoFile => "is neither a file nor a folder".into(),
            Self::TooLarge => "is larger than 64 MB".into(),
            Self::Unreadable(error) => ["cannot be read: ", &error.kind().to_string()].concat(),
        }
    }

    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Outside => "copy into one of them what it leads to",
            Self::NoFile => "take it out",
            Self::TooLarge => "divide it",
            Self::Unreadable(_) => "check that it is there and may be read",
        }
    }
}
