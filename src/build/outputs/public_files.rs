//! The publisher's own files, copied byte for byte: icons, a `robots.txt`, proofs of ownership.

mod jekyll;

use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::options::BuildOptions;
use crate::build::options::project::System;
use crate::build::store::output::{Claim, Contents, Maker, OutputFiles};
use std::path::{Path, PathBuf};
use std::{fs, io};
use walkdir::WalkDir;

/// Where a file lies that is to be at the top of the site.
pub fn root_file(options: &BuildOptions, name: &str) -> PathBuf {
    let file = options.public.join(name);
    match options.system == System::Jekyll && !file.is_file() {
        true => options.content.join(name),
        false => file,
    }
}

/// All files of the public folder but the content, and what a Jekyll site has in place of such a folder.
pub fn public_files(options: &BuildOptions, problems: &mut Problems) -> Vec<OutputFiles> {
    let mut files = Vec::new();
    if options.system == System::Jekyll {
        let paths = jekyll::files(options).into_iter();
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
    let entries = WalkDir::new(&options.public).sort_by_file_name();
    let entries = entries.into_iter().filter_entry(|entry| {
        let is_folder = entry.file_type().is_dir();
        !(is_folder && is_content(entry.path()))
    });
    for entry in entries {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => {
                let file = entry.path();
                let below = file.strip_prefix(&options.public).unwrap_or(file);
                let path = below.to_string_lossy().replace('\\', "/");
                files.push(public_file(path, file, claim));
            }
            Err(error) => {
                let error = io::Error::from(error).kind();
                let path = options.public.to_string_lossy();
                let (what, remedy) = (
                    format!("cannot be read: {error}"),
                    "check that its files may be read",
                );
                problems.error(&path, Position::START, what, remedy);
            }
        }
    }
    files
}

fn public_file(path: String, file: &Path, claim: Claim) -> OutputFiles {
    let mut files = OutputFiles::of(Maker::file(file));
    files.insert_as(claim, path, Contents::CopyOf(file.into()));
    files
}
