//! The whole site as one value, path → contents, and the step that puts it on the disk.

use super::problem::{Position, Problem, Severity};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
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
}

impl Outputs {
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.0.insert(path.into(), Contents::Bytes(bytes.into()));
    }

    pub fn insert_copy(&mut self, path: impl Into<String>, of: PathBuf) {
        self.0.insert(path.into(), Contents::CopyOf(of));
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
        for (path, contents) in &self.0 {
            let file = folder.join(path);
            fs::create_dir_all(file.parent().unwrap_or(folder))?;
            match contents {
                Contents::Bytes(bytes) => fs::write(&file, bytes)?,
                Contents::CopyOf(original) => drop(fs::copy(original, &file)?),
            }
        }
        Ok(())
    }
}

impl Contents {
    pub fn read(&self) -> io::Result<Vec<u8>> {
        match self {
            Self::Bytes(bytes) => Ok(bytes.clone()),
            Self::CopyOf(original) => fs::read(original),
        }
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
