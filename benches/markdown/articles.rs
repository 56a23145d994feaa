//! Texts like those that are published, as long as wanted: the sample's articles, one behind the other, over and over.

use std::fs;
use std::path::{Path, PathBuf};

/// Names of lengths, and bytes.
pub const LENGTHS: [(&str, usize); 3] =
    [("10 KB", 10_000), ("100 KB", 100_000), ("1 MB", 1_000_000)];

/// About so many bytes; the last paragraph is whole.
pub fn text(length: usize) -> String {
    let articles = articles();
    let mut text = articles.repeat(length / articles.len() + 1);
    let end = text[..length].rfind("\n\n").unwrap_or(length);
    text.truncate(end);
    text
}

fn articles() -> String {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let is_root = |folder: &&Path| folder.join("Cargo.lock").exists();
    let root = package.ancestors().find(is_root).unwrap_or(package);
    let folder = fs::read_dir(root.join("public/content/articles")).expect("the sample is there");
    let mut paths: Vec<PathBuf> = folder.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let read = |path: &PathBuf| {
        let file = if path.is_dir() {
            path.join("index.md")
        } else {
            path.clone()
        };
        let is_article = file.extension().is_some_and(|extension| extension == "md");
        let text = fs::read_to_string(file).ok().filter(|_| is_article)?;
        // Behind the front matter.
        text.splitn(3, "---\n").nth(2).map(String::from)
    };
    paths
        .iter()
        .filter_map(read)
        .collect::<Vec<_>>()
        .join("\n\n")
}
