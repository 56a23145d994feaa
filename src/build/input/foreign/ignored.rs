//! Files that a system is configured to take no notice of: Hugo's `ignoreFiles` and languages that are switched off, Zola's
//! `ignored_content`. Jekyll's `exclude` is looked at when files are listed.

use super::patterns::glob_set;
use crate::build::input::front_matter::Value;
use crate::build::options::project::System;
use globset::GlobSet;
use regex::Regex;

#[derive(Default)]
pub struct Ignored {
    expressions: Vec<Regex>,
    globs: GlobSet,
    languages: Vec<String>,
}

impl Ignored {
    pub fn new(system: System, config: &Value) -> Self {
        let texts = |key: &str| {
            let values = config.get(key).map_or(&[][..], Value::elements).iter();
            values.filter_map(Value::text)
        };
        match system {
            System::Hugo => {
                let configured = config.entry("languages").map_or(&[][..], Value::entries);
                let is_off =
                    |facts: &Value| facts.get("disabled").and_then(Value::truth) == Some(true);
                let off = configured.iter().filter(|(_, facts)| is_off(facts));
                let off = off.map(|(code, _)| code.clone());
                Self {
                    expressions: texts("ignoreFiles")
                        .filter_map(|text| Regex::new(text).ok())
                        .collect(),
                    languages: texts("disableLanguages")
                        .map(String::from)
                        .chain(off)
                        .collect(),
                    ..Self::default()
                }
            }
            System::Zola => Self {
                globs: glob_set(texts("ignored_content")),
                ..Self::default()
            },
            _ => Self::default(),
        }
    }

    /// `language` is the one that the file is in by its name or folder.
    pub fn holds(&self, file: &str, language: &str) -> bool {
        // Hugo looks at the whole path.
        let path = ["/content/", file].concat();
        self.globs.is_match(file)
            || self
                .expressions
                .iter()
                .any(|expression| expression.is_match(&path))
            || self.languages.iter().any(|off| off == language)
    }
}
