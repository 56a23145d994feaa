//! Sections: the folders at the top of the content that have articles, each with a list of its own.

use super::entry::Entry;
use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::input::file_name::FileName;
use crate::build::input::slug;
use crate::route::Route;
use std::collections::BTreeMap;

/// A section and its articles.
pub struct Section {
    /// Its folder, as a part of a URL.
    pub path: String,
    /// The folder as it is.
    pub folder: String,
    pub title: String,
    /// Indexes of articles, newest first.
    pub articles: Vec<usize>,
}

/// Astro's folders for all collections.
const AROUND: [&str; 2] = ["content/", "data/"];

/// All sections, in order of their paths. A folder whose path is ours has none, which is told; `content` is how the content
/// folder is named in messages.
pub fn lists(articles: &[Entry], content: &str, problems: &mut Problems) -> Vec<Section> {
    let mut by_folder: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, entry) in articles.iter().enumerate() {
        if let Some(folder) = folder(&entry.source.file) {
            by_folder.entry(folder).or_default().push(index);
        }
    }
    let mut sections = Vec::new();
    for (folder, articles) in by_folder {
        let path = path_of(folder);
        let is_free = matches!(
            Route::parse(&path),
            Route::Page { .. } | Route::Section { .. }
        );
        if !is_free {
            let what = [
                "the section would be at `/",
                &path,
                "/`, where a page of every site is",
            ];
            let place = [content, "/", folder].concat();
            problems.error(&place, Position::START, what.concat(), "rename the folder");
            continue;
        }
        let title = FileName::of(name(folder), &[]).title();
        let folder = folder.into();
        sections.push(Section {
            path,
            folder,
            title,
            articles,
        });
    }
    sections
}

/// The path of the section that a file is in; nothing at the top.
pub fn path(file: &str) -> Option<String> {
    folder(file).map(path_of)
}

fn path_of(folder: &str) -> String {
    let name = name(folder);
    match slug::is_usable(name) {
        true => name.into(),
        false => slug::from_text(name),
    }
}

/// What a folder is called, without the sign of Jekyll's collections.
fn name(folder: &str) -> &str {
    let name = folder.rsplit('/').next().unwrap_or(folder);
    name.trim_start_matches('_')
}

/// The outermost folder that a file lies in, or below those that hold all; nothing at the top.
fn folder(file: &str) -> Option<&str> {
    let around = AROUND.iter().find(|around| file.starts_with(**around));
    let start = around.map_or(0, |around| around.len());
    let end = file[start..].find('/')?;
    Some(&file[..start + end])
}
