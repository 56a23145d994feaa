//! GitHub's own examples for what it adds to CommonMark.
//!
//! Two packages of the registry hold them: `dmc-parser` all but those for task lists, and the parser we use those.

use crate::corpus::Example;
use crate::spec::{differ_where_listed, spelt_alike, undressed};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Pages differ from GitHub where they must, and `gfm_differences.txt` says where and why.
#[test]
fn pages_differ_from_github_only_where_the_list_says_so() {
    differ_where_listed(
        include_str!("gfm_differences.txt"),
        examples(),
        |page, html| without_spelling(&undressed(page, false)) != without_spelling(html),
    );
}

/// The examples of the sections that GitHub calls extensions, with the numbers of its specification.
fn examples() -> Vec<Example> {
    let packages = packages();
    let mut examples = task_lists(&packages);
    let text = read(&packages, "dmc-parser", "tests/fixtures/gfm_spec.json");
    let all: Vec<Value> = serde_json::from_str(&text).expect("a list of examples");
    let extensions = all.iter().enumerate().filter(|(_, example)| {
        let section = example["section"].as_str().unwrap_or_default();
        section.ends_with("(extension)")
    });
    examples.extend(extensions.map(|(index, example)| Example {
        // The list lacks the examples 279 and 280.
        number: index + if index < 278 { 1 } else { 3 },
        markdown: example["markdown"].as_str().unwrap_or_default().into(),
        html: example["html"].as_str().unwrap_or_default().into(),
    }));
    assert_eq!(examples.len(), 24);
    examples
}

/// The two examples of task lists, out of a test of the parser's: each text stands in `r##"…"##`.
fn task_lists(packages: &Value) -> Vec<Example> {
    let test = read(packages, "pulldown-cmark", "tests/suite/gfm_tasklist.rs");
    let texts = test.split("r##\"").skip(1);
    let texts: Vec<&str> = texts.filter_map(|text| text.split("\"##").next()).collect();
    let example = |(index, pair): (usize, &[&str])| Example {
        number: 279 + index,
        markdown: pair[0].into(),
        html: pair[1].replace("/>\n", "> "),
    };
    texts.chunks_exact(2).enumerate().map(example).collect()
}

fn read(packages: &Value, package: &str, file: &str) -> String {
    let is_it = |candidate: &&Value| candidate["name"] == package;
    let found = packages["packages"].as_array().into_iter().flatten();
    let manifest = found.clone().find(is_it).expect(package)["manifest_path"].as_str();
    let folder = manifest.map(Path::new).and_then(Path::parent);
    let path: PathBuf = folder.expect("a manifest lies in a folder").join(file);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What cargo knows of the packages we depend on; it fetches those that are missing.
fn packages() -> Value {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--format-version", "1", "--locked"]);
    cargo.current_dir(env!("CARGO_MANIFEST_DIR"));
    let output = cargo.output().expect("cargo runs, or we would not");
    assert!(output.status.success(), "{output:?}");
    serde_json::from_slice(&output.stdout).expect("cargo prints JSON")
}

/// The same HTML to a browser: attributes in alphabetical order, no white space beside tags of blocks.
fn without_spelling(html: &str) -> String {
    let mut parts = html.split('<');
    let text = parts.next().unwrap_or_default().to_string();
    let joined = parts.fold(text, |html, part| {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        let mut words: Vec<&str> = tag.split(' ').collect();
        words[1..].sort_unstable();
        html + "<" + &words.join(" ") + ">" + text
    });
    spelt_alike(&joined).replace(">\n", ">").replace("\n<", "<")
}
