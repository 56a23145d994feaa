//! What another system's configuration means for the files of its content folder: which of them are content, their
//! languages, what their heads need not say.

use super::addresses::Addresses;
use super::defaults::Defaults;
use super::foreign_config;
use super::ignored::Ignored;
use crate::build::input::content_folder::Content;
use crate::build::input::date_formats;
use crate::build::input::file_name::FileName;
use crate::build::input::front_matter::{Value, is_language};
use crate::build::options::project::System;
use jiff::tz::TimeZone;
use std::collections::HashSet;

/// A content folder of a language.
struct LanguageFolder {
    path: String,
    language: String,
    /// Whether it is set, and so no part of addresses.
    is_configured: bool,
}

pub struct Conventions {
    pub system: System,
    /// As names end with them: `a.fr.md`.
    pub languages: Vec<String>,
    folders: Vec<LanguageFolder>,
    /// Of times that name no zone.
    pub zone: TimeZone,
    pub defaults: Defaults,
    ignored: Ignored,
    /// All that the system is configured with.
    pub config: Value,
    pub addresses: Addresses,
}

impl Conventions {
    /// `files` are those with Markdown.
    pub fn new(content: &Content, files: &[String]) -> Self {
        let config = content
            .config
            .and_then(foreign_config::parsed)
            .unwrap_or(Value::NOTHING);
        let zone = config
            .get("timeZone")
            .and_then(Value::text)
            .and_then(date_formats::zone);
        let (languages, folders) = languages(&config, files);
        Self {
            system: content.system,
            languages,
            folders,
            zone: zone.unwrap_or(TimeZone::UTC),
            defaults: Defaults::new(content, &config, files),
            ignored: Ignored::new(content.system, &config),
            addresses: Addresses::new(content, &config),
            config,
        }
    }

    /// Whether the system itself takes no notice of a file: Astro's users put a `_` before its name, or a folder's.
    pub fn is_draft(&self, file: &str, name: &FileName) -> bool {
        let is_marked = |part: &str| self.system == System::Astro && part.starts_with('_');
        file.split('/').any(is_marked) || self.ignored.holds(file, &self.language(file, name))
    }

    /// The language that a file is in by its name or its folder; empty for that of the site.
    pub fn language(&self, file: &str, name: &FileName) -> String {
        let is_known = self
            .languages
            .iter()
            .any(|language| language == name.language);
        match name.language {
            // `index.x.md` may mean something else.
            code if is_known || code.len() == 2 && is_language(code) => code.into(),
            _ => self.language_of_folder(file).into(),
        }
    }

    /// The path that a file's address is made of.
    pub fn file_in_language<'f>(&self, file: &'f str) -> &'f str {
        let folder = self.folder(file).filter(|folder| folder.is_configured);
        folder.map_or(file, |folder| &file[folder.path.len() + 1..])
    }

    /// The language that a file is in because of the folder it lies in.
    fn language_of_folder(&self, file: &str) -> &str {
        self.folder(file).map_or("", |folder| &folder.language)
    }

    fn folder(&self, file: &str) -> Option<&LanguageFolder> {
        let holds = |folder: &&LanguageFolder| {
            let below = file.strip_prefix(&*folder.path);
            below.is_some_and(|below| below.starts_with('/'))
        };
        self.folders.iter().find(holds)
    }
}

/// Those that are configured, and those of files that lie beside one of the same name without a language.
fn languages(config: &Value, files: &[String]) -> (Vec<String>, Vec<LanguageFolder>) {
    let configured = config.entry("languages").map_or(&[][..], Value::entries);
    let mut languages: Vec<String> = configured.iter().map(|(code, _)| code.clone()).collect();
    let folder = |(code, facts): &(String, Value)| {
        let configured = facts.get("contentDir").and_then(Value::text);
        let path = configured.unwrap_or(code);
        let path = path.strip_prefix("content/").unwrap_or(path);
        LanguageFolder {
            path: path.trim_matches('/').to_string(),
            language: code.clone(),
            is_configured: configured.is_some(),
        }
    };
    let folders = configured.iter().map(folder).collect();
    let all: HashSet<&String> = files.iter().collect();
    for file in files {
        let Some((path, extension)) = file.rsplit_once('.') else {
            continue;
        };
        let Some((stem, end)) = path.rsplit_once('.') else {
            continue;
        };
        let is_code = is_language(end) && (end.len() == 2 || end.as_bytes().get(2) == Some(&b'-'));
        if !is_code || languages.iter().any(|known| known == end) {
            continue;
        }
        let beside = [stem, ".", extension].concat();
        if all.contains(&beside) {
            languages.push(end.into());
        }
    }
    (languages, folders)
}
