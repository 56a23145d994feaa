//! The whole site as one value, path → contents, and the step that puts it on the disk.

use super::problem::{Position, Problem, Severity};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};

/// Files by their path below `dist/`, with slashes.
#[derive(Debug, Default)]
pub struct Outputs(BTreeMap<String, Contents>);

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contents {
    Bytes(Vec<u8>),
    /// The same as a file of the publisher's, which may be too large to hold in memory.
    CopyOf(PathBuf),
    /// A page, and the style sheet that belongs into it at this byte: one in memory for thousands of pages.
    Page {
        html: String,
        style_sheet: Arc<str>,
        style_at: usize,
    },
}

impl Outputs {
    pub fn insert(&mut self, path: impl Into<String>, contents: impl Into<Contents>) {
        self.0.insert(path.into(), contents.into());
    }

    pub fn get(&self, path: &str) -> Option<&Contents> {
        self.0.get(path)
    }

    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Makes `folder` hold exactly these files. It is written beside the folder and then takes its place, so that the
    /// folder stays as it was if anything goes wrong.
    pub fn write(&self, folder: &Path) -> Result<(), Problem> {
        let staging = beside(folder, ".new");
        let replace = || {
            remove(&staging)?;
            self.write_into(&staging)?;
            swap(&staging, folder)
        };
        replace().map_err(|error: io::Error| {
            let _ = fs::remove_dir_all(&staging);
            Problem {
                path: folder.to_string_lossy().into_owned(),
                position: Position::START,
                severity: Severity::Error,
                what: ["cannot be written: ", &error.to_string()].concat(),
                remedy: "check that there is room and that the folder may be written".into(),
            }
        })
    }

    fn write_into(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)?;
        let folders: BTreeSet<&Path> = self
            .paths()
            .filter_map(|path| Path::new(path).parent())
            .collect();
        folders
            .into_iter()
            .try_for_each(|below| fs::create_dir_all(folder.join(below)))?;
        self.0
            .par_iter()
            .try_for_each(|(path, contents)| contents.write(&folder.join(path)))
    }
}

impl Contents {
    pub fn read(&self) -> io::Result<Vec<u8>> {
        match self {
            Self::Bytes(bytes) => Ok(bytes.clone()),
            Self::CopyOf(original) => fs::read(original),
            Self::Page {
                html,
                style_sheet,
                style_at,
            } => {
                let (before, after) = html.split_at(*style_at);
                Ok([before, style_sheet, after].concat().into_bytes())
            }
        }
    }

    fn write(&self, file: &Path) -> io::Result<()> {
        match self {
            Self::Bytes(bytes) => fs::write(file, bytes),
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

/// The old folder is kept until the new one stands in its place.
fn swap(staging: &Path, folder: &Path) -> io::Result<()> {
    let old = beside(folder, ".old");
    remove(&old)?;
    if folder.exists() {
        fs::rename(folder, &old)?;
    }
    if let Err(error) = fs::rename(staging, folder) {
        let _ = fs::rename(&old, folder);
        return Err(error);
    }
    remove(&old)
}

/// `public/dist` → `public/.dist.new`: on the same disk, so that renaming is enough.
fn beside(folder: &Path, suffix: &str) -> PathBuf {
    let name = folder
        .file_name()
        .map_or_else(|| "dist".into(), |name| name.to_string_lossy());
    folder.with_file_name([".", &name, suffix].concat())
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
