//! What a Jekyll site copies as it is: it has no folder for that, but takes every file that nothing else is done with.

use crate::build::input::content_folder::Content;
use crate::build::input::file_name::EXTENSIONS;
use crate::build::options::BuildOptions;
use std::fs::File;
use std::io::Read;
use std::path::{MAIN_SEPARATOR, Path};
use walkdir::WalkDir;

/// Names that count although they begin as hidden ones do.
const NOT_HIDDEN: [&str; 3] = [".well-known", "_headers", "_redirects"];

/// What Jekyll leaves out by itself, and what nobody means to publish.
const LEFT_OUT: [&str; 5] = [
    "Gemfile",
    "Gemfile.lock",
    "Rakefile",
    "package.json",
    "package-lock.json",
];

/// The files, by their paths below the site's folder. One that cannot be looked at is told by those who look for
/// articles.
pub fn files(options: &BuildOptions) -> Vec<String> {
    let content = Content::of(options);
    let is_hidden = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        name.starts_with(['.', '_'])
            && !NOT_HIDDEN.contains(&name)
            && !content.included.hold_file(path)
    };
    let below = |path: &Path| {
        let path = path.strip_prefix(content.folder).ok()?.to_str()?;
        Some(path.replace(MAIN_SEPARATOR, "/"))
    };
    let entries = WalkDir::new(content.folder).sort_by_file_name().into_iter();
    let entries = entries.filter_entry(|entry| {
        let path = below(entry.path()).unwrap_or_default();
        !is_hidden(&path) && !content.is_written_or_installed(entry)
    });
    let files = entries
        .flatten()
        .filter(|entry| entry.file_type().is_file());
    files
        .filter(|entry| !has_front_matter(entry.path()))
        .filter_map(|entry| below(entry.path()))
        .filter(|path| !content.is_excluded(path))
        .filter(|path| !LEFT_OUT.contains(&path.as_str()) && !is_markdown(path))
        .collect()
}

fn is_markdown(path: &str) -> bool {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    (EXTENSIONS.iter()).any(|markdown| extension.eq_ignore_ascii_case(markdown))
}

/// Such a file is a template, even if it is a style sheet.
fn has_front_matter(file: &Path) -> bool {
    let mut beginning = [0; 4];
    let read = File::open(file).and_then(|mut file| file.read_exact(&mut beginning));
    read.is_ok() && (beginning == *b"---\n" || beginning == *b"---\r")
}
