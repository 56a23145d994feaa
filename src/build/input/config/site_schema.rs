//! What editors are told of `site.json` as publishers write it: a JSON Schema, made from the types below.

use super::What;
use crate::content::reactions::ReactionKind;
use schemars::{JsonSchema, Schema, schema_for};

/// The facts about the whole site.
#[derive(JsonSchema)]
#[schemars(rename = "site.json", deny_unknown_fields)]
#[allow(dead_code, reason = "only its schema is of use")]
struct SiteJson {
    /// Where this schema lies, for editors.
    #[schemars(rename = "$schema")]
    schema: Option<String>,
    title: Option<String>,
    /// One sentence or two, at the foot of every page and for search engines.
    description: Option<String>,
    /// Where the site is: `https://example.org/blog/`.
    base_url: Option<String>,
    /// Of the interface and of articles that name none: `en`, `de-CH`.
    language: Option<String>,
    /// Links at the head of every page.
    navigation: Option<Vec<MenuEntry>>,
    menus: Option<Menus>,
    /// A picture in the place of the title.
    logo: Option<Logo>,
    footer: Option<Footer>,
    /// Where else the publisher is.
    social: Option<Vec<Social>>,
    /// Where a text can be changed, with `{path}` in it: `https://github.com/ada/blog/edit/main/content/{path}`.
    edit_url: Option<String>,
    /// What may be asked of other hosts. If the list is there, pictures and media of hosts that it does not name stay out.
    allow: Option<Vec<Allowed>>,
    /// What readers can react with; none if the list is empty.
    reactions: Option<Vec<ReactionKind>>,
    /// Where the reactions of all readers are counted, by the Open Heart protocol, with `{url}` or `{slug}` in it:
    /// `https://hearts.example/{url}`.
    reactions_endpoint: Option<String>,
    /// Articles on one page of a list.
    #[schemars(range(min = 1))]
    page_size: Option<u32>,
    /// The only names that a series may have.
    series: Option<Vec<String>>,
    /// Whether each folder of articles has a list and feeds of its own.
    sections: Option<bool>,
    /// Where articles live: `/{year}/{month}/{slug}/`. There may also be `{day}` and `{section}`; without it,
    /// `/articles/{slug}/`.
    permalinks: Option<String>,
    /// Whether the app looks for articles that were published without a build.
    live: Option<bool>,
    /// Where such articles lie, if on another host: `https://bucket.example/blog/`.
    content_url: Option<String>,
    /// Whether there is a page to write at, `/write/`. There is, if nothing is said.
    write: Option<bool>,
    /// Whether quotes, dashes and dots become typographic ones.
    smart_punctuation: Option<bool>,
    /// Whether the place, serial numbers and owner that cameras write into pictures are published.
    keep_metadata: Option<bool>,
    /// Where files without a date get one: from their first commit.
    dates: Option<Dates>,
}

#[derive(JsonSchema)]
#[allow(dead_code, reason = "only its schema is of use")]
struct Menus {
    main: Option<Vec<MenuEntry>>,
    footer: Option<Vec<MenuEntry>>,
}

#[derive(JsonSchema)]
#[allow(dead_code, reason = "only its schema is of use")]
struct MenuEntry {
    /// The title of the page, if nothing is said.
    label: Option<String>,
    /// The same as `label`.
    name: Option<String>,
    /// A URL, a path from the site's root, or a file of the content folder.
    href: Option<String>,
    /// The same as `href`.
    url: Option<String>,
    /// The same as `href`.
    page: Option<String>,
    /// Its place; smaller ones come first.
    weight: Option<i64>,
}

#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code, reason = "only its schema is of use")]
pub enum Logo {
    Path(String),
    Grounds { light: String, dark: Option<String> },
}

#[derive(JsonSchema)]
#[allow(dead_code, reason = "only its schema is of use")]
struct Footer {
    text: Option<String>,
    /// `CC BY 4.0`, or a name and an address.
    licence: Option<Licence>,
    links: Option<Vec<MenuEntry>>,
}

#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code, reason = "only its schema is of use")]
enum Licence {
    Name(String),
    Described { name: String, url: String },
}

/// A host that may be asked for something. Readers find it on their page.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[allow(dead_code, reason = "only its schema is of use")]
struct Allowed {
    /// A name alone: `giscus.app`, `*.example.org`.
    host: String,
    /// Why, in the words that readers see: `Comments`.
    purpose: String,
    what: Kinds,
    /// Whether pages ask by themselves, or only after the reader has pressed something. Frames and forms wait, if nothing is
    /// said.
    when: Option<When>,
}

#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code, reason = "only its schema is of use")]
enum Kinds {
    One(What),
    Several(Vec<What>),
}

#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
#[allow(dead_code, reason = "only its schema is of use")]
enum When {
    Always,
    Click,
}

#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code, reason = "only its schema is of use")]
enum Social {
    Address(String),
    Described {
        href: String,
        label: Option<String>,
        icon: Option<String>,
    },
}

#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
#[allow(dead_code, reason = "only its schema is of use")]
enum Dates {
    Git,
}

pub fn schema() -> Schema {
    schema_for!(SiteJson)
}
