//! A journey for each request that a page or the app makes.

use anyhow::{Context, Result, ensure};
use browser_tests::find::{alert, any, button, headline, link, named};
use browser_tests::runner::{Journey, navigation_api};
use browser_tests::server::files_in;
use browser_tests::wait::until;
use browser_tests::{Page, Stage, journeys};
use thirtyfour::Key;

use super::in_every_way;
use super::reader::{Reader, is_true};
use super::ways::Way;
use crate::languages::blog;
use crate::site::{self, LEAK};

pub const JOURNEYS: &[Journey] = journeys![
    the_start_script,
    the_app,
    the_style,
    a_picture,
    facts_about_the_site where navigation_api,
    an_article where navigation_api,
    the_renderer where navigation_api,
    the_tools,
    the_search,
    messages_in_another_language,
];

fn any_way(_: &Way) -> bool {
    true
}

/// The page is an ordinary page: its text is there, its links lead on.
async fn is_an_ordinary_page(
    stage: &Stage<'_>,
    request: &str,
    path: &str,
    fits: fn(&Way) -> bool,
) -> Result<()> {
    let reader = Reader::new(stage).await?;
    in_every_way(stage, &stage.server, request, path, fits, async |_| {
        let page = reader.begins().await?;
        reader.goes_on(&page).await
    })
    .await
}

async fn the_start_script(stage: &Stage<'_>) -> Result<()> {
    // Of a script that is empty: one line in the console.
    stage.expect_fault("start is not a function");
    let path = site::asset(stage, "start", ".js")?;
    is_an_ordinary_page(stage, "start script", &path, ends).await
}

async fn the_app(stage: &Stage<'_>) -> Result<()> {
    let app = |end| site::asset(stage, "app", end);
    is_an_ordinary_page(stage, "app, script", &app(".js")?, any_way).await?;
    is_an_ordinary_page(stage, "app, WebAssembly", &app(".wasm")?, any_way).await?;
    is_an_ordinary_page(stage, "app, style sheet", &app(".css")?, ends).await
}

/// A browser that waits for a style sheet does not tell the harness that the page has loaded.
fn ends(way: &Way) -> bool {
    !way.never_ends()
}

async fn the_style(stage: &Stage<'_>) -> Result<()> {
    let path = site::asset(stage, "later-prose", ".css")?;
    is_an_ordinary_page(stage, "style of what follows the text", &path, ends).await
}

async fn a_picture(stage: &Stage<'_>) -> Result<()> {
    stage.server.withhold_header("cache-control");
    let page = stage.load(LEAK).await?;
    let shown = "const { currentSrc } = document.querySelector('main img'); \
                 return currentSrc && new URL(currentSrc).pathname";
    let path: String = page.js(shown).await?;
    is_an_ordinary_page(stage, "picture", &path, ends).await
}

/// A click leads on, or the page says why not, and the way that it offers leads on afterwards.
async fn is_told(stage: &Stage<'_>, request: &str, path: &str) -> Result<()> {
    let reader = Reader::new(stage).await?;
    in_every_way(stage, &stage.server, request, path, any_way, async |way| {
        let page = reader.opens().await?;
        if !reader.goes_on_or_is_told(&page, way.cause).await? {
            stage.server.answer_as_usual(path);
            reader.tries_again(&page).await?;
        }
        Ok(())
    })
    .await
}

async fn facts_about_the_site(stage: &Stage<'_>) -> Result<()> {
    is_told(stage, "facts about the site", "/content/site.json").await
}

async fn an_article(stage: &Stage<'_>) -> Result<()> {
    let next = site::leak(stage)?.related.swap_remove(0);
    is_told(stage, "article, JSON", &next.data_path()).await?;
    is_told(stage, "article, Markdown", &next.markdown_path()).await
}

async fn the_renderer(stage: &Stage<'_>) -> Result<()> {
    let script = site::asset(stage, "markdown", ".js")?;
    is_told(stage, "renderer, script", &script).await?;
    let wasm = site::asset(stage, "markdown", ".wasm")?;
    is_told(stage, "renderer, WebAssembly", &wasm).await
}

