//! The title, description, address, language and author of a blog that was written for another system, out of
//! that system's own configuration. Whatever is missing or odd there keeps Recto's default: nobody wrote the file for us.

use super::{astro_config, imported_menus};
use crate::build::input::config::{SiteConfig, author_card, is_base_url};
use crate::build::input::front_matter::{
    FrontMatter, Kind, Value, is_language, parse_config, plain_line,
};
use crate::build::options::project::System;
use crate::content::site::Site;
use std::fs;
use std::path::Path;

/// Where systems keep facts besides the outermost table.
const TABLES: [&str; 2] = ["params", "extra"];

/// Nothing where the file cannot be read.
pub fn read(system: System, file: &Path) -> Option<SiteConfig> {
    let config = parsed(file)?;
    let default_authors = FrontMatter::authors(&config)
        .iter()
        .map(author_card)
        .collect();
    let site = site(&config);
    Some(SiteConfig {
        site,
        default_authors,
        menus: imported_menus::menus(system, file, &config, parsed_file),
        has_all_pages_in_menu: imported_menus::has_all_pages(system, &config),
        ..SiteConfig::default()
    })
}

/// The texts listed under a key; none where the file cannot be read.
pub fn list(file: &Path, key: &str) -> Vec<String> {
    let value = parsed(file);
    let list = value.as_ref().and_then(|config| config.get(key));
    let elements = list.map_or(&[][..], Value::elements).iter();
    elements.filter_map(Value::text).map(String::from).collect()
}

/// The names of Jekyll's collections that have pages of their own.
pub fn collections(file: &Path) -> Vec<String> {
    let config = parsed(file);
    let collections = config.as_ref().and_then(|config| config.get("collections"));
    let has_pages = |facts: &Value| facts.get("output").and_then(Value::truth) == Some(true);
    let entries = collections.map_or(&[][..], Value::entries).iter();
    entries
        .filter(|(_, facts)| has_pages(facts))
        .map(|(name, _)| name.clone())
        .collect()
}

/// The whole configuration. What Hugo keeps in several files of a folder is put together, each under its file's name.
pub fn parsed(file: &Path) -> Option<Value> {
    if is_script(file) {
        return Some(astro_config::read(file));
    }
    let mut config = parsed_file(file)?;
    let folder = file.parent().filter(|folder| folder.ends_with("_default"));
    for other in folder
        .and_then(|folder| fs::read_dir(folder).ok())
        .into_iter()
        .flatten()
        .flatten()
    {
        let path = other.path();
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if let Some(table) = parsed_file(&path).filter(|_| path != file) {
            let entry = Kind::Table(vec![(name, table)]);
            config.complete_with(&Value {
                kind: entry,
                ..Value::NOTHING
            });
        }
    }
    Some(config)
}

fn is_script(file: &Path) -> bool {
    let extension = file.extension().unwrap_or_default().to_string_lossy();
    ["mjs", "ts", "js", "mts", "cjs"].contains(&&*extension)
}

fn parsed_file(file: &Path) -> Option<Value> {
    let text = fs::read_to_string(file).ok()?;
    parse_config(&text, file.extension()?.to_str()?)
}

fn site(config: &Value) -> Site {
    let default = Site::default();
    let text = |keys: &[&str]| text_of(config, keys);
    Site {
        title: text(&["title", "name"]).unwrap_or(default.title),
        description: text(&["description", "tagline", "subtitle"])
            .map_or(default.description, plain_line),
        base_url: base_url(config).unwrap_or(default.base_url),
        language: text(&["languageCode", "default_language", "lang", "locale"])
            .map(|language| language.replace('_', "-"))
            .filter(|language| is_language(language))
            .unwrap_or(default.language),
        ..Site::default()
    }
}

/// Jekyll keeps the path apart from the host.
fn base_url(config: &Value) -> Option<String> {
    let url = text_of(config, &["baseURL", "baseurl", "base_url"]).filter(|url| is_base_url(url));
    let of_jekyll = || {
        let host = text_of(config, &["url"])?;
        let path = text_of(config, &["baseurl"]).unwrap_or_default();
        Some([host.trim_end_matches('/'), "/", path.trim_matches('/')].concat())
    };
    url.or_else(|| of_jekyll().filter(|url| is_base_url(url)))
}

/// The language of pages that say nothing of theirs; in Hugo English if nothing else is configured.
pub fn default_language(system: System, config: &Value) -> String {
    let keys = ["defaultContentLanguage", "default_language"];
    let configured = keys.iter().find_map(|key| config.get(key)?.text());
    let usual = if system == System::Hugo { "en" } else { "" };
    configured.unwrap_or(usual).to_string()
}

fn text_of(config: &Value, keys: &[&str]) -> Option<String> {
    let language = default_language(System::Hugo, config);
    let of_language = config
        .get("languages")
        .and_then(|languages| languages.get(&language));
    let tables = [Some(config), of_language]
        .into_iter()
        .flatten()
        .flat_map(|outer| {
            let inner = TABLES.iter().filter_map(|table| outer.get(table));
            std::iter::once(outer).chain(inner)
        });
    let values = tables.flat_map(|table| keys.iter().filter_map(|key| table.get(key)));
    values
        .filter_map(Value::text)
        .find(|text| !text.is_empty())
        .map(String::from)
}
