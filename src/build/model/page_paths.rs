//! Paths of pages: none may be that of a page of ours, or of another page.

use super::entry::Entry;
use super::sections::Section;
use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::input::slug;
use crate::build::input::source::{Role, Source};
use crate::route::Route;
use std::collections::{BTreeMap, HashSet};

/// The paths of articles that live among pages, and of sections, and whose they are.
pub fn taken(articles: &[Entry], sections: &[Section]) -> BTreeMap<String, String> {
    let folders = sections.iter().map(|section| {
        let folder = ["the section `", &section.folder, "`"].concat();
        (section.path.to_lowercase(), folder)
    });
    let articles = articles.iter().filter_map(|Entry { source, .. }| {
        let path = source.slug.strip_prefix('/')?;
        Some((path.to_lowercase(), source.path.clone()))
    });
    folders.chain(articles).collect()
}

/// Tells what clashes with what is `taken`. In a blog of another system such a page gets a number.
pub fn check(
    pages: &mut [Source],
    mut taken: BTreeMap<String, String>,
    language: &str,
    is_strict: bool,
    problems: &mut Problems,
) {
    let mut in_order: Vec<&mut Source> = pages.iter_mut().collect();
    // The page in the language of the site keeps its path.
    in_order.sort_by_cached_key(|page| (page.front_matter.lang != language, page.file.clone()));
    for page in in_order {
        let Some(what) = clash(&page.slug, &taken) else {
            taken.insert(page.slug.to_lowercase(), page.path.clone());
            continue;
        };
        let position = page.slug_position();
        let remedy = "give it another `slug:`, or another file name";
        if is_strict {
            problems.error(&page.path, position, what, remedy);
            continue;
        }
        page.slug = free_path(&page.slug, &taken);
        let what = [&what, ", so this one is at `/", &page.slug, "/`"].concat();
        problems.warning(&page.path, position, what, remedy);
        taken.insert(page.slug.to_lowercase(), page.path.clone());
    }
}

/// The path with the first number that makes it free. Below folders of ours nothing is, so that it is theirs that gets it.
fn free_path(path: &str, taken: &BTreeMap<String, String>) -> String {
    let (first, rest) = match is_ours(&path.to_lowercase()) {
        true => path.split_at(path.find('/').unwrap_or(path.len())),
        false => (path, ""),
    };
    slug::numbered(first, rest, |path| clash(path, taken).is_none())
}

fn is_ours(path: &str) -> bool {
    Route::parse(path) != Route::page(path)
}

/// What is wrong with a path; nothing where it is free. Some disks do not tell capitals apart.
fn clash(path: &str, taken: &BTreeMap<String, String>) -> Option<String> {
    let key = path.to_lowercase();
    if is_ours(&key) {
        return Some(["the path `/", path, "/` is that of a page of every site"].concat());
    }
    let other = taken.get(&key)?;
    Some(["the path `/", path, "/` is that of ", other, ", too"].concat())
}

/// Tells pages that lie among articles: most likely their date is missing.
pub fn report_among_articles(pages: &[Source], articles: &[Source], problems: &mut Problems) {
    let folders = articles.iter().filter_map(|article| folder(&article.file));
    let folders: HashSet<&str> = folders.collect();
    for page in pages {
        let is_chosen = page.role == Role::Page { is_chosen: true };
        let is_among = folder(&page.file).is_some_and(|folder| folders.contains(folder));
        if is_among && !is_chosen {
            let what = "this has no date, so it is a page, and in no list";
            let remedy = "add a line such as `date: 2026-04-01`, or `type: page`";
            problems.warning(&page.path, Position::START, what, remedy);
        }
    }
}

/// The folder that a text lies in, with its pictures or without; nothing at the top.
fn folder(file: &str) -> Option<&str> {
    let (folder, name) = file.rsplit_once('/')?;
    match name.starts_with("index.") {
        true => Some(folder.rsplit_once('/')?.0),
        false => Some(folder),
    }
}
