//! The content folder: which files of it are content, what they hold, and how they are named in messages.

use super::foreign::{fits, foreign_config};
use crate::build::diagnostics::line_index::LineIndex;
use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::options::BuildOptions;
use crate::build::options::project::System;
use std::path::{Path, PathBuf};
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
    /// Paths that Jekyll is told to take no notice of.
    excluded: Vec<String>,
}

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
            excluded: of_jekyll
                .map_or_else(Vec::new, |config| foreign_config::list(config, "exclude")),
        }
    }

    /// How a file of the content folder is named in messages.
    pub fn path(&self, file: &str) -> String {
        let path = match file {
            "" => self.folder.into(),
            file => self.folder.join(file),
        };
        let path = path.to_string_lossy().replace('\\', "/");
        path.strip_prefix("./").unwrap_or(&path).into()
    }

    /// A file's text; reports why it cannot be read. What is not UTF-8 in it is replaced, so that its other problems
    /// are found, too.
    pub fn text(&self, file: &str, problems: &mut Problems) -> Option<String> {
        let path = self.path(file);
        let bytes = match fs::read(self.folder.join(file)) {
            Ok(bytes) => bytes,
            Err(error) => {
                let what = ["cannot be read: ", &error.kind().to_string()].concat();
                let remedy = "check that the file may be read";
                problems.error(&path, Position::START, what, remedy);
                return None;
            }
        };
        Some(String::from_utf8(bytes).unwrap_or_else(|error| {
            report_not_utf8(&path, &error, problems);
            String::from_utf8_lossy(error.as_bytes()).into_owned()
        }))
    }

    /// The files with one of these extensions in a folder and all folders below, in order of their names.
    pub fn files(&self, folder: &str, extensions: &[&str], problems: &mut Problems) -> Vec<String> {
        let mut files = Vec::new();
        let entries = WalkDir::new(self.folder.join(folder)).sort_by_file_name();
        for entry in entries
            .into_iter()
            .filter_entry(|entry| self.may_hold(entry))
        {
            match entry {
                Ok(entry)
                    if entry.file_type().is_file()
                        && !is_hidden(&entry)
                        && has_extension(entry.path(), extensions) =>
                {
                    files.extend(self.below(entry.into_path()));
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
        let is_content = POSTS.contains(&name) || name.strip_prefix('_').is_none_or(is_collection);
        let path = self.below(entry.path().to_path_buf()).unwrap_or_default();
        !is_content
            || self
                .excluded
                .iter()
                .any(|pattern| fits(pattern.trim_matches('/'), &path))
    }

    fn below(&self, path: PathBuf) -> Option<String> {
        Some(
            path.strip_prefix(self.folder)
                .ok()?
                .to_str()?
                .replace('\\', "/"),
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
