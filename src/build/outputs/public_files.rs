//! The publisher's own files, copied byte for byte: icons, a `robots.txt`, proofs of ownership.

mod jekyll;

use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::enrich::drawing;
use crate::build::input::publisher_folders::{PublisherFolders, Refusal};
use crate::build::options::BuildOptions;
use crate::build::options::project::System;
use crate::build::store::output::{Claim, Contents, Maker, OutputFiles};
use std::fs;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// Where a file lies that is to be at the top of the site, if there is one.
pub fn root_file(options: &BuildOptions, name: &str) -> Option<PathBuf> {
    let of_jekyll = (options.system == System::Jekyll).then_some(&options.content);
    let folders = std::iter::once(&options.public).chain(of_jekyll);
    let publisher = PublisherFolders::of(options);
    let mut files = folders.map(|folder| folder.join(name));
    files.find(|file| publisher.file(file).is_ok())
}

/// All files of the public folder but the content, and what a Jekyll site has in place of such a folder.
pub fn public_files(options: &BuildOptions, problems: &mut Problems) -> Vec<OutputFiles> {
    let mut files = Vec::new();
    if options.system == System::Jekyll {
        let paths = jekyll::files(options).into_iter();
        let paths = paths.filter(|path| is_servable(path));
        files.extend(paths.map(|path| {
            let file = options.content.join(&path);
            public_file(path, &file, Claim::Foreign)
        }));
    }
    if !options.public.is_dir() {
        return files;
    }
    // What another system's folder holds never stops the build, nor replaces a page of ours.
    let claim = match options.system {
        System::Recto => Claim::Required,
        _ => Claim::Foreign,
    };
    let content = fs::canonicalize(&options.content).ok();
    let is_content = |path: &Path| content.is_some() && fs::canonicalize(path).ok() == content;
    let publisher = PublisherFolders::of(options);
    let entries = WalkDir::new(&options.public)
        .follow_links(true)
        .sort_by_file_name();
    let entries = entries.into_iter().filter_entry(|entry| {
        let is_folder = entry.file_type().is_dir();
        if is_folder && is_content(entry.path()) {
            return false;
        }
        let is_asked = entry.path_is_symlink() || !(is_folder || entry.file_type().is_file());
        // A link to a folder is followed where it stays inside; what is in the folder does so, too.
        let refused = match is_folder {
            _ if !is_asked => None,
            true => publisher.resolve(entry.path()).err(),
            false => publisher.file(entry.path()).err(),
        };
        if let Some(refusal) = &refused {
            report(entry.path(), &refusal.what(), refusal.remedy(), problems);
        }
        refused.is_none()
    });
    let entries: Vec<walkdir::Result<DirEntry>> = entries.collect();
    for entry in entries {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => files.extend(file_of(options, entry.path(), claim, problems)),
            Err(error) => report_unreadable(options, error, problems),
        }
    }
    files
}

/// A file below the public folder. One whose name is no part of a URL is left out.
fn file_of(
    options: &BuildOptions,
    file: &Path,
    claim: Claim,
    problems: &mut Problems,
) -> Option<OutputFiles> {
    let below = file.strip_prefix(&options.public).unwrap_or(file);
    match below.to_str().filter(|path| is_servable(path)) {
        Some(path) => {
            let path = path.replace(MAIN_SEPARATOR, "/");
            report_running_parts(file, problems);
            Some(public_file(path, file, claim))
        }
        None => {
            let what = "no address can have this name, so the file is left out";
            let remedy = "rename it, without control characters and backslashes";
            let path = file.to_string_lossy();
            problems.warning(&path, Position::START, what, remedy);
            None
        }
    }
}

/// Tells what runs in a drawing. A file that cannot be read is told when it is written.
fn report_running_parts(file: &Path, problems: &mut Problems) {
    if drawing::is_drawing(file) {
        let path = file.to_string_lossy().replace(MAIN_SEPARATOR, "/");
        for (position, what) in drawing::running_parts(&fs::read(file).unwrap_or_default()) {
            problems.warning(&path, position, what, drawing::REMEDY);
        }
    }
}

/// Browsers take a backslash for a slash, and hosts' files end a line where a name does.
fn is_servable(path: &str) -> bool {
    let is_odd = |character: char| {
        character.is_control() || character == '\\' && character != MAIN_SEPARATOR
    };
    !path.contains(is_odd)
}

fn report_unreadable(options: &BuildOptions, error: walkdir::Error, problems: &mut Problems) {
    let path = error.path().unwrap_or(&options.public).to_path_buf();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if name.starts_with(".#") {
        // Editors mark what they have open by a link of such a name that leads nowhere.
        return;
    }
    if let Some(around) = error.loop_ancestor() {
        let what = ["leads back to `", &around.to_string_lossy(), "`"].concat();
        report(&path, &what, "take the link out", problems);
    } else {
        let refusal = Refusal::Unreadable(error.into());
        report(&path, &refusal.what(), refusal.remedy(), problems);
    }
}

fn report(path: &Path, what: &str, remedy: &str, problems: &mut Problems) {
    let path = path.to_string_lossy().replace(MAIN_SEPARATOR, "/");
    problems.error(&path, Position::START, what, remedy);
}

fn public_file(path: String, file: &Path, claim: Claim) -> OutputFiles {
    let mut files = OutputFiles::of(Maker::file(file));
    files.insert_as(claim, path, Contents::CopyOf(file.into()));
    files
}
