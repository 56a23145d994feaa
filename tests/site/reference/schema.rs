//! Tables of what JSON Schemas say, and sentences of the types in them.

use super::super::blog::Blog;
use super::{page, table};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// A schema that `recto schema` prints.
struct Printed(Value);

impl Printed {
    fn of(blog: &Blog, kind: &str) -> Self {
        let output = blog.recto(&["schema", kind]).output().unwrap();
        Self(serde_json::from_slice(&output.stdout).unwrap())
    }

    fn definitions(&self) -> Map<String, Value> {
        self.0["$defs"].as_object().cloned().unwrap_or_default()
    }

    fn rows(&self, schema: &Value) -> Vec<Vec<String>> {
        let properties = schema["properties"].as_object().into_iter().flatten();
        properties
            .map(|(name, property)| {
                vec![
                    format!("`{name}`"),
                    self.kind(property),
                    self.about(property),
                ]
            })
            .collect()
    }

    /// What is said of a property, or else of its type.
    fn about(&self, property: &Value) -> String {
        if let Some(text) = property["description"].as_str() {
            return text.into();
        }
        let named = options(property).into_iter().find_map(|option| {
            let definition = self.definition(option["$ref"].as_str()?)?;
            Some(definition["description"].as_str()?.to_string())
        });
        named.unwrap_or_default()
    }

    fn definition(&self, reference: &str) -> Option<&Value> {
        self.0["$defs"].get(reference.rsplit('/').next()?)
    }

    /// A type as a reader says it: `text or list of text`, with links to the types that have a section of their own.
    fn kind(&self, schema: &Value) -> String {
        if let Some(reference) = schema["$ref"].as_str() {
            let name = reference.rsplit('/').next().unwrap();
            let definition = self.definition(reference).unwrap();
            return match definition["properties"].is_object() {
                true => format!("[{name}](#{})", name.to_lowercase()),
                false => self.kind(definition),
            };
        }
        if let Some(value) = schema.get("const") {
            return format!("`{value}`");
        }
        if let Some(values) = schema["enum"].as_array() {
            return joined(values.iter().map(|value| format!("`{value}`")));
        }
        let options = options(schema);
        if schema["anyOf"].is_array() || schema["oneOf"].is_array() {
            return joined(options.iter().map(|option| self.kind(option)));
        }
        let named = |name: &str| match name {
            "string" => "text".into(),
            "integer" | "number" => "number".into(),
            "boolean" => "`true` or `false`".into(),
            "array" => match schema["items"].is_object() {
                true => format!("list of {}", self.kind(&schema["items"])),
                false => "list".into(),
            },
            _ => match schema["properties"].as_object() {
                Some(properties) => {
                    let names = properties.keys().map(|name| format!("`{name}`"));
                    format!("object with {}", names.collect::<Vec<_>>().join(", "))
                }
                None => "object".into(),
            },
        };
        match &schema["type"] {
            Value::String(name) => named(name),
            Value::Array(names) => joined(
                names
                    .iter()
                    .filter_map(Value::as_str)
                    .filter(|&name| name != "null")
                    .map(named),
            ),
            _ => "any".into(),
        }
    }
}

/// What a value may be, without nothing.
fn options(schema: &Value) -> Vec<&Value> {
    let of = |key: &str| schema[key].as_array();
    match of("anyOf").or_else(|| of("oneOf")) {
        Some(options) => options
            .iter()
            .filter(|option| option["type"] != "null")
            .collect(),
        None => vec![schema],
    }
}

/// Each once.
fn joined(kinds: impl Iterator<Item = String>) -> String {
    let mut all: Vec<String> = Vec::new();
    for kind in kinds {
        if !all.contains(&kind) {
            all.push(kind);
        }
    }
    all.join(" or ")
}

/// The sections of the types that have properties.
fn types(printed: &[Printed]) -> String {
    let mut sections = BTreeMap::new();
    for schema in printed {
        for (name, definition) in schema.definitions() {
            if definition["properties"].is_object() {
                let about = definition["description"].as_str().unwrap_or_default();
                let rows = table(&["key", "value", "what it is"], schema.rows(&definition));
                let about = match about.is_empty() {
                    true => String::new(),
                    false => format!("{about}\n\n"),
                };
                sections.insert(name.clone(), format!("### {name}\n\n{about}{rows}\n"));
            }
        }
    }
    match sections.is_empty() {
        true => String::new(),
        false => format!("## Types\n\n{}", sections.into_values().collect::<String>()),
    }
}

