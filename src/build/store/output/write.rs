//! Makes a folder hold exactly one site, and writes no more of it than what differs.
//!
//! 1. The whole site is put together in a folder beside it: what is new or different is written, and every other file gets
//!    a second name there. If that fails, nothing has happened.
//! 2. The two folders change places in one step, so that whoever looks, or ends this program, finds the site before or
//!    this one, and never some of each.
//! 3. What the site no longer has goes with the folder of the site before, but for the assets of that build: pages that
//!    readers have open may still ask for them.

use super::super::asset_paths::{FOLDER, MANIFEST, listed};
use super::site_folder::{NOT_OURS, SiteFolder, is_linked, link};
use super::{Contents, Outputs};
use crate::build::diagnostics::problem::{Position, Problem, Severity};
use crate::build::diagnostics::progress_line::Step;
use crate::route::LIVE;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::{MAIN_SEPARATOR, Path};
use std::{fs, io};
use walkdir::WalkDir;

/// What writing a site came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// Files that are new, or hold something else now.
    pub changed: usize,
    pub removed: usize,
}

/// What tells a folder that we wrote: this version of Recto, those before it, and what is published without a build.
const OURS: [&str; 3] = [MANIFEST, "_headers", LIVE];

impl Outputs {
    /// Makes `folder` hold these files; `step` counts them. A folder with files in it that Recto did not write is refused.
    /// In `cache` the site before is kept, so that the next time costs no more than what differs.
    pub fn write(
        &self,
        folder: &Path,
        cache: Option<&Path>,
        step: &Step,
    ) -> Result<Written, Problem> {
        let failed = |error: io::Error| {
            let what = ["cannot be written: ", &error.to_string()].concat();
            let remedy = "check that there is room and that the folder may be written";
            problem(folder, what, remedy)
        };
        let site = SiteFolder::open(folder, cache).map_err(failed)?;
        let present = files(site.path());
        if !present.is_empty() && !OURS.iter().any(|file| present.contains(*file)) {
            return Err(problem(
                folder,
                "holds files that Recto did not write".into(),
                "name another folder with --out, or empty this one",
            ));
        }
        self.replace(&site, &present, step).map_err(failed)
    }

    fn replace(
        &self,
        site: &SiteFolder,
        present: &BTreeSet<String>,
        step: &Step,
    ) -> io::Result<Written> {
        let folder = site.path();
        let all = self.0.par_iter();
        let all = all.map(|(path, file)| (path.as_str(), &file.contents));
        let (same, changed): (Vec<_>, Vec<_>) = all.partition(|(path, contents)| {
            present.contains(*path) && is_same(path, contents, folder)
        });
        same.iter().for_each(|_| step.advance());
        let gone = present.iter().filter(|path| !self.0.contains_key(*path));
        let (kept, stale) = self.kept_assets(folder, gone);
        let written = Written {
            changed: changed.len(),
            removed: stale,
        };
        if changed.is_empty() && stale == 0 && folder.is_dir() {
            return Ok(written);
        }
        let same: Vec<&str> = same.into_iter().map(|(path, _)| path).chain(kept).collect();
        let put_together = put_together(site, &same, &changed, step);
        match put_together.and_then(|()| site.replace()) {
            Ok(()) => Ok(written),
            Err(error) => {
                // Of two failures the first is told.
                let _ = site.discard();
                Err(error)
            }
        }
    }

    /// Of the files that are there and are no more of the site: the assets that the build before had, or, if it had the same
    /// as this one, all that are there; and the number of all others.
    fn kept_assets<'a>(
        &self,
        folder: &Path,
        gone: impl Iterator<Item = &'a String>,
    ) -> (Vec<&'a str>, usize) {
        let before = fs::read(folder.join(MANIFEST)).unwrap_or_default();
        let now = self.get(MANIFEST).and_then(|manifest| manifest.read().ok());
        let listed = (Some(&before) != now.as_ref()).then(|| listed(&before));
        let is_kept = |path: &&str| {
            // With its compressed copies, which the manifest does not list.
            let asset = path.strip_suffix(".br").or(path.strip_suffix(".gz"));
            let asset = asset.unwrap_or(path);
            let is_listed = listed.as_ref().is_none_or(|listed| listed.contains(asset));
            path.starts_with(FOLDER) && is_listed
        };
        let (kept, stale): (Vec<&str>, Vec<&str>) = gone.map(String::as_str).partition(is_kept);
        (kept, stale.len())
    }
}

/// Whatever is there of a site before is made into this one.
fn put_together(
    site: &SiteFolder,
    same: &[&str],
    changed: &[(&str, &Contents)],
    step: &Step,
) -> io::Result<()> {
    site.begin()?;
    let (folder, next) = (site.path(), site.next());
    let old = files(&next);
    let (there, missing): (Vec<&str>, Vec<&str>) = (same.par_iter().copied())
        .partition(|path| old.contains(*path) && is_linked(&folder.join(path), &next.join(path)));
    // Nothing is written in its place: a file may have a second name in the site that is shown.
    let there: BTreeSet<&str> = there.into_iter().collect();
    let old = old.into_iter();
    let old: Vec<String> = old.filter(|path| !there.contains(&**path)).collect();
    old.par_iter()
        .try_for_each(|path| fs::remove_file(next.join(path)))?;
    remove_empty_folders(&next, &old);
    let new = changed.iter().map(|(path, _)| *path);
    let new: Vec<&str> = missing.iter().copied().chain(new).collect();
    make_folders(&next, &new)?;
    missing
        .par_iter()
        .try_for_each(|path| link(&folder.join(path), &next.join(path)))?;
    changed.par_iter().try_for_each(|(path, contents)| {
        step.advance();
        contents.write(&next.join(path))
    })
}

/// Of the folders of files that are gone: a file may come in the place of one.
fn remove_empty_folders(folder: &Path, gone: &[String]) {
    let above = gone
        .iter()
        .flat_map(|path| Path::new(path).ancestors().skip(1));
    let folders: BTreeSet<&Path> = above
        .filter(|above| !above.as_os_str().is_empty())
        .collect();
    // From within; one that is not empty stays.
    let folders = folders.into_iter().rev();
    folders.for_each(|below| drop(fs::remove_dir(folder.join(below))));
}

/// The name of an asset changes with what it holds, so that its size is enough to tell whether it is whole.
fn is_same(path: &str, contents: &Contents, folder: &Path) -> bool {
    let file = folder.join(path);
    let is_file = fs::symlink_metadata(&file).is_ok_and(|facts| facts.is_file());
    is_file
        && match contents {
            Contents::CopyOf(_) if path.starts_with(FOLDER) => contents.is_as_long_as(&file),
            _ => contents.is_in(&file),
        }
}

/// All files below a folder, by their paths with slashes.
fn files(folder: &Path) -> BTreeSet<String> {
    let entries = WalkDir::new(folder).into_iter();
    entries
        .filter_entry(|entry| entry.depth() != 1 || entry.file_name() != NOT_OURS)
        .filter_map(Result::ok)
        .filter(|entry| !entry.file_type().is_dir())
        .filter_map(|entry| {
            let below = entry.path().strip_prefix(folder).ok()?;
            Some(below.to_str()?.replace(MAIN_SEPARATOR, "/"))
        })
        .collect()
}

fn make_folders(folder: &Path, paths: &[&str]) -> io::Result<()> {
    let folders: BTreeSet<&Path> = (paths.iter())
        .filter_map(|path| Path::new(path).parent())
        .collect();
    folders
        .into_iter()
        .try_for_each(|below| fs::create_dir_all(folder.join(below)))
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
