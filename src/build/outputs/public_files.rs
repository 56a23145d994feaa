//! The publisher's own files, copied byte for byte: icons, a `robots.txt`, proofs of ownership.

mod jekyll;

use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::options::project::System;
use crate::build::run::Inputs;
use crate::build::store::output::{Contents, Outputs};
use crate::route::{LLMS, ROBOTS, WEB_MANIFEST};
use std::path::{Path, PathBuf};
use std::{fs, io};
use walkdir::WalkDir;

/// Where a file lies that is to be at the top of the site.
pub fn root_file(inputs: &Inputs, name: &str) -> PathBuf {
    let file = inputs.public.join(name);
    match inputs.system == System::Jekyll && !file.is_file() {
        true => inputs.content.join(name),
        false => file,
    }
}

/// Adds all that lies in the public folder but the content, and what a Jekyll site has in place of such a folder.
pub fn add_files(inputs: &Inputs, outputs: &mut Outputs, problems: &mut Problems) {
    if inputs.system == System::Jekyll {
        for path in jekyll::files(inputs) {
            // A page of theirs must not take the place of ours, and need not be told: it was made for another site.
            if outputs.get(&path).is_none() || is_replaceable(&path) {
                outputs.insert(&path, Contents::CopyOf(inputs.content.join(&path)));
            }
        }
    }
    if !inputs.public.is_dir() {
        return;
    }
    let content = fs::canonicalize(&inputs.content).unwrap_or_default();
    let is_content = |path: &Path| fs::canonicalize(path).is_ok_and(|path| path == content);
    let entries = WalkDir::new(&inputs.public).sort_by_file_name().into_iter();
    for entry in
        entries.filter_entry(|entry| !(entry.file_type().is_dir() && is_content(entry.path())))
    {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => add(entry.path(), inputs, outputs, problems),
            Err(error) => {
                let what = [
                    "cannot be read: ",
                    &io::Error::from(error).kind().to_string(),
                ]
                .concat();
                let path = inputs.public.to_string_lossy();
                problems.error(
                    &path,
                    Position::START,
                    what,
                    "check that its files may be read",
                );
            }
        }
    }
}

fn add(file: &Path, inputs: &Inputs, outputs: &mut Outputs, problems: &mut Problems) {
    let below = file
        .strip_prefix(&inputs.public)
        .unwrap_or(file)
        .to_string_lossy()
        .replace('\\', "/");
    if outputs.get(&below).is_some() && !is_replaceable(&below) {
        let what = "this file would take the place of one that Recto writes";
        problems.error(
            &file.to_string_lossy(),
            Position::START,
            what,
            "give it another name",
        );
    }
    outputs.insert(below, Contents::CopyOf(file.into()));
}

/// Whether the publisher may write this file in place of ours. What hosts read is added later, where it is missing.
fn is_replaceable(path: &str) -> bool {
    [ROBOTS, LLMS, WEB_MANIFEST].contains(&path)
}
