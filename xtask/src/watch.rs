//! Notices changes of files by looking at them: a few hundred `stat` calls cost nothing, and work
//! everywhere.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    thread,
    time::{Duration, SystemTime},
};

use crate::mirror;

pub const INTERVAL: Duration = Duration::from_millis(250);

/// What tells one state of a file from the next.
pub type Stamp = (SystemTime, u64);

/// The state of a number of files and folders.
#[derive(PartialEq, Eq)]
pub struct Snapshot(BTreeMap<PathBuf, Stamp>);

impl Snapshot {
    pub fn of(paths: &[PathBuf]) -> Snapshot {
        let files = paths.iter().flat_map(|path| files(path));
        Snapshot(
            files
                .filter_map(|file| Some((stamp(&file)?, file)))
                .map(|(stamp, file)| (file, stamp))
                .collect(),
        )
    }

    /// Taken when nothing has changed for one interval: editors save several files, or one twice.
    pub fn settled(paths: &[PathBuf]) -> Snapshot {
        let mut snapshot = Snapshot::of(paths);
        loop {
            thread::sleep(INTERVAL);
            let next = Snapshot::of(paths);
            if next == snapshot {
                return snapshot;
            }
            snapshot = next;
        }
    }
}

/// None while the file is not there.
pub fn stamp(file: &Path) -> Option<Stamp> {
    let metadata = fs::metadata(file).ok()?;
    Some((metadata.modified().ok()?, metadata.len()))
}

/// A file vanishes between two looks now and then; the next look will tell.
fn files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let found = mirror::files(path).unwrap_or_default();
    found.iter().map(|file| path.join(file)).collect()
}
