//! The app does not arrive, arrives broken, or panics: the page stays readable, links are ordinary links, and the
//! console has one line.

use anyhow::{Result, ensure};
use browser_tests::fault::FaultKind;
use browser_tests::find::{alert, article, button, headline, link, region};
use browser_tests::runner::{Journey, navigation_api};
use browser_tests::server::Answer;
use browser_tests::wait::until;
use browser_tests::{Page, Stage, journeys};

use crate::site::{self, LEAK, LEAK_TITLE};

pub const JOURNEYS: &[Journey] = journeys![
    the_app_is_missing,
    the_app_is_cut_short,
    the_app_is_not_wasm,
    the_app_has_the_wrong_media_type,
    the_markdown_module_is_cut_short where navigation_api,
    the_app_panics_in_a_click where navigation_api,
    the_swap_of_pages_throws where navigation_api,
    the_tools_are_gone,
];

const STOPPED: &str = "Recto stopped";

async fn the_app_is_missing(stage: &Stage<'_>) -> Result<()> {
    page_survives(stage, Answer::status(500)).await
}

async fn the_app_is_cut_short(stage: &Stage<'_>) -> Result<()> {
    let mut wasm = site::file(stage, &site::asset(stage, "app", ".wasm")?)?;
    wasm.truncate(wasm.len() / 2);
    page_survives(stage, Answer::new(wasm)).await
}

async fn the_app_is_not_wasm(stage: &Stage<'_>) -> Result<()> {
    page_survives(
        stage,
        Answer::new("<!doctype html><title>Sign in to the network</title>"),
    )
    .await
}

/// Slower, but no reason to do without.
async fn the_app_has_the_wrong_media_type(stage: &Stage<'_>) -> Result<()> {
    let path = site::asset(stage, "app", ".wasm")?;
    let wasm = site::file(stage, &path)?;
    stage.server.answer(
        &path,
        Answer::new(wasm).with_media_type("application/octet-stream"),
    );
    stage.open(LEAK).await?;
    Ok(())
}

async fn the_markdown_module_is_cut_short(stage: &Stage<'_>) -> Result<()> {
    let path = site::asset(stage, "markdown", ".wasm")?;
    let mut wasm = site::file(stage, &path)?;
    wasm.truncate(wasm.len() / 2);
    stage.server.answer(&path, Answer::new(wasm));
    let page = stage.open(LEAK).await?;
    let post = &site::leak(stage)?.related[0];
    page.click(&link(&post.title).within(region("Related articles")))
        .await?;
    // The app cannot mend it: it says so, or lets the browser load the finished page.
    until("the post, or a word about it", async || {
        let loaded = page.text(&headline()).await? == post.title;
        Ok((loaded || !page.all(&link("Try again")).await?.is_empty()).then_some(()))
    })
    .await
}

/// What a panic looks like from outside: the hook calls the bridge, the task traps, its promise never settles.
const PANIC: &str = "
export function start(bridge) {
  const panic = () => {
    queueMicrotask(() => { bridge.stop('panicked at a test'); throw new WebAssembly.RuntimeError('unreachable'); });
    return new Promise(() => {});
  };
  navigation.addEventListener('navigate', (event) => {
    event.stopImmediatePropagation();
    event.intercept({ handler: panic });
  }, { signal: bridge.signal });
  return working_start(bridge);
}";

async fn the_app_panics_in_a_click(stage: &Stage<'_>) -> Result<()> {
    stage.expect_fault(STOPPED);
    stage.expect_fault("nreachable");
    let path = site::asset(stage, "app", ".js")?;
    let script = String::from_utf8(site::file(stage, &path)?)?;
    ensure!(
        script.contains("export function start("),
        "{path} has no start"
    );
    let script = script.replace("export function start(", "function working_start(") + PANIC;
    stage.server.answer(&path, Answer::new(script));
    let page = stage.open(LEAK).await?;
    leads_on(stage, &page).await?;
    one_line_in_the_console(stage).await
}

/// Whatever is thrown while a page is put on screen.
async fn the_swap_of_pages_throws(stage: &Stage<'_>) -> Result<()> {
    stage.expect_fault(STOPPED);
    stage.server.run_first(
        "Element.prototype.replaceChildren = () => { throw new RangeError('thrown by a test'); }",
    );
    let page = stage.open(LEAK).await?;
    leads_on(stage, &page).await?;
    one_line_in_the_console(stage).await
}

/// The page is of a build whose tools are gone: it is loaded anew once, and then it says so.
async fn the_tools_are_gone(stage: &Stage<'_>) -> Result<()> {
    let tools = site::asset(stage, "tools", ".js")?;
    stage.server.answer(&tools, Answer::status(404));
    let page = stage.open(LEAK).await?;
    page.js::<()>("window.__marker = true").await?;
    page.click(&button("Search")).await?;
    page.until_true("a new document", "return window.__marker === undefined")
        .await?;
    page.ready().await?;
    page.js::<()>("window.__marker = true").await?;
    page.click(&button("Search")).await?;
    let note = page.text(&alert()).await?;
    ensure!(note.contains("has been updated"), "{note:?}");
    ensure!(
        page.js::<bool>("return window.__marker").await?,
        "loaded again"
    );
    Ok(())
}

/// Loads the leak while the app's wasm is answered so.
async fn page_survives(stage: &Stage<'_>, wasm: Answer) -> Result<()> {
    stage.expect_fault(STOPPED);
    stage
        .server
        .answer(&site::asset(stage, "app", ".wasm")?, wasm);
    let page = stage.load(LEAK).await?;
    page.give_sign().await?;
    one_line_in_the_console(stage).await?;
    ensure!(page.text(&headline()).await? == LEAK_TITLE);
    ensure!(page.text(&article()).await?.contains("512,000"));
    leads_on(stage, &page).await
}

async fn leads_on(stage: &Stage<'_>, page: &Page) -> Result<()> {
    page.js::<()>("window.__marker = true").await?;
    let post = &site::leak(stage)?.related[0];
    page.click(&link(&post.title).within(region("Related articles")))
        .await?;
    until("the post", async || {
        Ok((page.text(&headline()).await? == post.title).then_some(()))
    })
    .await?;
    ensure!(
        page.js::<bool>("return window.__marker === undefined")
            .await?,
        "a link that is not an ordinary link"
    );
    Ok(())
}

async fn one_line_in_the_console(stage: &Stage<'_>) -> Result<()> {
    let lines = || {
        stage
            .server
            .faults()
            .into_iter()
            .filter(|fault| fault.kind == FaultKind::ConsoleError)
    };
    until("a line in the console", async || Ok(lines().next())).await?;
    let first_page = lines().next().map(|fault| fault.page);
    let of_first_page = lines().filter(|fault| Some(&fault.page) == first_page.as_ref());
    ensure!(
        of_first_page.count() == 1,
        "{:?}",
        lines().map(|fault| fault.text).collect::<Vec<_>>()
    );
    Ok(())
}
