//! `cargo xtask bench-peers --dir PATH`: what a reader gets from Recto and from other blogs, side by side in one run.
//!
//! 1. The harness in that folder installs the other blogs' tools and builds their sites, unless that is done.
//! 2. `target/release/recto` builds a site of the same articles.
//! 3. The harness measures all of them in Chromium.
//! 4. Medians go into the table of `benches/README.md`, between its two marks; all figures are in `target/peers`.
//!
//! The harness is not part of the repository. It is Node: `peers.mjs`, which reads MEASURE_SCRATCH, and `bench.mjs`.

mod medians;

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::{mirror, process, workspace};

/// Articles of the corpus.
const ARTICLES: &str = "100";

pub fn run(harness: &Path) -> Result<()> {
    ensure!(
        harness.join("bench.mjs").is_file(),
        "name the folder with the harness's bench.mjs: --dir PATH"
    );
    let corpus = scratch().join("corpus").join(ARTICLES);
    if !corpus.is_dir() {
        node(&harness.join("peers.mjs"), &["install"])?;
        node(&harness.join("peers.mjs"), &["build", ARTICLES])?;
    }
    let folder = workspace::root().join("target/peers");
    build(&corpus, &folder)?;
    let sites = folder.join("sites.json");
    let site = json!([{ "name": "recto", "dir": "dist", "article": "/articles/$SLUG/" }]);
    fs::write(&sites, site.to_string())?;
    let (sites, out) = (sites.to_string_lossy(), folder.to_string_lossy());
    node(
        &harness.join("bench.mjs"),
        &["--n", ARTICLES, "--sites", &sites, "--out", &out],
    )?;
    let results = fs::read_to_string(folder.join("results.json"))?;
    let readme = workspace::root().join("benches/README.md");
    let text = fs::read_to_string(&readme)?;
    let table = medians::table(&serde_json::from_str(&results)?)?;
    fs::write(&readme, medians::put(&text, &table)?).context("writing benches/README.md")
}

/// Where the harness keeps what it makes.
fn scratch() -> PathBuf {
    let named = env::var_os("MEASURE_SCRATCH").map(PathBuf::from);
    named.unwrap_or_else(|| env::temp_dir().join("peers"))
}

fn node(script: &Path, arguments: &[&str]) -> Result<()> {
    process::run(process::command("node").arg(script).args(arguments))
}

/// Builds the articles of the corpus as a site, as large on the home page as the others.
fn build(corpus: &Path, folder: &Path) -> Result<()> {
    let recto = workspace::release_recto();
    ensure!(
        recto.is_file(),
        "{} is missing: run `cargo xtask dist`",
        recto.display()
    );
    let url = "http://localhost/";
    let site = json!({ "title": "Notes", "base_url": url, "page_size": 10 });
    let content = folder.join("content");
    mirror::mirror(&corpus.join("articles"), &content.join("articles"))?;
    fs::write(content.join("site.json"), site.to_string())?;
    let mut build = process::command(recto);
    build.arg("build").arg("--content").arg(content);
    build
        .arg("--out")
        .arg(folder.join("dist"))
        .args(["--base-url", url]);
    process::run(&mut build)
}
