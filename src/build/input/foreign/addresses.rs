//! Where an article was under the system that its blog was written for: the rules by which Hugo, Jekyll, Zola and Astro
//! make an address of a file, and their settings for it.

use super::foreign_config::default_language;
use super::permalink_patterns::{Page, expanded, path_stem, path_stem_of};
use super::routes::astro_folders;
use crate::build::input::content_folder::Content;
use crate::build::input::file_name::without_extension;
use crate::build::input::front_matter::{Value, old_path};
use crate::build::options::project::System;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// How the blog was set to make addresses.
pub struct Addresses {
    system: System,
    /// Patterns by section, collection or kind; the empty name is for all.
    patterns: BTreeMap<String, String>,
    is_ugly: bool,
    keeps_case: bool,
    default_language: String,
    /// Whether pages of the site's own language lie in a folder, too.
    has_default_folder: bool,
    /// Astro's folders of routes, by collection.
    folders: BTreeMap<String, Vec<String>>,
    /// Its collection, if the content folder holds but one.
    collection: String,
}

/// What lies below these is none of an article.
const OURS: [&str; 3] = ["assets/", "content/", "embed/"];

/// Jekyll's names for patterns.
const STYLES: [(&str, &str); 6] = [
    ("date", "/:categories/:year/:month/:day/:title.html"),
    ("pretty", "/:categories/:year/:month/:day/:title/"),
    ("ordinal", "/:categories/:year/:y_day/:title.html"),
    (
        "weekdate",
        "/:categories/:year/W:week/:short_day/:title.html",
    ),
    ("none", "/:categories/:title.html"),
    ("", "/:categories/:year/:month/:day/:title.html"),
];

impl Addresses {
    pub fn new(content: &Content, config: &Value) -> Self {
        let is_set = |key: &str| config.get(key).and_then(Value::truth) == Some(true);
        let default_language = default_language(content.system, config);
        Self {
            system: content.system,
            patterns: patterns(content.system, config),
            is_ugly: is_set("uglyURLs"),
            keeps_case: is_set("disablePathToLower"),
            default_language,
            has_default_folder: is_set("defaultContentLanguageInSubdir"),
            folders: match content.system {
                System::Astro => astro_folders(&source(content)),
                _ => BTreeMap::new(),
            },
            collection: content
                .folder
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
        }
    }

    /// The paths, below the site's root, at which an article was: `posts/a/`, `2024/05/01/a.html`. The first is its own.
    pub fn of(&self, page: &Page) -> Vec<String> {
        let addresses = match self.system {
            System::Recto => Vec::new(),
            System::Hugo => self.of_hugo(page),
            System::Jekyll => self.of_jekyll(page),
            System::Zola => self.of_zola(page),
            System::Astro => self.of_astro(page),
        };
        let chosen = page.chosen.iter().map(|address| expanded(address, page));
        let paths = chosen
            .chain(addresses)
            .filter_map(|address| old_path(&clean(&address)));
        paths
            .filter(|path| !OURS.iter().any(|ours| path.starts_with(ours)))
            .collect()
    }

    /// <https://gohugo.io/content-management/urls/>: the folders, then `slug`, or the file's name in small letters.
    fn of_hugo(&self, page: &Page) -> Vec<String> {
        let stem = path_stem(page);
        let (folders, name) = stem.rsplit_once('/').unwrap_or(("", stem));
        let name = page
            .front_matter
            .slug
            .as_ref()
            .map_or(name, |slug| slug.text.as_str());
        let section = folders.split('/').next().unwrap_or_default();
        let pattern = self.patterns.get(section);
        let path = match pattern {
            Some(pattern) => expanded(pattern, page),
            None => [folders, "/", name, "/"].concat(),
        };
        let path = self.urlized(&path);
        let path = match self.is_ugly && pattern.is_none() {
            true => [path.trim_end_matches('/'), ".html"].concat(),
            false => path,
        };
        vec![self.in_language(page, path)]
    }

    /// <https://jekyllrb.com/docs/permalinks/>; of collections `/:collection/:path.html`.
    fn of_jekyll(&self, page: &Page) -> Vec<String> {
        let collection = page
            .file
            .split('/')
            .find_map(|folder| folder.strip_prefix('_'));
        let pattern = match collection {
            Some("posts" | "drafts") => self
                .patterns
                .get("")
                .map(String::as_str)
                .unwrap_or_default(),
            Some(collection) => {
                let pattern = self.patterns.get(collection);
                pattern.map_or("/:collection/:path.html", String::as_str)
            }
            None => return vec![[without_extension(page.file), ".html"].concat()],
        };
        let style = STYLES.iter().find(|(name, _)| *name == pattern);
        vec![expanded(
            style.map_or(pattern, |(_, pattern)| pattern),
            page,
        )]
    }