pub fn front_matter(blog: &Blog) -> String {
    let schema = Printed::of(blog, "front-matter");
    let mut also: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut own = Vec::new();
    for mut row in schema.rows(&schema.0) {
        let of = row[2].strip_prefix("The same as `");
        match of.and_then(|name| name.strip_suffix("`.")) {
            Some(name) => also
                .entry(format!("`{name}`"))
                .or_default()
                .push(std::mem::take(&mut row[0])),
            None => own.push(row),
        }
    }
    let names = also
        .into_iter()
        .map(|(key, names)| vec![key, names.join(", ")]);
    let body = format!(
        "The head of a text is YAML (between lines of `---`), TOML (`+++`) or JSON (`{{`). Only `title` is required; what \
         has a `date` is an article.\n\n{}\n\
         A date may have a time and a zone, which order articles of one day and are in the feeds. Also read: `pinned` \
         (`sticky`), first on the front page; `noindex` (`robotsNoIndex`), not for search engines; `toc: false` (`showToc`), \
         no contents; `permalink`, `url` and `path`, an address that the text had before. `menus` is `menu`.\n\n\
         ## Names of other systems\n\n\
         The names that Hugo, Jekyll, Zola and Astro use are understood. Case and hyphens do not matter: `PublishDate` is \
         `publish_date`. Keys are also read from Hugo's `[params]` and Zola's `[extra]` and `[taxonomies]`.\n\n{}\n\
         ## In an editor\n\n\
         Editors complete and check these names. In VS Code with the YAML extension, write the schema into a file, and name \
         it in a first line of the head: `# yaml-language-server: $schema=./front-matter.schema.json`.\n\n\
         ```sh\nrecto schema front-matter >front-matter.schema.json\n```\n",
        table(&["key", "value", "what it is"], own),
        table(&["key", "also"], names),
    );
    page(
        "Front matter",
        "Every key that the head of an article or a page can have.",
        &body,
    )
}

pub fn site_json(blog: &Blog) -> String {
    let schema = Printed::of(blog, "site-config");
    let body = format!(
        "`site.json` lies at the top of the content. All keys may be left out.\n\n{}\n\
         ```json title=\"content/site.json\"\n{EXAMPLE}\n```\n\n\
         Editors complete and check the keys if the file names its schema (`\"$schema\": \"./site.schema.json\"`):\n\n\
         ```sh\nrecto schema site-config >content/site.schema.json\n```\n\n{}",
        table(&["key", "value", "what it is"], schema.rows(&schema.0)),
        types(&[schema])
    );
    page(
        "site.json",
        "Every key of the file that says what holds for the whole blog.",
        &body,
    )
}

pub fn theme_json(blog: &Blog) -> String {
    let schema = Printed::of(blog, "theme");
    let body = format!(
        "`theme.json` lies beside `site.json`. All keys may be left out; [Colours and typefaces](../theme.md) says how to \
         begin.\n\n{}\n\
         Editors complete and check the keys if the file names its schema (`\"$schema\": \"./theme.schema.json\"`):\n\n\
         ```sh\nrecto schema theme >content/theme.schema.json\n```\n\n{}",
        table(&["key", "value", "what it is"], schema.rows(&schema.0)),
        types(&[schema])
    );
    page(
        "theme.json",
        "Every key of the file that says how the blog looks.",
        &body,
    )
}

const EXAMPLE: &str = r#"{
  "title": "Long Primer",
  "base_url": "https://primer.example/",
  "navigation": [{ "label": "Articles", "href": "/" }, { "label": "Archive", "href": "/archive/" }],
  "footer": {
    "text": "Written by hand.",
    "licence": "CC BY 4.0",
    "links": [{ "label": "Feed", "href": "/atom.xml" }]
  },
  "social": ["https://github.com/ada", { "href": "https://social.example/@ada", "label": "Ada on Mastodon" }],
  "edit_url": "https://github.com/ada/blog/edit/main/content/{path}"
}"#;

/// The files that browsers fetch, in the order in which they meet them.
const CONTRACT: [(&str, &str); 6] = [
    ("site", "`content/site.json`"),
    (
        "article",
        "`content/articles/<slug>.json` and `content/pages/<path>.json`, beside which the Markdown lies",
    ),
    (
        "list",
        "`content/lists/`: a page of articles, for the home page, a tag, an author, a series, a section, the archive or a year of it",
    ),
    (
        "index",
        "`content/lists/tags.json`, `authors.json` and `series.json`",
    ),
    ("names", "`content/names.json`"),
    (
        "live",
        "`content/live.json`: what was published since the last build; see [Publish without a build](../without-a-build.md)",
    ),
];

pub fn json_contract(blog: &Blog) -> String {
    let schemas = CONTRACT.map(|(kind, _)| Printed::of(blog, kind));
    let mut body = String::from(
        "The app reads these files from the host, and so can any program. To publish an article without a build, put \
         `content/articles/<slug>.json` and `<slug>.md` on the host: when a reader opens its address, `404.html` loads the \
         app, which shows it. Every file has a `version`; within it, keys are only added.\n\n\
         `recto schema` prints the JSON Schema of each:\n\n```sh\nrecto schema article >article.schema.json\n```\n\n",
    );
    for ((kind, path), schema) in CONTRACT.iter().zip(&schemas) {
        let rows = table(&["key", "value", "what it is"], schema.rows(&schema.0));
        let rows = match rows.is_empty() {
            true => format!("{}\n", schema.kind(&schema.0)),
            false => rows,
        };
        body += &format!("## {kind}\n\n{path}.\n\n{rows}\n");
    }
    body += &types(&schemas);
    page(
        "The JSON contract",
        "What browsers fetch, and what you may write by yourself.",
        &body,
    )
}
