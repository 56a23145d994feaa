//! Makes a folder hold exactly one site, and touches no more of it than what differs.
//!
//! 1. Everything that is new or different is written into a folder beside it. If that fails, nothing has happened.
//! 2. It is moved to its places: first the assets, so that no page ever names one that is not there.
//! 3. What the site no longer has is removed, but for the assets of the build before: pages that readers have open may
//!    still ask for them.

use super::super::asset_paths::{FOLDER, MANIFEST, listed};
use super::{Contents, Outputs};
use crate::build::diagnostics::problem::{Position, Problem, Severity};
use crate::build::diagnostics::progress::Step;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::{fs, io};
use walkdir::WalkDir;

/// What writing a site came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// Files that are new, or hold something else now.
    pub changed: usize,
    pub removed: usize,
}

/// What tells a folder that we wrote: this version of Recto, and those before it.
const OURS: [&str; 2] = [MANIFEST, "_headers"];

impl Outputs {
    /// Makes `folder` hold these files; `step` counts them. A folder with files in it that Recto did not write is refused.
    pub fn write(&self, folder: &Path, step: &Step) -> Result<Written, Problem> {
        let present = files(folder);
        if !present.is_empty() && !OURS.iter().any(|file| present.contains(*file)) {
            return Err(problem(
                folder,
                "holds files that Recto did not write".into(),
                "name another folder with --out, or empty this one",
            ));
        }
        let staging = beside(folder, ".new");
        let written = self.replace(folder, &staging, &present, step);
        let removed = remove_folder(&staging);
        written
            .and_then(|written| removed.map(|()| written))
            .map_err(|error| {
                let what = ["cannot be written: ", &error.to_string()].concat();
                problem(
                    folder,
                    what,
                    "check that there is room and that the folder may be written",
                )
            })
    }

    fn replace(
        &self,
        folder: &Path,
        staging: &Path,
        present: &BTreeSet<String>,
        step: &Step,
    ) -> io::Result<Written> {
        remove_folder(staging)?;
        let changed: Vec<(&str, &Contents)> = (self.0.par_iter())
            .map(|(path, file)| (path.as_str(), &file.contents))
            .filter(|(path, contents)| {
                !(present.contains(*path) && is_same(path, contents, folder))
            })
            .collect();
        make_folders(staging, changed.iter().map(|(path, _)| *path))?;
        (0..self.0.len() - changed.len()).for_each(|_| step.advance());
        changed.par_iter().try_for_each(|(path, contents)| {
            step.advance();
            contents.write(&staging.join(path))
        })?;

        if !folder.exists() {
            fs::create_dir_all(staging)?;
            if let Some(parent) = folder.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::rename(staging, folder)?;
            return Ok(Written {
                changed: changed.len(),
                removed: 0,
            });
        }
        let kept = self.kept_assets(folder);
        let is_kept = |path: &String| {
            // With its compressed copies, which the manifest does not list.
            let asset = path.strip_suffix(".br").or(path.strip_suffix(".gz"));
            let asset = asset.unwrap_or(path);
            path.starts_with(FOLDER) && kept.as_ref().is_none_or(|kept| kept.contains(asset))
        };
        let stale = (present.iter())
            .filter(|path| !self.0.contains_key(*path))
            .filter(|path| !is_kept(path));
        let stale: Vec<&String> = stale.collect();
        let (assets, others): (Vec<_>, Vec<_>) = changed
            .iter()
            .partition(|(path, _)| path.starts_with(FOLDER));
        for group in [assets, others] {
            make_room(folder, group.iter().map(|(path, _)| *path))?;
            group
                .par_iter()
                .try_for_each(|(path, _)| fs::rename(staging.join(path), folder.join(path)))?;
        }
        for path in &stale {
            remove_file(folder, path)?;
        }
        Ok(Written {
            changed: changed.len(),
            removed: stale.len(),
        })
    }

    /// The assets that the build before had; nothing, meaning all that are there, if it had the same as this one.
    fn kept_assets(&self, folder: &Path) -> Option<BTreeSet<String>> {
        let before = fs::read(folder.join(MANIFEST)).unwrap_or_default();
        let now = self.get(MANIFEST).and_then(|manifest| manifest.read().ok());
        (Some(&before) != now.as_ref()).then(|| listed(&before))
    }
}

/// The name of an asset changes with what it holds, so that its size is enough to tell whether it is whole.
fn is_same(path: &str, contents: &Contents, folder: &Path) -> bool {
    let file = folder.join(path);
    match contents {
        Contents::CopyOf(_) if path.starts_with(FOLDER) => contents.is_as_long_as(&file),
        _ => contents.is_in(&file),
    }
}

/// All files below a folder, by their paths with slashes. What a version control keeps there is not the site's.
fn files(folder: &Path) -> BTreeSet<String> {
    let entries = WalkDir::new(folder).into_iter();
    entries
        .filter_entry(|entry| entry.depth() != 1 || entry.file_name() != ".git")
        .filter_map(Result::ok)
        .filter(|entry| !entry.file_type().is_dir())
        .filter_map(|entry| {
            let below = entry.path().strip_prefix(folder).ok()?;
            Some(below.to_str()?.replace(MAIN_SEPARATOR, "/"))
        })
        .collect()
}

fn make_folders<'a>(folder: &Path, paths: impl Iterator<Item = &'a str>) -> io::Result<()> {
    let folders: BTreeSet<&Path> = paths.filter_map(|path| Path::new(path).parent()).collect();
    folders
        .into_iter()
        .try_for_each(|below| fs::create_dir_all(folder.join(below)))
}

/// Makes the folders that files are moved to, even if there was a file in the place of one, or a folder in the place of
/// a file.
fn make_room<'a>(folder: &Path, paths: impl Iterator<Item = &'a str> + Clone) -> io::Result<()> {
    for path in paths.clone() {
        let target = folder.join(path);
        if target.is_dir() {
            fs::remove_dir_all(&target)?;
        }
    }
    let parents: BTreeSet<PathBuf> = paths
        .filter_map(|path| folder.join(path).parent().map(PathBuf::from))
        .collect();
    for parent in parents.iter().filter(|parent| !parent.is_dir()) {
        let above = parent.ancestors().take_while(|above| *above != folder);
        above
            .filter(|above| above.is_file())
            .try_for_each(fs::remove_file)?;
        fs::create_dir_all(parent)?;
    }
    Ok(())
}

/// Removes a file, and the folders that are empty without it.
fn remove_file(folder: &Path, path: &str) -> io::Result<()> {
    let file = folder.join(path);
    match fs::remove_file(&file) {
        Err(error) if file.is_file() => return Err(error),
        _ => {}
    }
    let above = file
        .ancestors()
        .skip(1)
        .take_while(|above| *above != folder);
    // One that is not empty stays, and so do all above it.
    let _ = above.map(fs::remove_dir).find(Result::is_err);
    Ok(())
}

/// `public/dist` → `public/.dist.new`: on the same disk, so that files can be moved.
fn beside(folder: &Path, suffix: &str) -> PathBuf {
    let name = folder
        .file_name()
        .map_or_else(|| "dist".into(), |name| name.to_string_lossy());
    folder.with_file_name([".", &name, suffix].concat())
}

fn remove_folder(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn problem(folder: &Path, what: String, remedy: &str) -> Problem {
    Problem {
        path: folder.to_string_lossy().into_owned(),
        position: Position::START,
        severity: Severity::Error,
        what,
        remedy: remedy.into(),
    }
}
