//! Which routes of an Astro site show which collection, as far as their files tell without being run.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use walkdir::WalkDir;

/// Folders of routes such as `blog/[...slug].astro`, by the collection that the file asks for. `source` is the folder
/// `src`.
pub fn astro_folders(source: &Path) -> BTreeMap<String, Vec<String>> {
    let pages = source.join("pages");
    let mut folders: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in WalkDir::new(&pages)
        .sort_by_file_name()
        .into_iter()
        .flatten()
    {
        let name = entry.file_name().to_string_lossy();
        let is_route = name.starts_with('[') && name.ends_with("].astro") || name == "index.astro";
        let below = entry.path().strip_prefix(&pages).unwrap_or(entry.path());
        let folder = below
            .parent()
            .unwrap_or(below)
            .to_string_lossy()
            .replace('\\', "/");
        // `blog/[slug]/index.astro` is one, too.
        let folder = match name.starts_with('[') {
            true => Some(folder.as_str()),
            false => folder
                .rsplit_once('/')
                .filter(|(_, last)| last.starts_with('['))
                .map(|(folder, _)| folder),
        };
        let Some(folder) = folder.filter(|folder| is_route && !folder.contains('[')) else {
            continue;
        };
        let text = fs::read_to_string(entry.path()).unwrap_or_default();
        for collection in collections(&text) {
            folders
                .entry(collection.into())
                .or_default()
                .push(folder.into());
        }
    }
    folders
}

/// The names in `getCollection("blog")`.
fn collections(text: &str) -> impl Iterator<Item = &str> {
    text.split("getCollection(").skip(1).filter_map(|rest| {
        let rest = rest.trim_start();
        let quote = rest
            .chars()
            .next()
            .filter(|quote| "\"'`".contains(*quote))?;
        rest[1..].split(quote).next()
    })
}
