//! One build at a time writes into a folder: the system keeps a lock as long as its holder lives, and no longer.

use crate::build::diagnostics::console;
use same_file::Handle;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// A lock on a file of its own, which goes with it.
pub struct FolderLock {
    path: PathBuf,
    _file: File,
}

impl FolderLock {
    /// Waits for whoever has it, and says so.
    pub fn take(path: &Path) -> io::Result<Self> {
        let mut is_told = false;
        loop {
            let file = File::options()
                .write(true)
                .create(true)
                .truncate(false)
                .open(path)?;
            match file.try_lock() {
                // A disk without locks is written without.
                Ok(()) | Err(TryLockError::Error(_)) => {}
                Err(TryLockError::WouldBlock) => {
                    if !is_told {
                        console::remark("another build writes into this folder; waiting for it");
                        is_told = true;
                    }
                    file.lock()?;
                }
            }
            let (path, is_there) = (path.to_path_buf(), is_at(&file, path));
            if is_there {
                return Ok(Self { path, _file: file });
            }
        }
    }
}

/// Whoever had the lock has removed the file, and somebody may have made another.
fn is_at(file: &File, path: &Path) -> bool {
    let here = file.try_clone().and_then(Handle::from_file);
    matches!((here, Handle::from_path(path)), (Ok(here), Ok(there)) if here == there)
}

impl Drop for FolderLock {
    fn drop(&mut self) {
        // While it is still locked.
        let _ = fs::remove_file(&self.path);
    }
}
