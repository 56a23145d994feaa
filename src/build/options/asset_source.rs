//! Where the app and the style sheets come from: out of this very program, or out of a folder.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::{fs, io};
use walkdir::WalkDir;

/// Paths and contents of all that `cargo xtask dist` has put in; see `build.rs`.
const EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// Files that Recto brings.
#[derive(Clone, Debug)]
pub enum AssetSource {
    /// In this program, below a folder of that name.
    Embedded(&'static str),
    Folder(PathBuf),
    /// Files of a folder in the place of others of the same names.
    Over {
        own: PathBuf,
        base: Box<AssetSource>,
    },
}

impl AssetSource {
    /// Style sheets: a folder with an `index.css` has all of them, any other those that take the place of ours.
    pub fn style(named: Option<PathBuf>) -> Self {
        let base = Self::new(None, "style", "style");
        match named {
            // One that is not there is told when it is read.
            Some(own) if own.join("index.css").is_file() || !own.is_dir() => Self::Folder(own),
            Some(own) => Self::Over {
                own,
                base: Box::new(base),
            },
            None => base,
        }
    }

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
            Self::Over { own, base } => match fs::read(own.join(file)) {
                Ok(bytes) => Ok(Cow::Owned(bytes)),
                Err(_) => base.read(file),
            },
        }
    }

    /// Paths of all files.
    pub fn files(&self) -> Vec<String> {
        match self {
            Self::Embedded(folder) => {
                let names = EMBEDDED.iter().map(|(name, _)| *name);
                let below = names.filter_map(|name| name.strip_prefix(folder)?.strip_prefix('/'));
                below.map(String::from).collect()
            }
            Self::Folder(folder) => below(folder),
            Self::Over { own, base } => {
                let files: BTreeSet<String> = base.files().into_iter().chain(below(own)).collect();
                files.into_iter().collect()
            }
        }
    }

    /// How a file is called in messages.
    pub fn path(&self, file: &str) -> PathBuf {
        match self {
            Self::Embedded(folder) => Path::new(folder).join(file),
            Self::Folder(folder) | Self::Over { own: folder, .. } => folder.join(file),
        }
    }

    /// What can change while we run.
    pub fn folder(&self) -> Option<&PathBuf> {
        match self {
            Self::Embedded(_) => None,
            Self::Folder(folder) | Self::Over { own: folder, .. } => Some(folder),
        }
    }
}

/// All files below a folder, in order of their paths.
fn below(folder: &Path) -> Vec<String> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
    let files = entries
        .flatten()
        .filter(|entry| entry.file_type().is_file());
    let paths = files.filter_map(|entry| {
        let path = entry.path().strip_prefix(folder).ok()?.to_str()?;
        Some(path.replace(MAIN_SEPARATOR, "/"))
    });
    paths.collect()
}

/// A file of this program, by its path in it.
pub fn embedded(path: &str) -> Option<&'static [u8]> {
    let files = EMBEDDED.iter();
    files
        .filter(|(name, _)| *name == path)
        .map(|(_, bytes)| *bytes)
        .next()
}
