//! The documents of the repository name only files, modules and tests that exist.

use std::fs;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Folders at the top of the repository. What is named below one of them is a file or folder of ours.
const FOLDERS: [&str; 10] = [
    "benches/",
    "docs/",
    "fonts/",
    "fuzz/",
    "packaging/",
    "public/",
    "src/",
    "style/",
    "tests/",
    "xtask/",
];

#[test]
fn documents_name_only_files_that_exist() {
    let mut missing = Vec::new();
    for document in documents() {
        for name in names(&document) {
            let is_path = FOLDERS.iter().any(|folder| name.starts_with(folder));
            // A pattern, or something to be filled in.
            let is_plain = !name.contains(['*', '<', '{', ' ', '…']);
            if is_path && is_plain && !Path::new(ROOT).join(&name).exists() {
                missing.push(format!("{}: there is no `{name}`", document.display()));
            }
        }
    }
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
}

#[test]
fn documents_name_only_modules_that_exist() {
    let mut missing = Vec::new();
    for document in documents() {
        for name in names(&document) {
            let Some((module, item)) = name.rsplit_once("::") else {
                continue;
            };
            if !module.starts_with(|first: char| first.is_ascii_lowercase()) {
                continue;
            }
            let path = Path::new(ROOT).join("src").join(module.replace("::", "/"));
            let files = [path.with_extension("rs"), path.join("mod.rs")];
            let item =
                item.split(|character: char| !character.is_alphanumeric() && character != '_');
            let item = item.into_iter().next().unwrap();
            let texts = files
                .iter()
                .filter_map(|file| fs::read_to_string(file).ok());
            if !texts.into_iter().any(|text| text.contains(item)) {
                missing.push(format!("{}: there is no `{name}`", document.display()));
            }
        }
    }
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
}

#[test]
fn every_invariant_names_a_test_that_exists() {
    rows_name_tests_that_exist("ARCHITECTURE.md", "## What always holds");
}

#[test]
fn every_line_of_the_security_policy_names_a_test_that_exists() {
    rows_name_tests_that_exist("SECURITY.md", "## What is not, and what holds it");
}

fn rows_name_tests_that_exist(document: &str, heading: &str) {
    let text = fs::read_to_string(Path::new(ROOT).join(document)).unwrap();
    let (_, table) = text.split_once(heading).unwrap();
    let table = table.split("\n## ").next().unwrap();
    let rows: Vec<&str> = table
        .lines()
        .filter(|line| line.starts_with("| "))
        .skip(1)
        .collect();
    assert!(rows.len() >= 8, "{rows:?}");
    let tests: String = sources("tests").chain(sources("src")).collect();
    for row in rows {
        let held_by = row.trim_end_matches(" |").rsplit(" | ").next().unwrap();
        let tests_named: Vec<&str> = held_by.split('`').skip(1).step_by(2).collect();
        assert!(!tests_named.is_empty(), "no test holds: {row}");
        for name in tests_named {
            let is_there = tests.contains(&format!("fn {name}("));
            assert!(
                is_there,
                "there is no test `{name}`, which should hold: {row}"
            );
        }
    }
}

/// The documents for people who work on Recto; the changelog tells of the past.
fn documents() -> Vec<PathBuf> {
    let top = fs::read_dir(ROOT)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let docs = WalkDir::new(Path::new(ROOT).join("docs")).into_iter();
    let docs = docs.map(|entry| entry.unwrap().into_path());
    // What users read names files of theirs; `tests/site/documentation.rs` tries these.
    let docs = docs.filter(|path| !path.starts_with(Path::new(ROOT).join("docs/site")));
    let is_document = |path: &PathBuf| {
        path.extension().is_some_and(|extension| extension == "md")
            && path.file_name().unwrap() != "CHANGELOG.md"
    };
    top.chain(docs).filter(is_document).collect()
}

/// What is in backticks outside of code blocks.
fn names(document: &Path) -> Vec<String> {
    let text = fs::read_to_string(document).unwrap();
    // Code in a list is indented.
    let lines: Vec<&str> = text.lines().map(str::trim_start).collect();
    let text = ["\n", &lines.join("\n")].concat();
    let prose = text.split("\n```").step_by(2);
    let names = prose.flat_map(|prose| prose.split('`').skip(1).step_by(2));
    names.map(String::from).collect()
}

fn sources(folder: &str) -> impl Iterator<Item = String> {
    let entries = WalkDir::new(Path::new(ROOT).join(folder)).into_iter();
    let files = entries.map(|entry| entry.unwrap().into_path());
    let files = files.filter(|path| path.extension().is_some_and(|name| name == "rs"));
    files.map(|path| fs::read_to_string(path).unwrap())
}
