//! The files that make hosts build a blog: each is valid YAML or TOML, and its commands do what they should, as far as they
//! need no host.

use super::blog::{Blog, stderr};
use super::documentation::{printed, put_on_path, shell};
use libyaml_safer::{EventData, Parser};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const HOSTS: [&str; 5] = ["github", "gitlab", "netlify", "cloudflare", "vercel"];

/// What hosts set.
const VARIABLES: &str = "\
export BASE_URL=https://ada.example/blog CI_PAGES_URL=https://ada.example/blog URL=https://ada.example/blog\n";

#[test]
fn each_host_gets_files_whose_commands_work() {
    for host in HOSTS {
        let blog = Blog::empty();
        put_on_path(&blog);
        // `npx --yes recto@VERSION …` is this very program; the tools of hosts are only noted.
        blog.write(
            "bin/npx",
            format!(
                "#!/bin/sh\nshift\ntool=$1\nshift\ncase $tool in\nrecto@{}) recto \"$@\" ;;\n\
                 *) echo \"$tool\" >>\"$ROOT/tools\" ;;\nesac\n",
                env!("CARGO_PKG_VERSION")
            ),
        );
        fs::create_dir(blog.path().join("work")).unwrap();
        let made = shell(
            &blog,
            &blog.path().join("work"),
            &format!("chmod +x \"$ROOT/bin/npx\"\nrecto new . --ci {host}"),
        );
        assert!(made.status.success(), "{}", printed(&made));
        let commands = commands(&blog.path().join("work"));
        assert!(commands.len() >= 2, "{host}: {commands:?}");
        for command in commands {
            let lines = [VARIABLES, command.as_str()].concat();
            let output = shell(&blog, &blog.path().join("work"), &lines);
            assert!(
                output.status.success(),
                "{host}: {command}\n{}",
                printed(&output)
            );
        }
        assert!(blog.path().join("work/dist/index.html").is_file(), "{host}");
        let page = fs::read_to_string(blog.path().join("work/dist/sitemap.xml")).unwrap();
        let has_own_url = ["cloudflare", "vercel"].contains(&host);
        assert!(
            has_own_url || page.contains("https://ada.example/blog/"),
            "{host}: {page}"
        );
    }
}

/// What the files have a shell run.
fn commands(folder: &Path) -> Vec<String> {
    let file = |path: &str| fs::read_to_string(folder.join(path)).ok();
    if let Some(text) = file("netlify.toml") {
        let config: toml::Table = text.parse().unwrap();
        assert_eq!(config["build"]["publish"].as_str(), Some("dist"));
        let command = config["build"]["command"].as_str().unwrap();
        return command.split(" && ").map(String::from).collect();
    }
    let (text, key) = match file(".gitlab-ci.yml") {
        Some(text) => (text, "script"),
        None => (file(".github/workflows/publish.yml").unwrap(), "run"),
    };
    values(&text).remove(key).unwrap()
}

/// The texts of a YAML file by the keys that they stand under.
fn values(text: &str) -> BTreeMap<String, Vec<String>> {
    let mut input = text.as_bytes();
    let mut parser = Parser::new();
    parser.set_input_string(&mut input);
    let mut values: BTreeMap<String, Vec<String>> = BTreeMap::new();
    // Of each mapping around, the key whose value comes next; of a sequence, that of the mapping around it.
    let mut around: Vec<(bool, Option<String>)> = Vec::new();
    loop {
        let event = parser.parse().unwrap();
        match event.data {
            EventData::StreamEnd => return values,
            EventData::MappingStart { .. } => around.push((true, None)),
            EventData::SequenceStart { .. } => {
                let key = around.last().and_then(|(_, key)| key.clone());
                around.push((false, key));
            }
            EventData::MappingEnd | EventData::SequenceEnd => {
                around.pop();
                if let Some((true, key)) = around.last_mut() {
                    *key = None;
                }
            }
            EventData::Scalar { value, .. } => match around.last_mut() {
                Some((true, key @ None)) => *key = Some(value),
                Some((is_mapping, key)) => {
                    let name = key.clone().unwrap_or_default();
                    values.entry(name).or_default().push(value);
                    if *is_mapping {
                        *key = None;
                    }
                }
                None => {}
            },
            _ => {}
        }
    }
}

#[test]
fn every_action_of_a_workflow_has_a_version() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let own = fs::read_dir(folder.join(".github/workflows")).into_iter();
    let own = own.flatten().map(|entry| entry.unwrap().path());
    let written = ["github", "cloudflare", "vercel"]
        .map(|host| folder.join("src/cli/ci").join(host).with_extension("yml"));
    let workflows: Vec<PathBuf> = own.chain(written).collect();
    for workflow in workflows {
        let text = fs::read_to_string(&workflow).unwrap();
        for action in &values(&text)["uses"] {
            assert!(action.contains("@v"), "{}: {action}", workflow.display());
        }
    }
}

#[test]
fn a_blog_that_is_there_gets_only_what_its_host_needs_and_keeps_what_it_has() {
    let blog = Blog::new();
    blog.write("netlify.toml", "mine");
    let output = blog
        .recto(&["new", ".", "--ci", "gitlab"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(blog.path().join(".gitlab-ci.yml").is_file());
    assert!(!blog.path().join("content/articles/hello.md").exists());
    let output = blog
        .recto(&["new", ".", "--ci", "netlify"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("netlify.toml"),
        "{}",
        stderr(&output)
    );
    let kept = fs::read_to_string(blog.path().join("netlify.toml")).unwrap();
    assert_eq!(kept, "mine");
}
