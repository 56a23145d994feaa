//! WebAssembly that a browser refuses, and modules whose entries throw or panic.

use anyhow::{Context, Result, ensure};
use browser_tests::find::{alert, button};
use browser_tests::runner::{Journey, navigation_api};
use browser_tests::server::Answer;
use browser_tests::{Stage, journeys};

use super::reader::{Reader, is_true};
use super::ways::Cause;
use crate::site;

pub const JOURNEYS: &[Journey] = journeys![
    no_webassembly,
    webassembly_is_refused,
    no_memory_for_webassembly,
    the_app_throws_or_panics,
    the_renderer_throws_or_panics where navigation_api,
    the_tools_throw_or_panic,
];

/// Bodies of a function that fails: as JavaScript does, and as a panic in WebAssembly looks from outside.
const FAILING: [(&str, &str); 2] = [
    ("throws", "throw new RangeError('thrown by a test')"),
    (
        "panics",
        "throw new WebAssembly.RuntimeError('unreachable')",
    ),
];

async fn no_webassembly(stage: &Stage<'_>) -> Result<()> {
    without_wasm(stage, "delete globalThis.WebAssembly").await
}

async fn webassembly_is_refused(stage: &Stage<'_>) -> Result<()> {
    without_wasm(
        stage,
        &rejecting("new WebAssembly.CompileError('refused by a test')"),
    )
    .await
}

async fn no_memory_for_webassembly(stage: &Stage<'_>) -> Result<()> {
    without_wasm(stage, &rejecting("new RangeError('out of memory')")).await
}

fn rejecting(error: &str) -> String {
    format!(
        "WebAssembly.instantiateStreaming = WebAssembly.instantiate = () => Promise.reject({error});"
    )
}

async fn without_wasm(stage: &Stage<'_>, script: &str) -> Result<()> {
    let reader = Reader::new(stage).await?;
    stage.server.run_first(script);
    let page = reader.begins().await?;
    reader.goes_on(&page).await
}

async fn the_app_throws_or_panics(stage: &Stage<'_>) -> Result<()> {
    let reader = Reader::new(stage).await?;
    for (name, body) in FAILING {
        fail(stage, "app", "start", body)?;
        let page = reader.begins().await?;
        reader.goes_on(&page).await.context(name)?;
    }
    Ok(())
}

async fn the_renderer_throws_or_panics(stage: &Stage<'_>) -> Result<()> {
    let reader = Reader::new(stage).await?;
    for (name, body) in FAILING {
        let path = fail(stage, "markdown", "render", body)?;
        let page = reader.opens().await?;
        let went_on = reader.goes_on_or_is_told(&page, Cause::Content).await;
        stage.server.answer_as_usual(&path);
        if !went_on.context(name)? {
            reader.tries_again(&page).await.context(name)?;
        }
    }
    Ok(())
}

async fn the_tools_throw_or_panic(stage: &Stage<'_>) -> Result<()> {
    let reader = Reader::new(stage).await?;
    for (name, body) in FAILING {
        fail(stage, "tools", "open", body)?;
        let page = reader.opens().await?;
        page.click(&button("Search")).await?;
        is_true(&page.text(&alert()).await?, Cause::Content)?;
        reader.goes_on(&page).await.context(name)?;
    }
    Ok(())
}

/// Has the entry of a module fail; the path of its script.
fn fail(stage: &Stage<'_>, module: &str, entry: &str, body: &str) -> Result<String> {
    let path = site::asset(stage, module, ".js")?;
    let script = String::from_utf8(site::file(stage, &path)?)?;
    let export = format!("export function {entry}(");
    ensure!(script.contains(&export), "{path} has no {entry}");
    let script = script.replace(&export, "function working(");
    let failing = format!("{script}\nexport function {entry}() {{ {body} }}");
    stage.server.answer(&path, Answer::new(failing));
    Ok(path)
}
