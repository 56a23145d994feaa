//! The documentation site: it builds without a remark, and what it shows can be done as it stands there.
//!
//! Each page is followed from top to bottom in a new blog (`recto new`): a block with a file name is written to that file,
//! a block of `sh` is run, and `recto check --strict` must find nothing in the end. Blocks of `console` are commands that
//! need a network or another machine; they are not run.

use super::blog::{Blog, stderr};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A block of code in a page.
struct Block {
    language: String,
    file: Option<String>,
    text: String,
    line: usize,
}

#[test]
fn the_documentation_builds_without_a_remark() {
    let blog = Blog::empty();
    let site = site();
    let output = blog.run(
        "build",
        &[
            "--content",
            site.join("content").to_str().unwrap(),
            "--public",
            site.join("public").to_str().unwrap(),
            "--now",
            "2030-01-01",
            "--no-images",
            "--strict",
        ],
    );
    assert_eq!(stderr(&output), "");
    assert!(output.status.success());
}

#[test]
fn what_the_documentation_shows_can_be_done() {
    let mut failures = Vec::new();
    for page in pages() {
        if let Err(failure) = follow(&page) {
            failures.push(failure);
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n\n"));
}

#[test]
fn the_source_of_a_block_stands_beside_what_it_becomes() {
    let text = fs::read_to_string(site().join("content/write.md")).unwrap();
    let (_, text) = text.split_once("## Every block").unwrap();
    let sources = blocks(text).into_iter();
    let sources: Vec<Block> = sources
        .filter(|block| block.language == "markdown")
        .collect();
    assert!(sources.len() > 10);
    for source in sources {
        let fence = format!("{}`", source.text);
        let rest = text.split(&fence).nth(1).unwrap();
        let rest = rest.trim_start_matches('`').trim_start();
        assert!(rest.starts_with(&source.text), "{}", source.text);
    }
}

#[test]
fn the_documentation_shows_only_elements_and_attributes_that_exist() {
    let blog = Blog::new();
    blog.article("one", "Text.");
    blog.build();
    let manifest = blog.dist("embed/custom-elements.json");
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    let declarations = manifest["modules"][0]["declarations"].as_array().unwrap();
    let attributes = |tag: &str| -> Option<Vec<&str>> {
        let element = declarations
            .iter()
            .find(|element| element["tagName"] == tag)?;
        let attributes = element["attributes"].as_array()?.iter();
        Some(
            attributes
                .filter_map(|attribute| attribute["name"].as_str())
                .collect(),
        )
    };
    let mut seen = 0;
    for page in pages() {
        let text = fs::read_to_string(&page).unwrap();
        for tag in text
            .split('<')
            .skip(1)
            .filter(|tag| tag.starts_with("recto-"))
        {
            let tag = tag.split('>').next().unwrap();
            let (name, rest) = tag.split_once(' ').unwrap_or((tag, ""));
            let known = attributes(name)
                .unwrap_or_else(|| panic!("{}: there is no <{name}>", page.display()));
            for word in rest.split_whitespace() {
                let attribute = word.split('=').next().unwrap();
                let is_listener = attribute.starts_with("on") || attribute.starts_with(['@', ':']);
                let is_known = known.contains(&attribute) || is_listener || attribute == "/";
                assert!(is_known, "{}: <{name}> has no {word}", page.display());
            }
            seen += 1;
        }
    }
    assert!(seen > 5);
}

#[test]
fn another_page_leads_to_every_page() {
    let content = site().join("content");
    let texts: Vec<(PathBuf, String)> = pages()
        .into_iter()
        .map(|page| (page.clone(), fs::read_to_string(page).unwrap()))
        .collect();
    for (page, _) in &texts {
        let name = page.file_name().unwrap().to_str().unwrap();
        let path = page.strip_prefix(&content).unwrap();
        // The newest articles are on the front page.
        if path.starts_with("news") || path == Path::new("index.md") {
            continue;
        }
        let is_linked = texts.iter().any(|(other, text)| {
            let near = other.parent() == page.parent();
            let link = match near {
                true => name,
                false => path.to_str().unwrap(),
            };
            other != page && text.contains(&format!("{link})"))
                || text.contains(&format!("{link}#"))
        });
        assert!(
            is_linked,
            "no page leads to {}: link to it from index.md, or from the page above it",
            path.display()
        );
    }
}

/// Every page of the site, in order of their paths.
pub fn pages() -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(site().join("content")).sort_by_file_name();
    let paths = entries.into_iter().map(|entry| entry.unwrap().into_path());
    let is_page = |path: &PathBuf| path.extension().is_some_and(|name| name == "md");
    paths.filter(is_page).collect()
}

pub fn site() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/site")
}