    /// <https://www.getzola.org/documentation/content/page/>: the folders, then `slug`, or the file's name without its
    /// date, both slugified.
    fn of_zola(&self, page: &Page) -> Vec<String> {
        let stem = path_stem(page);
        let folders = stem.rsplit_once('/').map_or("", |(folders, _)| folders);
        let name = page
            .front_matter
            .slug
            .as_ref()
            .map_or(page.name.stem, |slug| slug.text.as_str());
        let slugified = crate::build::input::slug::from_text(name);
        let folders: Vec<String> = folders.split('/').map(slug::slugify).collect();
        let path =
            |name: &str| self.in_language(page, [&folders.join("/"), "/", name, "/"].concat());
        // With `slugify.paths = "off"` the name stays as it is.
        vec![path(&slugified), path(name)]
    }

    /// Whatever its routes are: those that ask for the collection, or else a folder named after it.
    fn of_astro(&self, page: &Page) -> Vec<String> {
        if let Some(below) = page.file.strip_prefix("pages/") {
            return vec![[path_stem_of(below), "/"].concat()];
        }
        let below = ["content/", "data/"]
            .iter()
            .find_map(|folder| page.file.strip_prefix(folder));
        let (collection, file) = match below.and_then(|below| below.split_once('/')) {
            Some(found) => found,
            None if page.file.starts_with(&[&self.collection, "/"].concat()) => ("", page.file),
            None => (self.collection.as_str(), page.file),
        };
        let id: Vec<String> = path_stem_of(file).split('/').map(slug::slugify).collect();
        let id = page
            .front_matter
            .slug
            .as_ref()
            .map_or(id.join("/"), |slug| slug.text.clone());
        let usual = vec![collection.to_string()];
        let folders = self.folders.get(collection).unwrap_or(&usual);
        folders
            .iter()
            .map(|folder| [folder, "/", &id, "/"].concat())
            .collect()
    }

    fn in_language(&self, page: &Page, path: String) -> String {
        let is_default = page.language.is_empty() || page.language == self.default_language;
        let folder = match is_default {
            true if !self.has_default_folder => return path,
            true => &self.default_language,
            false => page.language,
        };
        [folder, "/", path.trim_start_matches('/')].concat()
    }

    /// As Hugo makes a path of a text: letters, digits and some marks, spaces as hyphens, all small unless configured.
    fn urlized(&self, path: &str) -> String {
        let kept = path.chars().filter_map(|character| match character {
            ' ' => Some('-'),
            _ if character.is_alphanumeric() || "./\\_#+~-@".contains(character) => Some(character),
            _ => None,
        });
        let path: String = kept.collect();
        if self.keeps_case {
            path
        } else {
            path.to_lowercase()
        }
    }
}

/// Astro's folder `src`, which need not hold the content.
fn source(content: &Content) -> PathBuf {
    let root = content.config.and_then(Path::parent);
    root.map_or(content.folder.into(), |root| root.join("src"))
}

/// Hugo's `permalinks` are by section, once more by kind in newer versions; Jekyll's `permalink` is one for all posts, and
/// one for each collection.
fn patterns(system: System, config: &Value) -> BTreeMap<String, String> {
    let texts = |table: Option<&Value>| -> Vec<(String, String)> {
        let entries = table.map_or(&[][..], Value::entries).iter();
        entries
            .filter_map(|(key, value)| Some((key.clone(), value.text()?.to_string())))
            .collect()
    };
    match system {
        System::Hugo => {
            let permalinks = config.get("permalinks");
            let pages = permalinks.and_then(|permalinks| permalinks.get("page"));
            texts(permalinks).into_iter().chain(texts(pages)).collect()
        }
        System::Jekyll => {
            let own = config
                .get("permalink")
                .and_then(Value::text)
                .map(|text| (String::new(), text.to_string()));
            let collections = config
                .get("collections")
                .map_or(&[][..], Value::entries)
                .iter();
            let of_collections = collections.filter_map(|(name, facts)| {
                Some((name.clone(), facts.get("permalink")?.text()?.to_string()))
            });
            own.into_iter().chain(of_collections).collect()
        }
        _ => BTreeMap::new(),
    }
}

/// Without a slash at its beginning, and without two in a row, as where a pattern had an empty part.
fn clean(address: &str) -> String {
    let is_folder = address.ends_with('/');
    let parts: Vec<&str> = address.split('/').filter(|part| !part.is_empty()).collect();
    let address = parts.join("/");
    match is_folder && !address.is_empty() {
        true => address + "/",
        false => address,
    }
}
