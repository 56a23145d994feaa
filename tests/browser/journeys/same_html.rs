//! The Markdown module that readers download writes the same HTML as the build does, byte for byte: for CommonMark's
//! examples, hostile texts, the sample's articles and texts put together by chance.

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Journey;
use browser_tests::server::{Answer, files_in};
use browser_tests::{Stage, journeys};
use recto::markdown::{Enrichment, render_html};
use serde_json::{Value, json};

use crate::{corpus, site};

pub const JOURNEYS: &[Journey] = journeys![the_browser_writes_the_html_that_the_build_writes];

/// Renders every text of a list in the page; answers with the first that differ.
const COMPARE: &str = include_str!("same_html.js");

const TEXTS: &str = "/texts.json";

async fn the_browser_writes_the_html_that_the_build_writes(stage: &Stage<'_>) -> Result<()> {
    let mut texts = articles(stage)?;
    ensure!(texts.len() >= 18, "only {} articles", texts.len());
    let plain = |markdown| (markdown, Enrichment::default());
    let examples = corpus::examples().into_iter();
    texts.extend(examples.map(|example| plain(example.markdown)));
    texts.extend(
        corpus::HOSTILE
            .into_iter()
            .flat_map(corpus::hostile)
            .map(plain),
    );
    texts.extend(corpus::generated(1_000));
    let list: Vec<Value> = texts.iter().map(with_html).collect();
    stage
        .server
        .answer(TEXTS, Answer::new(serde_json::to_vec(&list)?));
    // In the page's own world: drivers run scripts in one of theirs, where a module would be loaded anew.
    stage.server.run_first(&format!(
        "window.__compare = async (paths) => {{ {COMPARE} }};"
    ));
    let page = stage.open("/").await?;
    let paths = json!([
        stage.server.path(TEXTS),
        stage.server.path(&site::asset(stage, "markdown-", ".js")?),
        stage
            .server
            .path(&site::asset(stage, "markdown-", ".wasm")?),
    ]);
    let script = format!("return window.__compare({paths})");
    let (compared, differences): (usize, Vec<String>) = page.js_async(&script).await?;
    ensure!(compared == texts.len(), "only {compared} were compared");
    ensure!(differences.is_empty(), "{}", differences.join("\n"));
    Ok(())
}

fn with_html((markdown, enrichment): &(String, Enrichment)) -> Value {
    let html = render_html(markdown, enrichment);
    let labels = &enrichment.labels;
    json!({ "markdown": markdown, "enrichment": enrichment, "labels": labels, "html": html })
}

/// The sample's articles as the browser gets them.
fn articles(stage: &Stage<'_>) -> Result<Vec<(String, Enrichment)>> {
    let files = files_in(&stage.server.site().dist)?;
    let markdown = files
        .iter()
        .filter(|file| file.starts_with("/content/articles/") && file.ends_with(".md"));
    let read = |path: &String| {
        let data = path.replace(".md", ".json");
        let mut data: Value = serde_json::from_slice(&site::file(stage, &data)?)?;
        let text = String::from_utf8(site::file(stage, path)?).context("Markdown is UTF-8")?;
        let enrichment = serde_json::from_value(data["enrichment"].take()).unwrap_or_default();
        Ok((text, enrichment))
    };
    markdown.map(read).collect()
}
