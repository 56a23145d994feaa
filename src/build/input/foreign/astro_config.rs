//! What an Astro site says of itself. Its configuration is a program, and so are the files in which themes keep title and
//! author; what stands there as a plain text is read, and nothing is run.

use crate::build::input::front_matter::{Kind, Value};
use std::fs;
use std::path::Path;

/// Where starters and themes keep such facts, below the project's folder.
const FILES: [&str; 9] = [
    "src/consts.ts",
    "src/consts.js",
    "src/site.config.ts",
    "src/config.ts",
    "src/config/site.ts",
    "src/site-config.ts",
    "src/siteConfig.ts",
    "src/data/site.ts",
    "src/data/site-config.ts",
];

/// Our name for a fact, and theirs.
const NAMES: [(&str, &[&str]); 6] = [
    ("title", &["SITE_TITLE", "SITE_NAME", "title"]),
    ("description", &["SITE_DESCRIPTION", "description", "desc"]),
    ("url", &["site", "SITE_URL", "website"]),
    ("baseurl", &["base"]),
    ("lang", &["defaultLocale", "lang", "LOCALE"]),
    ("author", &["SITE_AUTHOR", "author"]),
];

/// As a table, in which the address has the names that Jekyll gives its two parts.
pub fn read(config: &Path) -> Value {
    let folder = config.parent().unwrap_or(Path::new(""));
    let own = fs::read_to_string(config).unwrap_or_default();
    let others = FILES
        .iter()
        .filter_map(|file| fs::read_to_string(folder.join(file)).ok());
    let others: Vec<String> = others.collect();
    let entries = NAMES.iter().filter_map(|(name, theirs)| {
        // A title in the configuration itself is that of an integration.
        let is_of_config = matches!(*name, "url" | "baseurl" | "lang");
        let texts: Vec<&String> = Some(&own)
            .filter(|_| is_of_config)
            .into_iter()
            .chain(&others)
            .collect();
        let found = theirs
            .iter()
            .find_map(|key| texts.iter().find_map(|text| plain_text(text, key)))?;
        let kind = Kind::Text(found.into());
        Some((
            name.to_string(),
            Value {
                kind,
                ..Value::NOTHING
            },
        ))
    });
    let kind = Kind::Table(entries.collect());
    Value {
        kind,
        ..Value::NOTHING
    }
}

/// The text in `key: "text"`, `key = 'text'` and the like.
fn plain_text<'a>(script: &'a str, key: &str) -> Option<&'a str> {
    let is_of_name = |c: char| c.is_alphanumeric() || c == '_' || c == '$' || c == '.';
    script.match_indices(key).find_map(|(at, _)| {
        let line = &script[script[..at].rfind('\n').map_or(0, |newline| newline + 1)..at];
        if script[..at].ends_with(is_of_name) || line.contains("//") {
            return None;
        }
        let rest = script[at + key.len()..].trim_start_matches(['"', '\'', ' ']);
        let value = rest.strip_prefix([':', '='])?.trim_start();
        let quote = value
            .chars()
            .next()
            .filter(|quote| "\"'`".contains(*quote))?;
        let text = value[1..].split(quote).next()?;
        (!text.contains("${")).then_some(text)
    })
}
