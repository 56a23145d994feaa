//! `cargo xtask size`: what a first visit to an article of `dist/` loads, and what an embed does, against their
//! budgets.
//!
//! 1. Compress every article page (`pages`), and the files that `dist/assets.json` names.
//! 2. Put them into groups, each with a budget in bytes of Brotli; `embeds` does the same for each element.
//! 3. Print the tables. Above a budget, fail and say by how much.

mod document;
mod embeds;
mod pages;
mod report;

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use report::{File, Group};
use serde_json::Value;

use crate::workspace;

const KB: usize = 1024;

// Some limits below stand above their aims, at what the modules weigh since all of the app is Rust and the toolchain takes it
// as it comes: the app (aim 85 KB), the Markdown module (85), the tools (60), an embed alone (70), an article elsewhere (140)
// and the page with its style (14). A Leptos app with one signal, one list and one condition weighs 40.7 KB, in each of the
// three modules that have views. They may only go down. The app rose by 3 KB for what publishers put into its pages: slots, and who
// else is asked; and by 2 KB for asking what was published without a build. It rose by
// 2 KB for years of the archive, and by 2 KB for films that wait for a press, counts of reactions and dropped files; for the
// films the Markdown module rose by 1 KB, too; the tools by 4 and the search by 3 for a search without its index. The app rose by 3
// KB and the tools by 12 for replies and for the line that selected words stand in; the live module by 15 for what to read
// after an article that no build has made; an embed by 2 for the field that searches.

/// The manifest's lists, with a title and a budget for each.
const LISTS: [(&str, &str, usize); 8] = [
    ("start", "App, all in", 142 * KB),
    ("later", "Markdown module, for navigation", 87 * KB),
    ("tools", "Reading tools, for who opens one", 184 * KB),
    ("search", "What finds, for who searches", 47 * KB),
    ("live", "What was published without a build", 67 * KB),
    ("desk", "The desk, for who writes", 180 * KB),
    ("embed", "An embed, in somebody else's page", 80 * KB),
    ("frame", "What sizes frames, in somebody else's page", KB),
];

pub fn run() -> Result<()> {
    let dist = workspace::dist();
    let manifest = read_manifest(&dist)?;
    let mut groups = pages::groups(&dist)?;
    for (list, title, budget) in LISTS {
        groups.push(assets(&dist, &manifest, list, title, budget)?);
    }
    print!("{}", report::table(&groups));
    let embeds = embeds::embeds(&dist, &manifest)?;
    print!("\n{}", report::sums(embeds::TITLE, &embeds));
    let all = groups.iter().chain(&embeds);
    let excesses: Vec<String> = all.filter_map(Group::excess).collect();
    if !excesses.is_empty() {
        bail!("{}", excesses.join("\n"));
    }
    Ok(())
}

/// Whether there is a `dist/` to measure.
pub fn can_run() -> bool {
    manifest_path(&workspace::dist()).is_file()
}

/// The files listed in the manifest under `key`.
fn assets(dist: &Path, manifest: &Value, key: &str, title: &str, budget: usize) -> Result<Group> {
    let listed = manifest[key].as_array();
    let listed = listed.with_context(|| format!("dist/assets.json: no list `{key}`"))?;
    let paths = listed.iter().filter_map(Value::as_str);
    let files = paths
        .map(|path| measure(dist, path))
        .collect::<Result<_>>()?;
    Ok(Group::new(title, Some(budget), files))
}

fn measure(dist: &Path, path: &str) -> Result<File> {
    let bytes = fs::read(dist.join(path)).with_context(|| format!("reading dist/{path}"))?;
    File::new(path, &bytes)
}

fn read_manifest(dist: &Path) -> Result<Value> {
    let path = manifest_path(dist);
    let text = fs::read_to_string(&path)
        .with_context(|| format!("{} is missing: run `cargo xtask build`", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is not JSON", path.display()))
}

fn manifest_path(dist: &Path) -> PathBuf {
    dist.join("assets.json")
}
