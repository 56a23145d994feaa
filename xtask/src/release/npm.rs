//! Packages for npm: `recto`, which starts the program; one for each platform, which holds it; and `@recto/embed`, with what
//! pages of others need of a blog's elements. Written as `npm pack` writes them.

use std::{env, fs, path::Path, process::Command};

use anyhow::Result;
use serde_json::{Map, Value, json};

use super::{
    VERSION,
    archive::{self, Entry},
    platform::{self, Platform},
    repository,
};
use crate::{process, workspace};

pub fn write(files: &Path, platform: Platform, program: &Path) -> Result<()> {
    let own = vec![
        Entry::program(platform.program(), program)?,
        manifest(of_platform(platform)?),
    ];
    pack(files, &file(&platform.name()), own)?;
    let start = vec![
        ours("recto", "recto.js")?,
        ours("recto", "README.md")?,
        manifest(of_program()?),
    ];
    pack(files, &file(""), start)?;
    pack(files, &file("embed"), embed(program)?)
}

/// The file of the package `@recto/<name>`, or of `recto` where there is no name.
pub fn file(name: &str) -> String {
    let parts = ["npm-recto", name, VERSION].map(String::from);
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("-") + ".tgz"
}

fn pack(files: &Path, file: &str, mut entries: Vec<Entry>) -> Result<()> {
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        let text = fs::read(workspace::root().join(licence))?;
        entries.push(Entry::text(licence, text));
    }
    // npm wants everything in a folder of this name.
    archive::write(&files.join(file), "package", &entries)
}

/// A file of `packaging/npm`.
fn ours(package: &str, name: &str) -> Result<Entry> {
    let folder = workspace::root().join("packaging/npm").join(package);
    Ok(Entry::text(name, fs::read(folder.join(name))?))
}

fn manifest(manifest: Value) -> Entry {
    Entry::text("package.json", format!("{manifest:#}\n"))
}

/// What all have.
fn facts(name: &str, description: &str, more: Value) -> Result<Value> {
    let mut facts = json!({
        "name": name,
        "version": VERSION,
        "description": description,
        "license": "MIT OR Apache-2.0",
        "repository": { "type": "git", "url": format!("git+{}.git", repository()?) },
    });
    if let (Some(facts), Value::Object(more)) = (facts.as_object_mut(), more) {
        facts.extend(more);
    }
    Ok(facts)
}

fn of_platform(platform: Platform) -> Result<Value> {
    let more = json!({
        "os": [platform.system],
        "cpu": [platform.processor],
        "preferUnplugged": true,
    });
    let name = package(platform);
    facts(&name, "The program of `recto` for one system", more)
}

fn package(platform: Platform) -> String {
    ["@recto/", &platform.name()].concat()
}

fn of_program() -> Result<Value> {
    let programs = platform::ALL.map(|platform| (package(platform), json!(VERSION)));
    let more = json!({
        "bin": { "recto": "recto.js" },
        "engines": { "node": ">=18" },
        "optionalDependencies": Map::from_iter(programs),
    });
    let about = "Turns a folder of Markdown into a blog that any static host can serve";
    facts("recto", about, more)
}

/// The sources of `packaging/npm/embed`, and what a blog tells editors.
fn embed(program: &Path) -> Result<Vec<Entry>> {
    let mut entries = vec![manifest(of_embed()?)];
    for name in [
        "README.md",
        "index.js",
        "index.d.ts",
        "react.js",
        "react.d.ts",
        "vue.js",
        "vue.d.ts",
    ] {
        entries.push(ours("embed", name)?);
    }
    let folder = env::temp_dir().join(format!("recto-release-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let recto = |arguments: &[&str]| {
        process::printed(Command::new(program).current_dir(&folder).args(arguments))
    };
    recto(&["new", "blog"])?;
    recto(&[
        "build",
        "--content",
        "blog/content",
        "--out",
        "dist",
        "--no-images",
    ])?;
    for name in ["v1.d.ts", "custom-elements.json"] {
        let bytes = fs::read(folder.join("dist/embed").join(name))?;
        entries.push(Entry::text(name, bytes));
    }
    fs::remove_dir_all(&folder)?;
    Ok(entries)
}

fn of_embed() -> Result<Value> {
    let entry = |name: &str| json!({ "types": format!("./{name}.d.ts"), "default": format!("./{name}.js") });
    let more = json!({
        "type": "module",
        "sideEffects": false,
        "exports": {
            ".": entry("index"),
            "./react": entry("react"),
            "./vue": entry("vue"),
            "./custom-elements.json": "./custom-elements.json",
        },
        "types": "./index.d.ts",
        "customElements": "custom-elements.json",
        "peerDependencies": { "react": ">=18", "vue": ">=3.3" },
        "peerDependenciesMeta": { "react": { "optional": true }, "vue": { "optional": true } },
    });
    let about = "Shows articles, cards and reactions of a blog made by Recto in any web page";
    facts("@recto/embed", about, more)
}
