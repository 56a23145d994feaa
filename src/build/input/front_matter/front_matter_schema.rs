//! What editors are told of an article's head: a JSON Schema, made from the types below and from all names that the keys
//! go by elsewhere.

use super::key_names;
use crate::markdown::FigureWidth;
use schemars::{JsonSchema, Schema, schema_for};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The head of an article, in YAML, TOML or JSON.
#[derive(JsonSchema)]
#[schemars(rename = "Front matter")]
#[allow(dead_code, reason = "only its schema is of use")]
struct FrontMatterFile {
    /// What the article is called.
    #[schemars(length(min = 1))]
    title: String,
    /// One sentence under the title, and for search engines.
    description: Option<String>,
    /// The day of publication, as in `2026-04-01`, perhaps with a time and a zone.
    date: Option<Day>,
    /// The day of the last change.
    updated: Option<Day>,
    /// The first day on the site.
    #[schemars(rename = "publishDate")]
    publish_date: Option<Day>,
    /// The first day on which it is no longer on the site.
    expires: Option<Day>,
    /// Ids of files in `authors/`, or names.
    authors: Option<OneOrMany<Author>>,
    /// What it is about.
    tags: Option<OneOrMany<String>>,
    /// The same as tags.
    categories: Option<OneOrMany<String>>,
    /// The name of the series that it is a part of.
    series: Option<OneOrMany<String>>,
    /// Which part it is, from 1.
    series_order: Option<u32>,
    /// A picture above the text: its path, or the path with a text for those who cannot see it.
    cover: Option<Cover>,
    /// How wide pictures are that stand alone in the text and do not say so themselves.
    figures: Option<FigureWidth>,
    /// Addresses that the article had before, such as `/old/post/`.
    aliases: Option<OneOrMany<String>>,
    /// The last part of its address, if that is not its file's name.
    slug: Option<String>,
    /// Its place in the navigation, or its menu, name and place there.
    menu: Option<InMenu>,
    /// `page` for a page, which shows no date and is in no list.
    #[schemars(rename = "type")]
    kind: Option<String>,
    /// Whether it is unfinished, so that it is not published.
    draft: Option<bool>,
    /// Its language, if that is not the site's: `en`, `pt-BR`.
    lang: Option<String>,
    /// Where it first appeared, if elsewhere.
    canonical_url: Option<String>,
    /// Posts on Mastodon or Bluesky about it, or `https://webmention.io/`, for `recto replies`.
    replies: Option<OneOrMany<String>>,
}

/// Some editors read a date as a number or as a text.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code, reason = "only its schema is of use")]
enum Day {
    Text(String),
    SecondsSince1970(u64),
}

#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code, reason = "only its schema is of use")]
enum OneOrMany<T> {
    One(T),
    Many(Vec<T>),
}

#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code, reason = "only its schema is of use")]
enum Author {
    Name(String),
    Described {
        name: String,
        url: Option<String>,
        role: Option<String>,
        bio: Option<String>,
    },
}

#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code, reason = "only its schema is of use")]
enum InMenu {
    Place(i64),
    /// `main` or `footer`.
    Menu(String),
    Menus(Vec<String>),
    Described {
        menu: Option<String>,
        name: Option<String>,
        weight: Option<i64>,
    },
    /// By the names of menus.
    ByMenu(BTreeMap<String, Option<Described>>),
}

#[derive(JsonSchema)]
#[allow(dead_code, reason = "only its schema is of use")]
struct Described {
    name: Option<String>,
    weight: Option<i64>,
}

#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code, reason = "only its schema is of use")]
enum Cover {
    Path(String),
    Described {
        src: String,
        alt: Option<String>,
        caption: Option<String>,
        /// Which point stays in sight where it is cropped: `60% 40%`, from the left and from the top.
        position: Option<String>,
    },
}

/// Keys, and the names that they go by elsewhere.
const OTHER_NAMES: [(&str, &[&str]); 9] = [
    ("description", key_names::DESCRIPTION),
    ("date", key_names::PUBLISHED),
    ("updated", key_names::UPDATED),
    ("expires", key_names::EXPIRES),
    ("authors", key_names::AUTHORS),
    ("cover", key_names::COVER),
    ("aliases", key_names::ALIASES),
    ("canonical_url", key_names::CANONICAL_URL),
    ("lang", key_names::LANGUAGE),
];

pub fn schema() -> Schema {
    let mut schema = schema_for!(FrontMatterFile);
    let properties = schema
        .ensure_object()
        .get_mut("properties")
        .and_then(Value::as_object_mut);
    if let Some(properties) = properties {
        for (key, names) in OTHER_NAMES {
            let known = properties.get(key).cloned().unwrap_or_default();
            for name in names.iter().filter(|name| **name != key) {
                let mut other = known.clone();
                other["description"] = json!(["The same as `", key, "`."].concat());
                properties.entry(*name).or_insert(other);
            }
        }
        // Jekyll's says whether, other systems' says when.
        properties.insert(
            "published".into(),
            json!({ "description": "The day of publication, or false for a draft." }),
        );
    }
    // The date may stand in the file's name, the title in the first heading.
    schema.remove("required");
    schema
}
