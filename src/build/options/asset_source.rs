//! Where the app and the style sheets come from: out of this very program, or out of a folder.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Paths and contents of all that `cargo xtask dist` has put in; see `build.rs`.
const EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// Files that Recto brings.
#[derive(Clone, Debug)]
pub enum AssetSource {
    /// In this program, below a folder of that name.
    Embedded(&'static str),
    Folder(PathBuf),
}

impl AssetSource {
    /// The folder if one is named; else what this program holds, if it holds any; else the folder where developers have
    /// them.
    pub fn new(named: Option<PathBuf>, embedded: &'static str, default: &str) -> Self {
        match named {
            Some(folder) => Self::Folder(folder),
            None if !EMBEDDED.is_empty() => Self::Embedded(embedded),
            None => Self::Folder(default.into()),
        }
    }

    pub fn read(&self, file: &str) -> io::Result<Cow<'static, [u8]>> {
        match self {
            Self::Embedded(folder) => embedded(&[folder, "/", file].concat())
                .map(Cow::Borrowed)
                .ok_or_else(|| io::ErrorKind::NotFound.into()),
            Self::Folder(folder) => fs::read(folder.join(file)).map(Cow::Owned),
        }
    }

    /// How a file is called in messages.
    pub fn path(&self, file: &str) -> PathBuf {
        match self {
            Self::Embedded(folder) => Path::new(folder).join(file),
            Self::Folder(folder) => folder.join(file),
        }
    }

    /// What can change while we run.
    pub fn folder(&self) -> Option<&PathBuf> {
        match self {
            Self::Embedded(_) => None,
            Self::Folder(folder) => Some(folder),
        }
    }
}

/// A file of this program, by its path in it.
pub fn embedded(path: &str) -> Option<&'static [u8]> {
    let files = EMBEDDED.iter();
    files
        .filter(|(name, _)| *name == path)
        .map(|(_, bytes)| *bytes)
        .next()
}
