//! What earlier builds have made and is slow to make, in a folder of their own. It may be deleted at any time.

use super::fingerprint;
use super::output::Contents;
use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Marks a folder as one that backups may leave out.
const TAG: (&str, &str) = (
    "CACHEDIR.TAG",
    "Signature: 8a477f597d28d172789f06886806bc55\n",
);

/// Never changes what is built, only how soon.
pub struct Cache {
    /// Nothing: what is made is not kept.
    folder: Option<PathBuf>,
    used: Mutex<BTreeSet<String>>,
    /// Shared by all builds that may still copy files from here; nothing where the disk has no locks.
    lock: Option<File>,
}

/// What is locked.
const LOCK: &str = "lock";

impl Cache {
    pub fn new(folder: Option<PathBuf>) -> Self {
        let used = Mutex::default();
        let lock = None;
        Self { folder, used, lock }
    }

    /// Keeps other builds from removing what is here, for as long as this is.
    pub fn lock(&mut self) {
        self.lock = self.folder.as_deref().and_then(shared_lock);
    }

    /// What is made of `source`, made only if it was not before. `name` says what is made, and ends like the file; it
    /// changes when the way of making does.
    pub fn file<E>(
        &self,
        name: &str,
        source: &[u8],
        make: impl FnOnce() -> Result<Vec<u8>, E>,
    ) -> Result<Contents, E> {
        let Some(folder) = &self.folder else {
            return make().map(Contents::Bytes);
        };
        let key = [
            env!("CARGO_PKG_VERSION").as_bytes(),
            name.as_bytes(),
            source,
        ]
        .join(&0);
        let name = [&fingerprint::hex(&key), "-", name].concat();
        let file = folder.join(&name);
        // A thread that panicked while it held the lock has left a whole set behind.
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        used.insert(name.clone());
        drop(used);
        if is_ours(&file) {
            return Ok(Contents::CopyOf(file));
        }
        let bytes = make()?;
        Ok(match self.write(&name, &bytes) {
            true => Contents::CopyOf(file),
            false => Contents::Bytes(bytes),
        })
    }

    /// A file by its name alone.
    pub fn read(&self, name: &str) -> Option<Vec<u8>> {
        let file = self.folder.as_ref()?.join(name);
        is_ours(&file).then(|| fs::read(file).ok())?
    }

    /// Whether it could be kept.
    pub fn write(&self, name: &str, bytes: &[u8]) -> bool {
        let Some(folder) = &self.folder else {
            return false;
        };
        // Written beside and moved, so that no other build finds half a file.
        let unfinished = folder.join([name, ".", &std::process::id().to_string()].concat());
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&unfinished, bytes))
            .and_then(|()| fs::rename(&unfinished, folder.join(name)))
            .is_ok()
    }

    /// Removes what this build did not need, unless another is under way that may need it. What cannot be removed stays.
    /// From here on, files that were given out may go.
    pub fn forget_the_rest(&self) {
        let Some(folder) = self.folder.as_ref().filter(|folder| folder.is_dir()) else {
            return;
        };
        let lock = self.lock.as_ref().map(File::try_lock);
        if matches!(lock, Some(Err(TryLockError::WouldBlock))) {
            return;
        }
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = fs::write(folder.join(TAG.0), TAG.1);
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        for entry in entries {
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_ours = name
                .split('-')
                .next()
                .is_some_and(|digest| digest.len() == 64);
            if is_ours && !used.contains(&name) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// No link is: whoever put it there would have any file published.
fn is_ours(file: &Path) -> bool {
    fs::symlink_metadata(file).is_ok_and(|facts| facts.is_file())
}

fn shared_lock(folder: &Path) -> Option<File> {
    fs::create_dir_all(folder).ok()?;
    let file = File::options()
        .write(true)
        .create(true)
        .truncate(false)
        .open(folder.join(LOCK))
        .ok()?;
    // Whoever has it alone removes files, and has soon done so.
    file.lock_shared().ok().map(|()| file)
}
