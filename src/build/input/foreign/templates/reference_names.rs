//! The Markdown files of a blog by their names, as Hugo's `ref` and Jekyll's `post_url` and `link` refer to them.

use super::markdown_writer;
use crate::build::input::file_name::{EXTENSIONS, without_extension};
use std::collections::HashMap;

/// Files below the content folder by the last part of their path: of an `index.md` that is its folder's name.
#[derive(Debug, Default)]
pub struct Names<'a>(HashMap<&'a str, Vec<&'a str>>);

impl<'a> Names<'a> {
    pub fn of(files: &'a [String]) -> Self {
        let mut names: HashMap<&str, Vec<&str>> = HashMap::new();
        for file in files {
            names.entry(last(stem(file))).or_default().push(file);
        }
        Self(names)
    }

    /// A link, from the content folder on, to the file that is meant: by its path, by the end of its path, or by what
    /// lies beside `from`. One that leads nowhere if there is none, or more than one.
    pub fn link(&self, reference: &str, from: &str) -> String {
        let end = reference.find('#').unwrap_or(reference.len());
        let (wanted, fragment) = reference.split_at(end);
        if wanted.is_empty() {
            return markdown_writer::url(reference);
        }
        // Hugo looks beside the text first, unless the path begins at the root.
        let folder = from.rsplit_once('/').filter(|_| !wanted.starts_with('/'));
        let beside = folder.and_then(|(folder, _)| {
            let path = [folder, "/", wanted.trim_end_matches('/')].concat();
            self.at(stem(&path))
        });
        match beside.or_else(|| self.find(wanted.trim_matches('/'), from)) {
            Some(file) => markdown_writer::url(&["@/", file, fragment].concat()),
            // The page of a section, which has an address and no file.
            None if wanted.starts_with('/') && !wanted.contains('.') => {
                markdown_writer::url(reference)
            }
            None => {
                markdown_writer::url(&["@/", wanted.trim_start_matches('/'), fragment].concat())
            }
        }
    }

    /// The file of exactly this path.
    fn at(&self, path: &str) -> Option<&'a str> {
        let mut files = self.0.get(last(path))?.iter().copied();
        files.find(|file| stem(file) == path)
    }

    fn find(&self, wanted: &str, from: &str) -> Option<&'a str> {
        let wanted = stem(wanted);
        let ends_so = |file: &&str| {
            let rest = stem(file).strip_suffix(wanted);
            rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
        };
        let found: Vec<&str> = self
            .0
            .get(last(wanted))?
            .iter()
            .copied()
            .filter(ends_so)
            .collect();
        let folder = |file: &str| {
            file.rsplit_once('/')
                .map_or(String::new(), |(folder, _)| folder.into())
        };
        let exact = found.iter().find(|file| stem(file) == wanted);
        let beside = found.iter().find(|file| folder(file) == folder(from));
        match found[..] {
            [file] => Some(file),
            _ => exact.or(beside).copied(),
        }
    }
}

/// The path by which a file is known: without the extension of Markdown, and without `/index`.
fn stem(file: &str) -> &str {
    let extension = file.rsplit_once('.').map_or("", |(_, extension)| extension);
    let is_markdown = EXTENSIONS.contains(&extension);
    let stem = if is_markdown {
        without_extension(file)
    } else {
        file
    };
    stem.strip_suffix("/index").unwrap_or(stem)
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
