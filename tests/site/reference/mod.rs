//! The pages of the reference that are made: from the command line's own help, from the JSON Schemas, from the manifest of
//! the elements, and from the sources of style and storage. `cargo xtask docs` writes them.

use super::blog::Blog;
use super::documentation::site;
use recto::storage_key::StorageKey;
use serde_json::Value;
use std::fs;
use std::path::Path;

mod command_line;
mod elements;
mod schema;

/// Set by `cargo xtask docs`: write what is out of date, instead of telling.
const WRITE: &str = "RECTO_WRITE_DOCS";

#[test]
fn the_reference_is_up_to_date() {
    let folder = site().join("content/reference");
    let mut outdated = Vec::new();
    for (name, page) in made_pages() {
        let path = folder.join(name);
        if fs::read_to_string(&path).ok().as_ref() == Some(&page) {
            continue;
        }
        match std::env::var_os(WRITE) {
            Some(_) => fs::write(path, page).unwrap(),
            None => outdated.push(path.display().to_string()),
        }
    }
    assert!(
        outdated.is_empty(),
        "run `cargo xtask docs`, which writes these anew, and look at the change: {}",
        outdated.join(", ")
    );
}

fn made_pages() -> Vec<(&'static str, String)> {
    let blog = Blog::new();
    blog.article("one", "Text.");
    blog.build();
    let manifest: Value = serde_json::from_str(&blog.dist("embed/custom-elements.json")).unwrap();
    vec![
        ("command-line.md", command_line::command_line(&blog)),
        ("front-matter.md", schema::front_matter(&blog)),
        ("site-json.md", schema::site_json(&blog)),
        ("theme-json.md", schema::theme_json(&blog)),
        ("json-contract.md", schema::json_contract(&blog)),
        ("elements.md", elements::elements(&manifest)),
        (
            "custom-properties.md",
            elements::custom_properties(&manifest),
        ),
        ("storage-keys.md", storage_keys()),
    ]
}

/// A page with its head.
fn page(title: &str, description: &str, body: &str) -> String {
    format!(
        "---\n# Made by `cargo xtask docs`: changes belong into what it is made from.\ntitle: {title}\n\
         description: {description}\n---\n{}\n",
        body.trim()
    )
}

/// A table, or nothing where there is no row.
fn table(head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let head: Vec<String> = head.iter().map(|&cell| cell.into()).collect();
    let rows: String = rows
        .into_iter()
        .map(|row| {
            let cells: Vec<String> = row.iter().map(|cell| cell_text(cell)).collect();
            line(&cells)
        })
        .collect();
    match rows.is_empty() {
        true => String::new(),
        false => [line(&head), line(&vec!["---".into(); head.len()]), rows].concat(),
    }
}

/// One line, in which no bar ends the cell. Names of Rust in brackets are plain code.
fn cell_text(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.replace("[`", "`").replace("`]", "`");
    text.replace('|', "\\|")
}

/// Each variant of `StorageKey` has a line above it that says what it is.
fn storage_keys() -> String {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/storage_key.rs");
    let source = fs::read_to_string(source).unwrap();
    let (_, variants) = source.split_once("pub enum StorageKey").unwrap();
    let variants = variants.split("\n}\n").next().unwrap();
    let mut rows = Vec::new();
    let mut about = String::new();
    for line in variants.lines().map(str::trim) {
        if let Some(text) = line.strip_prefix("/// ") {
            about = [about.as_str(), text].join(" ");
            continue;
        }
        let Some(variant) = line.strip_suffix(',') else {
            continue;
        };
        let (name, slug) = match variant.split_once('(') {
            Some(("Draft", _)) => ("draft".into(), "<number>"),
            Some((name, _)) => (name.to_lowercase(), "<article>"),
            None => (variant.to_lowercase(), ""),
        };
        let key = StorageKey::of(&name, slug).expect("a variant is called as its kind");
        rows.push(vec![
            format!("`{}`", key.name("/")),
            std::mem::take(&mut about),
        ]);
    }
    assert!(rows.len() >= 5, "{rows:?}");
    let body = format!(
        "The app keeps these in the local storage of the reader's browser, each as a JSON object with a version `v`. \
         Nothing of it is sent anywhere. `/you/` shows all of it to the reader, and exports or erases it.\n\n{}\n\
         A blog below a path, such as `https://example.org/blog/`, has that path in its keys: `recto:last:blog/`.",
        table(&["key", "what it keeps"], rows)
    );
    page(
        "Storage keys",
        "What a reader's browser keeps for a blog, and under which names.",
        &body,
    )
}
