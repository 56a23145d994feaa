//! Imports go one way: from the top of the program down to what a blog is. ARCHITECTURE.md shows the same order.

#[path = "imports/cycle.rs"]
mod cycle;
#[path = "imports/import.rs"]
mod import;

use import::{Import, imports_of};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use walkdir::WalkDir;

/// From the bottom to the top. A module may import from its own layer and from those before it.
const LAYERS: &[&[&str]] = &[
    &["content"],
    &["folder"],
    &["i18n"],
    &["markdown"],
    &["route", "storage_key", "page_data"],
    &["from_json"],
    &["live_lists", "live_related", "replies"],
    &["reader_data"],
    &["components"],
    &["pages"],
    &["browser"],
    &["build::diagnostics"],
    &["build::options"],
    &["build::store"],
    &["build::input"],
    &["build::model"],
    &["build::enrich"],
    &["build::pages"],
    &["build::outputs"],
    &["build"],
    &["serve"],
    &["cli"],
];

#[test]
fn no_import_points_up() {
    let imports = imports_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(
        imports.len() > 500,
        "only {} imports were found",
        imports.len()
    );
    let wrong: Vec<String> = imports.iter().filter_map(fault).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// A name says which file is meant. `mod.rs` is the folder's.
#[test]
fn no_file_is_named_like_another() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut seen = BTreeMap::new();
    for entry in WalkDir::new(source) {
        let entry = entry.unwrap();
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.ends_with(".rs") || name == "mod.rs" {
            continue;
        }
        let path = entry.into_path();
        if let Some(other) = seen.insert(name, path.clone()) {
            panic!("{} is named like {}", path.display(), other.display());
        }
    }
}

#[test]
fn content_and_markdown_are_pure() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for folder in ["content", "markdown"] {
        for entry in WalkDir::new(source.join(folder)) {
            let path = entry.unwrap().into_path();
            if path.is_dir() {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            for outside in [
                "leptos",
                "std::fs",
                "std::io",
                "std::net",
                "std::time",
                "web_sys",
                "js_sys",
            ] {
                assert!(!text.contains(outside), "{}: {outside}", path.display());
            }
        }
    }
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    const WITHOUT: [&str; 5] = ["content", "markdown", "build", "serve", "cli"];
    let imports = imports_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let is_checked = |import: &&Import| WITHOUT.contains(&import.from[0].as_str());
    let circle = cycle::edges(imports.iter().filter(is_checked));
    assert!(circle.is_empty(), "\n{}", circle.join("\n"));
}

#[test]
fn an_import_that_points_up_is_named_with_a_remedy() {
    let imports = imports_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/imports/wrong"));
    let faults: Vec<String> = imports.iter().filter_map(fault).collect();
    assert_eq!(
        faults,
        [
            "build/model/tags.rs:4: `build::model` imports `build::outputs::feeds::title`; \
             move what both need to `build::model` or before it, or hand it over as a value",
            "build/model/tags.rs:8: `build::model` imports `build::outputs::feeds::MAX_ITEMS`; \
             move what both need to `build::model` or before it, or hand it over as a value",
        ]
    );
    let circle = cycle::edges(imports.iter());
    assert_eq!(
        circle,
        [
            "build/model/series.rs:3 imports `build::model::tags::Tag`",
            "build/model/tags.rs:3 imports `build::model::series::Series`",
            "build/model/tags.rs:4 imports `build::outputs::feeds::title`",
            "build/model/tags.rs:8 imports `build::outputs::feeds::MAX_ITEMS`",
            "build/outputs/feeds.rs:3 imports `build::model::tags::Tag`",
        ]
    );
}

fn fault(import: &Import) -> Option<String> {
    // The entry points of the programs are above everything.
    let (from, name) = layer(&import.from)?;
    let (to, _) = layer(&import.to)?;
    let Import {
        file,
        line,
        to: path,
        ..
    } = import;
    let path = path.join("::");
    (to > from).then(|| {
        format!(
            "{file}:{line}: `{name}` imports `{path}`; \
             move what both need to `{name}` or before it, or hand it over as a value"
        )
    })
}

/// The layer that a path is in: that of the longest name that it begins with.
fn layer(path: &[String]) -> Option<(usize, &'static str)> {
    let path = path.join("::") + "::";
    let names = LAYERS.iter().enumerate();
    let names = names.flat_map(|(layer, names)| names.iter().map(move |name| (layer, *name)));
    names
        .filter(|(_, name)| path.starts_with(&[name, "::"].concat()))
        .max_by_key(|(_, name)| name.len())
}
