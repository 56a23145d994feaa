//! From Markdown to elements on a page, beside the two libraries that sites use for it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use browser_tests::paths::workspace;
use browser_tests::runner::Journey;
use browser_tests::server::{Answer, Server, Site};
use browser_tests::{Stage, journeys};
use serde::Deserialize;

use crate::{articles, site};

pub const JOURNEYS: &[Journey] = journeys![markdown_becomes_elements];

/// Measures all renderers with one text, in turn; answers with a row for each.
const MEASURE: &str = include_str!("rendering.js");

const LIBRARIES: [(&str, &str); 3] = [
    ("marked.js", "marked/lib/marked.esm.js"),
    ("purify.js", "dompurify/dist/purify.es.mjs"),
    (
        "markdown-it.js",
        "markdown-it/dist/browser/markdown-it.esm.min.mjs",
    ),
];

#[derive(Deserialize)]
struct Row {
    name: String,
    /// Milliseconds of the first time, and of the middle one of the others.
    first: f64,
    median: f64,
}

/// On a page without policies: the libraries' strings could not enter ours.
async fn markdown_becomes_elements(stage: &Stage<'_>) -> Result<()> {
    let folder = tempfile::tempdir()?;
    write_page(stage, folder.path())?;
    let server = Server::start(Site::new(folder.path(), "/")).await?;
    let page = stage.load("/").await?;
    println!("| text | renderer | first, ms | then, ms |\n|---|---|---|---|");
    for (name, length) in articles::LENGTHS {
        server.answer("/text.md", Answer::new(articles::text(length)));
        // A new document for each length, so that each begins cold.
        page.go(&server.url("/")).await?;
        let times = 3_000_000 / (length + 20_000) + 8;
        for row in page
            .js_async::<Vec<Row>>(&format!("return window.__measure({times})"))
            .await?
        {
            println!(
                "| {name} | {} | {:.1} | {:.2} |",
                row.name, row.first, row.median
            );
        }
    }
    Ok(())
}

fn write_page(stage: &Stage<'_>, folder: &Path) -> Result<()> {
    for (name, package) in LIBRARIES {
        let from = workspace()
            .join("target/tools/npm/node_modules")
            .join(package);
        fs::copy(&from, folder.join(name)).with_context(|| from.display().to_string())?;
    }
    for (name, begin, end) in [
        ("markdown.js", "markdown-", ".js"),
        ("markdown.wasm", "markdown-", ".wasm"),
    ] {
        fs::write(
            folder.join(name),
            site::file(stage, &site::asset(stage, begin, end)?)?,
        )?;
    }
    fs::write(folder.join("measure.js"), MEASURE)?;
    let page = "<!DOCTYPE html><title>Measure</title><script src=\"/measure.js\"></script>";
    Ok(fs::write(folder.join("index.html"), page)?)
}
