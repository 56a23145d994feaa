//! The content folder: which files of it are content, what they hold, and how they are named in messages.

use super::foreign::{Patterns, foreign_config};
use super::publisher_folders::{PublisherFolders, Refusal};
use crate::build::diagnostics::line_index::LineIndex;
use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::options::BuildOptions;
use crate::build::options::project::System;
use std::io::Read;
use std::path::{MAIN_SEPARATOR, Path};
use std::{fs, io};
use walkdir::{DirEntry, WalkDir};

/// The content folder, whose blog it is, and how its files are named in messages.
pub struct Content<'a> {
    pub folder: &'a Path,
    pub system: System,
    /// What the other system was configured with.
    pub config: Option<&'a Path>,
    /// The folder to write, which may lie in the content folder and is no content.
    pub out: Option<&'a Path>,
    /// Jekyll's collections that have pages.
    collections: Vec<String>,
    /// What Jekyll is told to take although its name begins with `_`, or although it is excluded.
    pub included: Patterns,
    /// What Jekyll is told to take no notice of.
    excluded: Patterns,
    /// Where what is read must lie.
    pub publisher: PublisherFolders,
}

/// Bytes of a text. A book has a hundredth of it.
const MAX_SIZE: u64 = 64_000_000;

/// Folders beside the content of a site whose content folder is all of it.
const NOT_CONTENT: [&str; 3] = ["node_modules", "vendor", "public"];

/// Jekyll's own folders with posts. Others with a `_` are none of its content, unless they are collections.
const POSTS: [&str; 2] = ["_posts", "_drafts"];

impl<'a> Content<'a> {
    pub fn of(options: &'a BuildOptions) -> Self {
        let config = options.config.as_deref();
        let of_jekyll = config.filter(|_| options.system == System::Jekyll);
        Self {
            folder: &options.content,
            system: options.system,
            config,
            out: options.out.as_deref(),
            collections: of_jekyll.map_or_else(Vec::new, foreign_config::collections),
            included: Patterns::listed(of_jekyll, "include"),
            excluded: Patterns::listed(of_jekyll, "exclude"),
            publisher: PublisherFolders::of(options),
        }
    }

    /// How a file of the content folder is named in messages.
    pub fn path(&self, file: &str) -> String {
        let path = match file {
            "" => self.folder.into(),
            file => self.folder.join(file),
        };
        let path = path.to_string_lossy().replace(MAIN_SEPARATOR, "/");
        path.strip_prefix("./").unwrap_or(&path).into()
    }

    /// A file's text; reports why it cannot be read. What is not UTF-8 in it is replaced, so that its other problems
    /// are found, too.
    pub fn text(&self, file: &str, problems: &mut Problems) -> Option<String> {
        let path = self.path(file);
        let bytes = match self.read(file) {
            Ok(bytes) => bytes,
            Err(refusal) => {
                let (what, remedy) = (refusal.what(), refusal.remedy());
                problems.error(&path, Position::START, what, remedy);
                return None;
            }
        };
        Some(String::from_utf8(bytes).unwrap_or_else(|error| {
            report_not_utf8(&path, &error, problems);
            String::from_utf8_lossy(error.as_bytes()).into_owned()
        }))
    }

    fn read(&self, file: &str) -> Result<Vec<u8>, Refusal> {
        let path = self.folder.join(file);
        // Links alone lead elsewhere, and few files are links.
        let is_plain = fs::symlink_metadata(&path).is_ok_and(|facts| facts.is_file());
        let path = match is_plain {
            true => path,
            false => self.publisher.file(&path)?,
        };
        let mut bytes = Vec::new();
        let file = fs::File::open(path).map_err(Refusal::Unreadable)?;
        // A file may grow while it is read.
        let read = file.take(MAX_SIZE + 1).read_to_end(&mut bytes);
        match read.map_err(Refusal::Unreadable)? as u64 > MAX_SIZE {
            true => Err(Refusal::TooLarge),
            false => Ok(bytes),
        }
    }

    /// The files with one of these extensions in a folder and all folders below, in order of their names. Files that
    /// links lead to are among them, folders are not.
    pub fn files(&self, folder: &str, extensions: &[&str], problems: &mut Problems) -> Vec<String> {
        let mut files = Vec::new();
        let top = self.folder.join(folder);
        if let Err(refusal @ Refusal::Outside) = self.publisher.resolve(&top) {
            self.refuse(&top, &refusal, problems);
            return files;
        }
        let entries = WalkDir::new(top).sort_by_file_name();
        for entry in entries
            .into_iter()
            .filter_entry(|entry| self.may_hold(entry))
        {
            match entry {
                Ok(entry) if entry.file_type().is_dir() || is_hidden(&entry) => {}
                Ok(entry) if self.is_kept_back(&entry) => {}
                Ok(entry) if has_extension(entry.path(), extensions) => {
                    files.extend(self.file(&entry, problems));
                }
                Ok(entry) if entry.path_is_symlink() => {
                    self.report_linked_folder(&entry, problems);
                }
                Ok(_) => {}
                Err(error) => {
                    let error = io::Error::from(error);
                    let what = ["the folder cannot be read: ", &error.kind().to_string()].concat();
                    let remedy =
                        "make it with `recto new`, or name another content folder with --content";
                    problems.error(&self.path(folder), Position::START, what, remedy);
                }
            }
        }
        files
    }

