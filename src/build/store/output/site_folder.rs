//! The folder that a site is written into: locked while it is, whole whenever somebody looks, and made right again where a
//! build was ended in the middle. docs/decisions/writing.md says why it is done so.

use super::lock::FolderLock;
use crate::build::store::fingerprint;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// What a version control keeps in the folder is not the site's.
pub const NOT_OURS: &str = ".git";

/// A folder that nobody else writes as long as this is there.
pub struct SiteFolder {
    /// Without links.
    path: PathBuf,
    /// Where the site before the one that is shown is kept, so that the next need not be put together anew.
    spare: Option<PathBuf>,
    _lock: FolderLock,
}

impl SiteFolder {
    /// Waits for another build that writes it. The folder need not be there, and neither need `cache`.
    pub fn open(folder: &Path, cache: Option<&Path>) -> io::Result<Self> {
        let path = real(folder)?;
        let lock = FolderLock::take(&beside(&path, ".lock"))?;
        let name = fingerprint::short(path.as_os_str().as_encoded_bytes());
        let spare = cache.map(|cache| cache.join(["site-", &name].concat()));
        let site = Self {
            path,
            spare,
            _lock: lock,
        };
        site.recover()?;
        Ok(site)
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where the next site is put together: on the same disk, so that it can take the place of this one.
    pub fn next(&self) -> PathBuf {
        beside(&self.path, ".new")
    }

    /// Makes it: the spare one, or else an empty one.
    pub fn begin(&self) -> io::Result<()> {
        let is_folder = |spare: &&PathBuf| fs::symlink_metadata(spare).is_ok_and(|it| it.is_dir());
        let spare = self.spare.as_ref().filter(is_folder);
        if spare.is_none_or(|spare| fs::rename(spare, self.next()).is_err()) {
            fs::create_dir_all(self.next())?;
        }
        match fs::metadata(&self.path) {
            Ok(facts) => fs::set_permissions(self.next(), facts.permissions()),
            Err(_) => Ok(()),
        }
    }

    /// Puts the next site in the place of this one.
    pub fn replace(&self) -> io::Result<()> {
        let next = self.next();
        if !self.path.exists() {
            return fs::rename(next, &self.path);
        }
        if exchange(&next, &self.path).is_ok() {
            self.give_back(&next)?;
            // Where it cannot be kept it is removed.
            let _ = (self.spare.as_ref()).map(|spare| fs::rename(&next, spare));
            return self.remove_all();
        }
        // Not every disk can do that: for a moment there is neither.
        let before = self.before();
        fs::rename(&self.path, &before)?;
        if let Err(error) = fs::rename(&next, &self.path) {
            fs::rename(&before, &self.path)?;
            return Err(error);
        }
        self.remove_all()
    }

    /// Removes what is not finished.
    pub fn discard(&self) -> io::Result<()> {
        self.remove_all()
    }

    /// Where the site before is for a moment, on such disks.
    fn before(&self) -> PathBuf {
        beside(&self.path, ".old")
    }

    /// Makes right what a build left that was ended.
    fn recover(&self) -> io::Result<()> {
        if !self.path.exists() && self.before().exists() {
            fs::rename(self.before(), &self.path)?;
        }
        self.remove_all()
    }

    /// Moves over what is not ours.
    fn give_back(&self, folder: &Path) -> io::Result<()> {
        let (found, wanted) = (folder.join(NOT_OURS), self.path.join(NOT_OURS));
        if !found.exists() {
            Ok(())
        } else if self.path.is_dir() && !wanted.exists() {
            fs::rename(found, wanted)
        } else {
            let what = [&*folder.to_string_lossy(), " holds a ", NOT_OURS].concat();
            Err(io::Error::other(what))
        }
    }

    /// Removes the folders beside this one, but nothing that is not ours.
    fn remove_all(&self) -> io::Result<()> {
        for folder in [self.next(), self.before()] {
            self.give_back(&folder)?;
            match fs::remove_dir_all(&folder) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }
}

/// Whether two names are of one file.
#[cfg(unix)]
pub fn is_linked(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let identity = |path| fs::symlink_metadata(path).map(|facts| (facts.dev(), facts.ino()));
    matches!((identity(one), identity(other)), (Ok(one), Ok(other)) if one == other)
}

/// Nothing tells.
#[cfg(not(unix))]
pub fn is_linked(_: &Path, _: &Path) -> bool {
    false
}

/// Two names for a file are as good as two files, for a build changes none in its place. Where a disk has only one name for
/// each, it is copied, with its time.
pub fn link(from: &Path, to: &Path) -> io::Result<()> {
    if fs::hard_link(from, to).is_ok() {
        return Ok(());
    }
    fs::copy(from, to)?;
    let modified = fs::metadata(from)?.modified()?;
    fs::File::options()
        .write(true)
        .open(to)?
        .set_modified(modified)
}

/// The folder that is meant, wherever links lead; its parent is made.
fn real(folder: &Path) -> io::Result<PathBuf> {
    if let Ok(path) = fs::canonicalize(folder) {
        return Ok(path);
    }
    let parent = folder
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty());
    let parent = parent.unwrap_or(Path::new("."));
    fs::create_dir_all(parent)?;
    let name = folder.file_name().unwrap_or_default();
    Ok(fs::canonicalize(parent)?.join(name))
}

/// `public/dist` → `public/.dist.new`.
fn beside(folder: &Path, suffix: &str) -> PathBuf {
    let name = folder
        .file_name()
        .map_or_else(|| "dist".into(), |name| name.to_string_lossy());
    folder.with_file_name([".", &name, suffix].concat())
}

/// Both folders change places in one step.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