/// Does what a page says, or tells what did not work, and where.
fn follow(page: &Path) -> Result<(), String> {
    let blocks = blocks(&fs::read_to_string(page).unwrap());
    let done = |block: &Block| block.file.is_some() || block.language == "sh";
    if !blocks.iter().any(done) {
        return Ok(());
    }
    let blog = Blog::empty();
    let mut folder = blog.path().join("work/blog");
    fs::create_dir_all(blog.path().join("work")).unwrap();
    put_on_path(&blog);
    shell(&blog, &blog.path().join("work"), "recto new blog");
    for block in blocks.iter().filter(|block| done(block)) {
        let place = format!("{}:{}", page.display(), block.line);
        if let Some(file) = &block.file {
            let path = folder.join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, &block.text).unwrap();
            continue;
        }
        let output = shell(&blog, &folder, &block.text);
        if !output.status.success() {
            return Err(format!("{place}: this fails\n{}", printed(&output)));
        }
        let place = fs::read_to_string(blog.path().join("folder")).unwrap();
        folder = place.trim().into();
    }
    let output = shell(&blog, &folder, "recto check --strict");
    match output.status.success() {
        true => Ok(()),
        false => Err(format!(
            "{}: what it writes is not in order\n{}",
            page.display(),
            printed(&output)
        )),
    }
}

/// Runs lines of a shell; the folder that they end in is the next block's.
pub fn shell(blog: &Blog, folder: &Path, lines: &str) -> Output {
    let script = format!("set -e\n{lines}\npwd >\"$ROOT/folder\"\n");
    let path = std::env::var("PATH").unwrap_or_default();
    Command::new("sh")
        .args(["-c", &script])
        .current_dir(folder)
        .env("ROOT", blog.path())
        .env("PATH", format!("{}/bin:{path}", blog.path().display()))
        .output()
        .unwrap()
}

/// A `recto` that has style sheets and app as an installed one has. It does not serve, which would never end: it only
/// looks whether it could.
pub fn put_on_path(blog: &Blog) {
    let script = format!(
        "#!/bin/sh\ncase \"$1$3\" in\nserve*) exec {recto} \"$@\" --help >/dev/null ;;\n\
         build* | check* | new--live) exec {recto} \"$@\" --style {root}/style --app {root}/app ;;\n*) exec {recto} \"$@\" ;;\nesac\n",
        recto = env!("CARGO_BIN_EXE_recto"),
        root = blog.path().display(),
    );
    blog.write("bin/recto", script);
    let status = Command::new("chmod")
        .args(["+x", "bin/recto"])
        .current_dir(blog.path())
        .status();
    assert!(status.unwrap().success());
}

pub fn printed(output: &Output) -> String {
    [&output.stdout, &output.stderr]
        .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
        .concat()
}

/// The blocks of code of a page, as their fences say: "```json title="content/site.json"".
fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines = text.lines().enumerate();
    while let Some((index, line)) = lines.next() {
        let fence: String = line
            .trim_start()
            .chars()
            .take_while(|&character| character == '`')
            .collect();
        if fence.len() < 3 {
            continue;
        }
        let information = line.trim_start().trim_start_matches('`');
        let (language, rest) = information.split_once(' ').unwrap_or((information, ""));
        let file = rest.split_once("title=\"").map(|(_, file)| file);
        let body = lines
            .by_ref()
            .map(|(_, line)| line)
            .take_while(|line| line.trim() != fence);
        blocks.push(Block {
            language: language.into(),
            file: file.and_then(|file| Some(file.split_once('"')?.0.into())),
            text: body.flat_map(|line| [line, "\n"]).collect(),
            line: index + 1,
        });
    }
    blocks
}
