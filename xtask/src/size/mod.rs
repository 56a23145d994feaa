//! `cargo xtask size`: what a first visit to an article of `dist/` loads, and what an embedded piece does, against their
//! budgets.
//!
//! 1. Compress every article page, and the files that `dist/assets.json` names.
//! 2. Put them into groups, each with a budget in bytes of Brotli; `pieces` does the same for each element.
//! 3. Print the tables. Above a budget, fail and say by how much.

mod pieces;
mod report;

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};
use report::{File, Group};
use serde_json::Value;

use crate::{mirror, workspace};

const PAGE_BUDGET: usize = 14 * 1024;
/// The manifest's lists, with a title and a budget for each.
const LISTS: [(&str, &str, usize); 5] = [
    ("start", "Script and wasm at the start", 60 * 1024),
    ("later", "Script and wasm for navigation, later", 65 * 1024),
    ("tools", "Reading tools, for who opens one", 46 * 1024),
    (
        "embed",
        "An embedded piece, in somebody else's page",
        65 * 1024,
    ),
    ("frame", "What sizes frames, in somebody else's page", 1024),
];

pub fn run() -> Result<()> {
    let dist = workspace::dist();
    let manifest = read_manifest(&dist)?;
    let mut groups = vec![pages(&dist)?];
    for (list, title, budget) in LISTS {
        groups.push(assets(&dist, &manifest, list, title, budget)?);
    }
    print!("{}", report::table(&groups));
    let pieces = pieces::pieces(&dist, &manifest)?;
    print!("\n{}", report::sums(pieces::TITLE, &pieces));
    let all = groups.iter().chain(&pieces);
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

/// The heaviest article counts, being the worst a reader can meet; the median says what is usual.
fn pages(dist: &Path) -> Result<Group> {
    let mut pages = Vec::new();
    for path in article_pages(dist)? {
        pages.push(measure(dist, &path)?);
    }
    pages.sort_by_key(|page| page.brotli);
    let count = pages.len();
    ensure!(count > 0, "dist/articles holds no article");
    let (median, heaviest) = (pages[(count - 1) / 2].clone(), pages[count - 1].clone());
    Ok(Group {
        title: format!("HTML with its style sheet, heaviest of {count} articles"),
        budget: PAGE_BUDGET,
        files: vec![heaviest],
        median: Some(median),
    })
}

/// The files listed in the manifest under `key`.
fn assets(dist: &Path, manifest: &Value, key: &str, title: &str, budget: usize) -> Result<Group> {
    let listed = manifest[key].as_array();
    let listed = listed.with_context(|| format!("dist/assets.json: no list `{key}`"))?;
    let paths = listed.iter().filter_map(Value::as_str);
    Ok(Group {
        title: title.to_owned(),
        budget,
        files: paths
            .map(|path| measure(dist, path))
            .collect::<Result<_>>()?,
        median: None,
    })
}

fn article_pages(dist: &Path) -> Result<Vec<String>> {
    let articles = mirror::files(&dist.join("articles"))?;
    let is_page = |path: &&PathBuf| path.components().count() == 2 && path.ends_with("index.html");
    let pages = articles.iter().filter(is_page);
    Ok(pages
        .map(|path| format!("articles/{}", path.display()))
        .collect())
}

fn measure(dist: &Path, path: &str) -> Result<File> {
    let bytes = fs::read(dist.join(path)).with_context(|| format!("reading dist/{path}"))?;
    Ok(File {
        path: path.to_owned(),
        raw: bytes.len(),
        brotli: compressed_length(&bytes)?,
    })
}

/// As a CDN would send it: Brotli at its best.
pub fn compressed_length(bytes: &[u8]) -> Result<usize> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &parameters)?;
    Ok(compressed.len())
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
