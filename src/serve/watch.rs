//! Waits for changes of the inputs.

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, SystemTime};
use walkdir::{DirEntry, WalkDir};

/// Folders, and how they looked when a build last began.
pub struct Watch {
    folders: Vec<PathBuf>,
    seen: Snapshot,
    changes: Receiver<()>,
    /// Nothing where the system has no way to tell of changes: then we look for them.
    watcher: Option<RecommendedWatcher>,
}

/// Times and sizes of files.
type Snapshot = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

/// An editor that saves writes several times; a build begins when it has been quiet for this long.
const QUIET: Duration = Duration::from_millis(40);

/// How often we look where nobody tells, and for folders that are not there yet.
const INTERVAL: Duration = Duration::from_secs(1);

impl Watch {
    pub fn new<'a>(folders: impl IntoIterator<Item = &'a PathBuf>) -> Self {
        let folders: Vec<PathBuf> = folders.into_iter().cloned().collect();
        let (sender, changes) = channel();
        let tell = move |event: notify::Result<notify::Event>| {
            let is_read = event.is_ok_and(|event| matches!(event.kind, EventKind::Access(_)));
            if !is_read {
                // The receiver lives as long as the watcher.
                let _ = sender.send(());
            }
        };
        let watcher = notify::recommended_watcher(tell).ok();
        Self {
            seen: snapshot(&folders),
            folders,
            changes,
            watcher,
        }
    }

    /// Returns when files are new, gone, or others than they were at the last return, and which.
    pub fn wait_for_change(&mut self) -> Vec<PathBuf> {
        loop {
            let all_watched = self.attach();
            if snapshot(&self.folders) != self.seen {
                while self.changes.recv_timeout(QUIET).is_ok() {}
                let before = std::mem::replace(&mut self.seen, snapshot(&self.folders));
                return difference(&before, &self.seen);
            }
            match all_watched {
                // It fails only without a watcher, and then not all are watched.
                true => drop(self.changes.recv()),
                false => drop(self.changes.recv_timeout(INTERVAL)),
            }
        }
    }

    /// Watches each folder; answers whether that could be done. Folders may come into being, or be replaced, while we
    /// wait, so that this is done before each wait; watching one twice does no harm.
    fn attach(&mut self) -> bool {
        let Some(watcher) = &mut self.watcher else {
            return false;
        };
        let watch = |folder| watcher.watch(folder, RecursiveMode::Recursive).is_ok();
        // Every folder is tried, even after one that failed.
        let watched: Vec<bool> = self
            .folders
            .iter()
            .map(|folder| folder.as_path())
            .map(watch)
            .collect();
        watched.into_iter().all(|watched| watched)
    }
}

fn difference(before: &Snapshot, now: &Snapshot) -> Vec<PathBuf> {
    let changed = now
        .iter()
        .filter(|(path, stamp)| before.get(*path) != Some(*stamp));
    let gone = before.keys().filter(|path| !now.contains_key(*path));
    changed.map(|(path, _)| path).chain(gone).cloned().collect()
}

fn snapshot(folders: &[PathBuf]) -> Snapshot {
    let entries = folders
        .iter()
        .flat_map(|folder| WalkDir::new(folder).into_iter().filter_entry(may_matter))
        .filter_map(Result::ok);
    let files =
        entries.filter(|entry| !entry.file_type().is_dir() && !is_editors_own(entry.path()));
    files
        .filter_map(|file| Some((file.metadata().ok()?, file.into_path())))
        .map(stamp)
        .collect()
}

/// A content folder may be a whole project, with its history and what was installed for it.
fn may_matter(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let is_apart = entry.file_type().is_dir() && (name.starts_with('.') || name == "node_modules");
    entry.depth() == 0 || !is_apart
}

fn stamp((facts, path): (std::fs::Metadata, PathBuf)) -> (PathBuf, (Option<SystemTime>, u64)) {
    (path, (facts.modified().ok(), facts.len()))
}

/// Editors' backups, swap files and locks.
fn is_editors_own(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.ends_with('~')
        || name.ends_with(".swp")
        || name.ends_with(".swx")
        || name.starts_with(".#")
        || name == "4913"
}