/// The search opens, or the page says why not, and links lead on.
async fn the_tools(stage: &Stage<'_>) -> Result<()> {
    let reader = Reader::new(stage).await?;
    for (request, end) in [
        ("tools, script", ".js"),
        ("tools, WebAssembly", ".wasm"),
        ("tools, style sheet", ".css"),
    ] {
        let path = site::asset(stage, "tools", end)?;
        in_every_way(stage, &stage.server, request, &path, ends, async |way| {
            let page = reader.opens().await?;
            let told = opens_the_search(&page).await?;
            match told {
                Some(told) => is_true(&told, way.cause)?,
                None => {
                    page.press(Key::Escape).await?;
                    page.see_no(&any("dialog")).await?;
                }
            }
            reader.can_read(&page).await?;
            reader.goes_on(&page).await
        })
        .await?;
    }
    Ok(())
}

/// Presses the button; nothing where the search is there, else what the page says. What is gone may have gone with a build:
/// then the page is loaded anew, and the button pressed once more.
async fn opens_the_search(page: &Page) -> Result<Option<String>> {
    page.js::<()>("sessionStorage.clear(); window.__marker = true")
        .await?;
    page.click(&button("Search")).await?;
    until("the search, or why it is not there", async || {
        if !page.all(&named("dialog", "Search")).await?.is_empty() {
            return Ok(Some(None));
        }
        if !page.all(&alert()).await?.is_empty() {
            return Ok(Some(Some(page.text(&alert()).await?)));
        }
        if page.js("return window.__marker === undefined").await? {
            page.ready().await?;
            page.click(&button("Search")).await?;
            page.js::<()>("window.__marker = true").await?;
        }
        Ok(None)
    })
    .await
}

/// Names, the root of the index, a shard of it and the module: what is missing is said, links lead on.
async fn the_search(stage: &Stage<'_>) -> Result<()> {
    for fault in ["names.json", "search.bin", "assets/search"] {
        stage.expect_fault(fault);
    }
    let shard = files_in(&stage.server.site().dist)?;
    let shard = shard
        .into_iter()
        .find(|path| path.contains("assets/search/0-"));
    let script = site::asset(stage, "search", ".js")?;
    let wasm = site::asset(stage, "search", ".wasm")?;
    for (request, path) in [
        ("names for the search", "/content/names.json".to_owned()),
        (
            "search, root of the index",
            "/content/search.bin".to_owned(),
        ),
        ("search, a shard of the index", shard.context("no shard")?),
        ("search, script", script),
        ("search, WebAssembly", wasm),
    ] {
        can_be_missing(stage, request, &path).await?;
    }
    Ok(())
}

async fn can_be_missing(stage: &Stage<'_>, request: &str, path: &str) -> Result<()> {
    let reader = Reader::new(stage).await?;
    in_every_way(stage, &stage.server, request, path, ends, async |way| {
        let page = reader.opens().await?;
        page.type_text("/").await?;
        page.see(&named("dialog", "Search")).await?;
        page.type_text("about").await?;
        // All but a script is read whatever type it is said to have, and some damage leaves JSON what it is.
        let is_harmless = match way.name {
            "wrong type" => !path.ends_with(".js"),
            "corrupted" => path.ends_with("json"),
            _ => false,
        };
        let (what, said) = match is_harmless {
            true => ("what is found", "/\\d/.test(said)"),
            false => ("the dialog to say so", "said.includes('did not load')"),
        };
        let said = format!(
            "const said = document.querySelector('dialog [role=status]').textContent; return {said}"
        );
        page.until_true(what, &said).await?;
        page.press(Key::Escape).await?;
        page.see_no(&any("dialog")).await?;
        ensure!(page.path().await? == LEAK, "another page");
        reader.goes_on(&page).await
    })
    .await
}

/// The app speaks English where it has no messages.
async fn messages_in_another_language(stage: &Stage<'_>) -> Result<()> {
    let blog = blog("de").await?;
    let files = files_in(&blog.server.site().dist)?;
    let path = files
        .iter()
        .find(|file| file.contains("/assets/messages-de"));
    let path = path.context("no messages")?;
    let page = stage.load("/404.html").await?;
    in_every_way(stage, &blog.server, "messages", path, ends, async |_| {
        page.go(&blog.server.url("/articles/first/")).await?;
        page.give_sign().await?;
        ensure!(page.text(&headline()).await? == "The first", "no headline");
        page.click_first(&link("The second")).await?;
        until("the next article", async || {
            Ok((page.text(&headline()).await? == "The second").then_some(()))
        })
        .await
    })
    .await
}