    /// The path of what is a file, or leads to one.
    fn file(&self, entry: &DirEntry, problems: &mut Problems) -> Option<String> {
        match entry.file_type().is_file() {
            true => {}
            false if entry.path().is_dir() => return None,
            false => {
                let refused = self.publisher.file(entry.path()).err();
                if let Some(refusal) = refused {
                    self.refuse(entry.path(), &refusal, problems);
                    return None;
                }
            }
        }
        let below = self.below(entry.path());
        if below.is_none() {
            let (what, remedy) = ("its name is not UTF-8, so it is left out", "rename it");
            let path = entry.path().to_string_lossy();
            problems.warning(&path, Position::START, what, remedy);
        }
        below
    }

    /// Nobody looks for articles behind a link to a folder; one that leads out holds nothing else either.
    fn report_linked_folder(&self, entry: &DirEntry, problems: &mut Problems) {
        let name = entry.file_name().to_string_lossy();
        let is_apart = name.starts_with('_') || NOT_CONTENT.contains(&&*name);
        if is_apart || !entry.path().is_dir() {
            return;
        }
        if let Err(refusal @ Refusal::Outside) = self.publisher.resolve(entry.path()) {
            let below = self.below(entry.path()).unwrap_or_default();
            let what = [&refusal.what(), ", so it is left out"].concat();
            let path = self.path(&below);
            problems.warning(&path, Position::START, what, refusal.remedy());
        }
    }

    fn refuse(&self, path: &Path, refusal: &Refusal, problems: &mut Problems) {
        let below = path.strip_prefix(self.folder).unwrap_or(path);
        let path = self.path(&below.to_string_lossy());
        problems.error(&path, Position::START, refusal.what(), refusal.remedy());
    }

    /// Whether there may be content in it: not in hidden folders, and not in what is written or installed.
    fn may_hold(&self, entry: &DirEntry) -> bool {
        if entry.depth() == 0 || !entry.file_type().is_dir() {
            return true;
        }
        !is_hidden(entry) && !self.is_written_or_installed(entry)
    }

    /// Whether it is a folder that another program, or this one, writes or reads.
    pub fn is_written_or_installed(&self, entry: &DirEntry) -> bool {
        let name = entry.file_name().to_string_lossy();
        let is_beside = self.folder_is_whole_site() && NOT_CONTENT.contains(&&*name);
        let is_out = || self.out.is_some_and(|out| is_same(entry.path(), out));
        entry.file_type().is_dir()
            && (is_beside || self.is_none_of_jekyll(entry, &name) || is_out())
    }

    fn folder_is_whole_site(&self) -> bool {
        self.system == System::Jekyll || self.folder == Path::new(".")
    }

    fn is_none_of_jekyll(&self, entry: &DirEntry, name: &str) -> bool {
        if self.system != System::Jekyll || entry.depth() == 0 {
            return false;
        }
        let is_collection = |name: &str| self.collections.iter().any(|known| known == name);
        let path = self.below(entry.path()).unwrap_or_default();
        let is_content = POSTS.contains(&name) || name.strip_prefix('_').is_none_or(is_collection);
        !self.included.hold_folder(&path) && (!is_content || self.excluded.hold_folder(&path))
    }

    /// Whether a Jekyll site is configured to leave this file out.
    pub fn is_excluded(&self, path: &str) -> bool {
        !self.included.hold_file(path) && self.excluded.hold_file(path)
    }

    /// What the author of a Jekyll site keeps back: `EntryFilter` of Jekyll passes over names that begin with `_`, `#`
    /// or `~`, too.
    fn is_kept_back(&self, entry: &DirEntry) -> bool {
        let name = entry.file_name().to_string_lossy();
        let is_special = self.system == System::Jekyll && name.starts_with(['_', '#', '~']);
        let path = self.below(entry.path()).unwrap_or_default();
        self.is_excluded(&path) || is_special && !self.included.hold_file(&path)
    }

    fn below(&self, path: &Path) -> Option<String> {
        Some(
            path.strip_prefix(self.folder)
                .ok()?
                .to_str()?
                .replace(MAIN_SEPARATOR, "/"),
        )
    }
}

/// Such are left behind by editors and by systems that copy files: `._a.md`, `.#a.md`.
fn is_hidden(entry: &DirEntry) -> bool {
    entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.')
}

fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    let is_wanted = |found: &std::ffi::OsStr| {
        extensions
            .iter()
            .any(|extension| found.eq_ignore_ascii_case(extension))
    };
    path.extension().is_some_and(is_wanted)
}

fn is_same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| fs::canonicalize(path).ok();
    real(one).is_some_and(|path| Some(path) == real(other))
}

fn report_not_utf8(path: &str, error: &std::string::FromUtf8Error, problems: &mut Problems) {
    let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
    let valid = String::from_utf8_lossy(valid);
    let position = LineIndex::new(&valid).position(valid.len());
    problems.error(
        path,
        position,
        "this is not UTF-8",
        "save the file as UTF-8",
    );
}
