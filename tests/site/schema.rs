//! What browsers fetch is what the schemas say, judged by a validator that knows nothing of our types.

use super::blog::{Blog, files};
use super::sample;
use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The schemas that `recto` prints, by the name of their kind.
struct Judge {
    schemas: Schemas,
    kinds: BTreeMap<&'static str, SchemaIndex>,
}

impl Judge {
    fn new(blog: &Blog) -> Self {
        let (mut schemas, mut kinds) = (Schemas::new(), BTreeMap::new());
        for kind in [
            "site",
            "article",
            "list",
            "index",
            "names",
            "live",
            "site-config",
        ] {
            let output = blog.recto(&["schema", kind]).output().unwrap();
            let schema = serde_json::from_slice(&output.stdout).unwrap();
            let name = [kind, ".json"].concat();
            let mut compiler = Compiler::new();
            compiler.add_resource(&name, schema).unwrap();
            kinds.insert(kind, compiler.compile(&name, &mut schemas).unwrap());
        }
        Self { schemas, kinds }
    }

    fn accepts(&self, kind: &str, value: &Value) -> Result<(), String> {
        let judged = self.schemas.validate(value, self.kinds[kind]);
        judged.map_err(|error| error.to_string())
    }
}

#[test]
fn all_data_of_the_sample_is_as_its_schema_says() {
    let blog = Blog::new();
    sample::build(&blog);
    let judge = Judge::new(&blog);
    let mut seen = BTreeMap::new();
    for (path, bytes) in files(&blog.path().join("dist/content")) {
        let path = path.to_str().unwrap();
        let kind = match path {
            "site.json" => "site",
            "names.json" => "names",
            "lists/tags.json" | "lists/authors.json" | "lists/series.json" => "index",
            _ if path.starts_with("lists/") => "list",
            _ if path.ends_with(".json") => "article",
            _ => continue,
        };
        let value = serde_json::from_slice(&bytes).unwrap();
        let judged = judge.accepts(kind, &value);
        assert_eq!(judged, Ok(()), "{path}");
        *seen.entry(kind).or_insert(0) += 1;
    }
    assert!(seen.len() == 5 && seen["article"] > 10, "{seen:?}");
}

#[test]
fn an_article_needs_little_and_each_mistake_is_refused() {
    let judge = Judge::new(&Blog::new());
    let least = json!({ "version": 1, "slug": "a", "title": "A" });
    assert_eq!(judge.accepts("article", &least), Ok(()));
    for (field, broken) in [
        ("version", json!(2)),
        ("version", Value::Null),
        ("slug", Value::Null),
        ("title", json!("")),
        ("title", json!(["A"])),
        ("published", json!(2024)),
        ("tags", json!([{ "name": "without a slug" }])),
        ("authors", json!("ada")),
        ("outline", json!([{ "level": "two" }])),
        ("reading_minutes", json!(-1)),
        ("enrichment", json!({ "code": [["one"]] })),
    ] {
        let mut article = least.clone();
        article[field] = broken.clone();
        let judged = judge.accepts("article", &article);
        assert!(judged.is_err(), "{field}: {broken}");
    }
}

#[test]
fn editors_know_what_a_site_json_may_say() {
    let judge = Judge::new(&Blog::new());
    let page = include_str!("../../docs/site/content/navigation.md");
    let (_, example) = page.split_once("```json title=").unwrap();
    let (_, example) = example.split_once('\n').unwrap();
    let (example, _) = example.split_once("```").unwrap();
    for text in [example, include_str!("../../public/content/site.json")] {
        let site = serde_json::from_str(text).unwrap();
        assert_eq!(judge.accepts("site-config", &site), Ok(()), "{text}");
    }
    for (field, broken) in [
        ("navigation", json!("about")),
        ("logo", json!({ "dark": "a.svg" })),
        ("footer", json!("Made by hand.")),
        ("social", json!([{ "label": "Ada" }])),
        ("sections", json!("yes")),
        ("page_size", json!(0)),
        ("menu", json!([])),
    ] {
        let judged = judge.accepts("site-config", &json!({ field: broken }));
        assert!(judged.is_err(), "{field}: {broken}");
    }
}
