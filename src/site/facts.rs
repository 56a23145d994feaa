//! Facts in JSON: `site.json` and `authors/<id>.json`.

use super::content_folder::Content;
use super::front_matter::{Kind, Value, is_language, json};
use super::problem::{Position, Problems};
use super::{config, slug};
use crate::content::{VERSION, author::Author, site::Site};
use crate::markdown::{UrlUse, clean_url};
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::path::Path;

/// The site's facts, or what a site is without them. `base_url` takes the place of the one in the file.
pub fn site(content: &Content, base_url: Option<&str>, problems: &mut Problems) -> Site {
    let mut file = JsonFile::<Site>::default();
    let mut site = Site::default();
    if content.folder.join("site.json").exists() {
        file = JsonFile::read(content, "site.json", problems);
        site = file.facts.take().unwrap_or_default();
    } else {
        let configured = content.config.and_then(config::site);
        tell_missing_facts(content, configured.is_some(), problems);
        site = configured.unwrap_or(site);
    }
    site.version = VERSION;
    if let Some(base_url) = base_url {
        site.base_url = base_url.into();
    }
    check_site(&site, &file, problems);
    if !site.base_url.ends_with('/') {
        site.base_url.push('/');
    }
    site
}

fn tell_missing_facts(content: &Content, is_configured: bool, problems: &mut Problems) {
    let config = content.config.and_then(Path::file_name).unwrap_or_default();
    let (config, what) = (config.to_string_lossy(), "there is no such file");
    let what = match is_configured {
        true => [what, ", so title and address are those of `", &config, "`"].concat(),
        false => what.into(),
    };
    let (path, remedy) = (
        content.path("site.json"),
        "write one with the site's title and base_url",
    );
    problems.warning(&path, Position::START, what, remedy);
}

/// The authors that have a file, in order of their ids.
pub fn authors(content: &Content, problems: &mut Problems) -> Vec<Author> {
    if !content.folder.join("authors").is_dir() {
        return Vec::new();
    }
    let files = content.files("authors", &["json"], problems);
    let read = |file: String| {
        let id = file.strip_prefix("authors/")?.strip_suffix(".json")?;
        let json = JsonFile::<Author>::read(content, &file, problems);
        let author = Author {
            id: id.into(),
            ..json.facts.clone()?
        };
        check_author(&author, &json, content, problems);
        Some(author)
    };
    files.into_iter().filter_map(read).collect()
}

/// Whether a text can be the start of every URL of the site.
pub fn is_base_url(url: &str) -> bool {
    let absolute = url.starts_with("https://") || url.starts_with("http://");
    absolute
        && !url.contains(|c: char| c.is_whitespace() || c.is_control() || "?#\"'<>\\".contains(c))
}

/// A JSON file as typed facts, and as a tree that knows where each of them stands.
struct JsonFile<T> {
    path: String,
    facts: Option<T>,
    tree: Value,
}

impl<T> Default for JsonFile<T> {
    fn default() -> Self {
        Self {
            path: String::new(),
            facts: None,
            tree: Value {
                position: Position::START,
                kind: Kind::Nothing,
            },
        }
    }
}

impl<T: DeserializeOwned> JsonFile<T> {
    fn read(content: &Content, file: &str, problems: &mut Problems) -> Self {
        let path = content.path(file);
        let Some(text) = content.text(file, problems) else {
            return Self {
                path,
                ..Self::default()
            };
        };
        let facts = serde_json::from_str(&text).map_err(|error| {
            let error = json::syntax_error(&error);
            problems.error(&path, error.position, error.message, "correct this place");
        });
        match (facts, json::parse(&text)) {
            (Ok(facts), Ok(tree)) => Self {
                path,
                facts: Some(facts),
                tree,
            },
            _ => Self {
                path,
                ..Self::default()
            },
        }
    }
}

