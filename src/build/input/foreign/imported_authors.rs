//! What other systems know of authors: Jekyll's `_data/authors.yml` and `_authors/`, Hugo's `data/authors/` and
//! `content/authors/<id>/_index.md`, Astro's collection `authors`, `authors.yml` of Docusaurus and Gatsby. None of them says
//! which keys there are; these are the ones that their documentation and themes use.

use super::profiles::{profiles, text};
use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::input::config::{Allowances, What};
use crate::build::input::content_folder::Content;
use crate::build::input::file_name::EXTENSIONS;
use crate::build::input::front_matter::{self, Value, http_url, parse_config};
use crate::build::input::slug;
use crate::build::options::project::System;
use crate::content::author::Author;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders of authors, and files with all of them but for the extension; below the content folder or the blog's own.
const PLACES: [&str; 9] = [
    "_data/authors",
    "_authors",
    "data/authors",
    "authors",
    "author",
    "content/authors",
    "src/content/authors",
    "src/data/authors",
    "source/_data/authors",
];

const DATA: [&str; 4] = ["yml", "yaml", "toml", "json"];

const NAME: [&str; 5] = ["name", "display_name", "fullname", "full_name", "title"];
const ROLE: [&str; 4] = ["role", "position", "job_title", "occupation"];
const BIO: [&str; 5] = ["bio", "about", "description", "summary", "excerpt"];
const AVATAR: [&str; 9] = [
    "avatar",
    "image",
    "image_url",
    "picture",
    "photo",
    "profile_picture",
    "profile_image",
    "portrait",
    "headshot",
];
const URL: [&str; 6] = ["url", "website", "homepage", "web", "site", "uri"];

/// Keys that are of people, and of no other page.
const OF_PEOPLE: [&str; 12] = [
    "avatar", "bio", "role", "position", "photo", "picture", "portrait", "headshot", "social",
    "socials", "twitter", "github",
];

/// Where an author's file is, and what it says.
struct Found {
    path: PathBuf,
    id: String,
    facts: Value,
    /// What stands below the head.
    text: String,
}

/// The id of the author whose text this is: of `authors/ada/_index.md`, `_authors/ada.md`. Nothing where the file lies
/// elsewhere, or its head is none of a person.
pub fn author_of(file: &str, head: &Value, has_text: bool) -> Option<String> {
    let (folder, name) = file.rsplit_once('/')?;
    let stem = name.split('.').next().unwrap_or(name);
    let is_of_folder = ["index", "_index"].contains(&stem);
    let (folder, id) = match is_of_folder {
        true => folder.rsplit_once('/')?,
        false => (folder, stem),
    };
    let is_of_people = !has_text || OF_PEOPLE.iter().any(|key| head.get(key).is_some());
    let is_there = ["authors", "author", "_authors"].contains(&folder);
    (is_there && is_of_people).then(|| slug::from_text(id))
}

/// All authors, one for each id. What names a picture that cannot be shown is told.
pub fn authors(content: &Content, allowances: &Allowances, problems: &mut Problems) -> Vec<Author> {
    let root = content.config.and_then(Path::parent).map(outermost);
    let mut bases = vec![content.folder];
    bases.extend(root.filter(|root| *root != content.folder));
    let mut authors = BTreeMap::new();
    for place in bases
        .iter()
        .flat_map(|base| PLACES.map(|place| base.join(place)))
    {
        for found in in_file(&place)
            .into_iter()
            .chain(in_folder(&place, content.system))
        {
            if let Some(author) = author(&found, &bases, content, allowances, problems) {
                authors.entry(author.id.clone()).or_insert(author);
            }
        }
    }
    authors.into_values().collect()
}

/// Hugo may keep its configuration two folders down.
fn outermost(folder: &Path) -> &Path {
    let above = folder.ancestors().nth(2);
    above
        .filter(|_| folder.ends_with("config/_default"))
        .unwrap_or(folder)
}

/// A table of authors by their ids, or a list.
fn in_file(place: &Path) -> Vec<Found> {
    let paths = DATA.map(|extension| place.with_extension(extension));
    let Some((path, facts)) = paths
        .into_iter()
        .find_map(|path| Some((path.clone(), parsed(&path)?)))
    else {
        return Vec::new();
    };
    let found = |id: &str, facts: &Value| Found {
        path: path.clone(),
        id: id.into(),
        facts: facts.clone(),
        text: String::new(),
    };
    match facts.entries() {
        [] => {
            let elements = facts.elements().iter();
            elements
                .map(|facts| found(&text(facts, &["id", "key", "slug", "short_name"]), facts))
                .collect()
        }
        entries => entries.iter().map(|(id, facts)| found(id, facts)).collect(),
    }
}

/// A file for each, or a folder with one. Of several languages the one without a name of its own comes first.
fn in_folder(place: &Path, system: System) -> Vec<Found> {
    let entries = fs::read_dir(place).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort_by_key(|path| (path.as_os_str().len(), path.clone()));
    let file = |path: PathBuf| match path.is_dir() {
        true => ["_index.md", "index.md"]
            .iter()
            .map(|name| path.join(name))
            .find(|path| path.is_file()),
        false => Some(path),
    };
    let is_ours = |path: &PathBuf| {
        system == System::Recto && path.extension().is_some_and(|end| end == "json")
    };
    let files = paths
        .into_iter()
        .filter_map(file)
        .filter(|path| !is_ours(path));
    files.filter_map(|path| read(&path, place)).collect()
}

fn read(path: &Path, place: &Path) -> Option<Found> {
    let below = path.strip_prefix(place).ok()?.to_str()?;
    let id = below.split(['/', '\\', '.']).next()?.to_owned();
    let extension = path.extension()?.to_str()?;
    let (facts, text) = match EXTENSIONS.contains(&extension) {
        true => {
            let text = plain_file(path)?;
            let split = front_matter::split(below, &text, &mut Problems::default());
            (split.head.clone(), plain(split.body))
        }
        false => (parsed(path)?, String::new()),
    };
    let path = path.into();
    Some(Found {
        path,
        id,
        facts,
        text,
    })
}

fn parsed(path: &Path) -> Option<Value> {
    let extension = path.extension()?.to_str()?;
    let is_data = DATA.contains(&extension);
    is_data.then(|| parse_config(&plain_file(path)?, extension))?
}

/// A link could lead out of the blog.
fn plain_file(path: &Path) -> Option<String> {
    let is_plain = fs::symlink_metadata(path).is_ok_and(|facts| facts.is_file());
    fs::read_to_string(path).ok().filter(|_| is_plain)
}

/// Markdown as text alone.
fn plain(markdown: &str) -> String {
    front_matter::without_marks(markdown, true)
}

/// Nothing without a name.
fn author(
    found: &Found,
    bases: &[&Path],
    content: &Content,
    allowances: &Allowances,
    problems: &mut Problems,
) -> Option<Author> {
    let facts = &found.facts;
    let name = Some(text(facts, &NAME)).filter(|name| !name.is_empty())?;
    let id = match &*found.id {
        "" => slug::from_text(&name),
        id => slug::from_text(id),
    };
    let is_titled = NAME.iter().find(|key| facts.get(key).is_some()) != Some(&"title");
    let title = Some(text(facts, &["title"]))
        .filter(|_| is_titled)
        .unwrap_or_default();
    let or = |one: String, other: String| if one.is_empty() { other } else { one };
    let url = http_url(&text(facts, &URL)).unwrap_or_default();
    let same_as = profiles(facts)
        .into_iter()
        .filter(|profile| *profile != url);
    Some(Author {
        id,
        role: or(text(facts, &ROLE), title),
        bio: or(plain(&text(facts, &BIO)), found.text.clone()),
        avatar: avatar(found, bases, content, allowances, problems)
            .as_str()
            .into(),
        same_as: same_as.map(|profile| profile.as_str().into()).collect(),
        url: url.as_str().into(),
        name,
        ..Author::default()
    })
}

/// As `authors/<id>.json` names it: an address, a path of the public folder, or a file from `authors/` on.
fn avatar(
    found: &Found,
    bases: &[&Path],
    content: &Content,
    allowances: &Allowances,
    problems: &mut Problems,
) -> String {
    let named = text(&found.facts, &AVATAR);
    let path = found.path.to_string_lossy();
    if named.is_empty() || named.contains("://") {
        let refusal = allowances.refusal(What::Image, &named);
        if let Some((what, remedy)) = &refusal {
            problems.warning(&path, Position::START, what.clone(), remedy.clone());
        }
        return if refusal.is_none() {
            named
        } else {
            String::new()
        };
    }
    let relative = named.trim_start_matches('/');
    let beside = found.path.parent().map(|folder| folder.join(relative));
    let candidates = beside
        .into_iter()
        .chain(bases.iter().map(|base| base.join(relative)));
    let file = candidates
        .filter_map(|path| content.publisher.file(&path).ok())
        .next();
    let folder = fs::canonicalize(content.folder).unwrap_or_default();
    let below = file
        .as_ref()
        .and_then(|file| file.strip_prefix(&folder).ok());
    match below {
        Some(below) => ["../", &below.to_string_lossy()].concat(),
        None if content.publisher.has(relative) => ["/", relative].concat(),
        None => {
            let what = ["there is no file `", &named, "`"].concat();
            problems.warning(
                &path,
                Position::START,
                what,
                "correct the path, or add the file",
            );
            String::new()
        }
    }
}