impl<T> JsonFile<T> {
    /// Where the value at a path of keys stands; a number counts the elements of a list.
    fn position(&self, keys: &[&str]) -> Position {
        let step = |value: &'_ Value, key: &&str| match key.parse::<usize>() {
            Ok(index) => value.elements().get(index).cloned(),
            Err(_) => value.get(key).cloned(),
        };
        let found = keys
            .iter()
            .try_fold(self.tree.clone(), |value, key| step(&value, key));
        found.map_or(Position::START, |value| value.position)
    }

    fn error(&self, keys: &[&str], what: &[&str], remedy: &str, problems: &mut Problems) {
        problems.error(&self.path, self.position(keys), what.concat(), remedy);
    }
}

fn check_site(site: &Site, file: &JsonFile<Site>, problems: &mut Problems) {
    if !is_base_url(&site.base_url) {
        let what = ["`", &site.base_url, "` is not an absolute URL"];
        file.error(
            &["base_url"],
            &what,
            "write it as `https://example.org/` or `https://example.org/blog/`",
            problems,
        );
    }
    if !is_language(&site.language) {
        let what = ["`", &site.language, "` is not the code of a language"];
        file.error(
            &["language"],
            &what,
            "write a code such as `en` or `pt-BR`",
            problems,
        );
    }
    if site.page_size == 0 {
        file.error(
            &["page_size"],
            &["no article fits on a page"],
            "write a number from 1",
            problems,
        );
    }
    for (index, link) in site.navigation.iter().enumerate() {
        if clean_url(&link.href, UrlUse::Link).is_none() {
            let what = ["`", &link.href, "` is not a link that a page may hold"];
            file.error(
                &["navigation", &index.to_string(), "href"],
                &what,
                "use http, https, mailto or a path",
                problems,
            );
        }
    }
    check_reactions(site, file, problems);
}

fn check_reactions(site: &Site, file: &JsonFile<Site>, problems: &mut Problems) {
    let mut ids = BTreeSet::new();
    let is_allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    for (index, kind) in site.reactions.iter().enumerate() {
        let keys = ["reactions", &index.to_string(), "id"];
        if kind.id.is_empty() || !kind.id.bytes().all(is_allowed) {
            let what = ["`", &kind.id, "` cannot be the id of a reaction"];
            file.error(
                &keys,
                &what,
                "use small letters a to z, digits and hyphens",
                problems,
            );
        } else if !ids.insert(&kind.id) {
            let what = ["the reaction `", &kind.id, "` is there twice"];
            file.error(
                &keys,
                &what,
                "give each reaction an id of its own",
                problems,
            );
        }
    }
}

fn check_author(
    author: &Author,
    file: &JsonFile<Author>,
    content: &Content,
    problems: &mut Problems,
) {
    if !slug::is_usable(&author.id) {
        let what = ["`", &author.id, "` cannot be the id of an author"];
        file.error(
            &[],
            &what,
            "name the file with letters a to z, digits and hyphens",
            problems,
        );
    }
    if author.name.is_empty() {
        file.error(
            &[],
            &["the author has no name"],
            "add a line such as `\"name\": \"Ada Example\"`",
            problems,
        );
    }
    let avatar = &author.avatar;
    let is_elsewhere = avatar.is_empty() || avatar.starts_with('/') || avatar.contains("://");
    if !is_elsewhere && !content.folder.join("authors").join(avatar).is_file() {
        file.error(
            &["avatar"],
            &["there is no file `", avatar, "`"],
            "correct the path, or add the file",
            problems,
        );
    }
    check_url(avatar, &["avatar"], file, problems);
    check_url(&author.url, &["url"], file, problems);
    for (index, url) in author.same_as.iter().enumerate() {
        check_url(url, &["same_as", &index.to_string()], file, problems);
    }
}

fn check_url(url: &str, keys: &[&str], file: &JsonFile<Author>, problems: &mut Problems) {
    if clean_url(url, UrlUse::Media).is_none() {
        file.error(
            keys,
            &["`", url, "` is not a link that a page may hold"],
            "use http or https",
            problems,
        );
    }
}
