//! The next page is at hand before it is asked for, unless the reader asks to save data.

use anyhow::{Result, ensure};
use browser_tests::find::{Find, headline, link, region};
use browser_tests::runner::{Journey, navigation_api};
use browser_tests::server::Request;
use browser_tests::wait::until;
use browser_tests::{Stage, journeys};

use crate::site::{self, LEAK, Related};

pub const JOURNEYS: &[Journey] = journeys![
    a_click_after_interest_costs_no_request where navigation_api,
    links_in_view_are_fetched_ahead where navigation_api,
    focus_shows_interest_too where navigation_api,
    nothing_is_fetched_ahead_for_a_reader_who_saves_data,
    nothing_is_fetched_ahead_where_links_load_documents,
];

fn related(post: &Related) -> Find {
    link(&post.title).within(region("Related articles"))
}

fn content_requests(stage: &Stage<'_>) -> Vec<String> {
    let is_content = |request: &Request| request.path.starts_with(&stage.server.path("/content/"));
    stage
        .server
        .requests()
        .into_iter()
        .filter(is_content)
        .map(|request| request.path)
        .collect()
}

/// Waits until the article's files and the Markdown module have been asked for.
async fn fetched_ahead(stage: &Stage<'_>, post: &Related) -> Result<()> {
    let markdown_module = site::asset(stage, "markdown", ".wasm")?;
    let files = [
        post.data_path(),
        post.markdown_path(),
        "/content/site.json".to_owned(),
        markdown_module,
    ];
    for file in files {
        until(&format!("a request for {file}"), async || {
            Ok((stage.server.count(&file) > 0).then_some(()))
        })
        .await?;
    }
    Ok(())
}

async fn a_click_after_interest_costs_no_request(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    let post = &site::leak(stage)?.related[0];
    page.hover(&related(post)).await?;
    fetched_ahead(stage, post).await?;
    ensure!(stage.server.count(&post.data_path()) == 1);
    ensure!(stage.server.count(&post.markdown_path()) == 1);
    page.click(&related(post)).await?;
    page.arrive(&post.path()).await?;
    until("the post", async || {
        Ok((page.text(&headline()).await? == post.title).then_some(()))
    })
    .await?;
    ensure!(
        stage.server.count(&post.data_path()) == 1,
        "asked for again at the click"
    );
    ensure!(
        stage.server.count(&post.markdown_path()) == 1,
        "asked for again at the click"
    );
    ensure!(
        stage.server.count("/content/site.json") == 1,
        "asked for again at the click"
    );
    ensure!(
        stage.server.count(&post.path()) == 0,
        "the document was loaded"
    );
    Ok(())
}

/// Three at most, and articles only: there are many more in the archive, and tags and authors on every page.
async fn links_in_view_are_fetched_ahead(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open("/archive/").await?;
    let articles = || {
        let requests = content_requests(stage).into_iter();
        requests
            .filter(|path| path.ends_with(".md"))
            .collect::<Vec<_>>()
    };
    until("three articles", async || {
        Ok((articles().len() >= 3).then_some(()))
    })
    .await?;
    let after_all = "for (let idle = 0; idle < 5; idle += 1) \
                     await new Promise((done) => (window.requestIdleCallback || setTimeout)(done)); return null";
    page.js_async::<serde_json::Value>(after_all).await?;
    ensure!(articles().len() == 3, "{:?}", articles());
    let lists: Vec<String> = content_requests(stage)
        .into_iter()
        .filter(|path| path.contains("/lists/"))
        .collect();
    ensure!(lists.is_empty(), "{lists:?}");
    Ok(())
}

async fn focus_shows_interest_too(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    let post = &site::leak(stage)?.related[2];
    page.focus(&related(post)).await?;
    fetched_ahead(stage, post).await
}

async fn nothing_is_fetched_ahead_for_a_reader_who_saves_data(stage: &Stage<'_>) -> Result<()> {
    site::ask_to_save_data(stage);
    nothing_is_fetched_ahead(stage).await
}

/// Where the app does not take links over, what it fetched would be of no use.
async fn nothing_is_fetched_ahead_where_links_load_documents(stage: &Stage<'_>) -> Result<()> {
    stage
        .server
        .run_first("Object.defineProperty(window, 'navigation', { value: undefined });");
    nothing_is_fetched_ahead(stage).await
}

async fn nothing_is_fetched_ahead(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    let post = &site::leak(stage)?.related[0];
    page.hover(&related(post)).await?;
    // Whatever would be fetched in an idle moment has had one, and a request made then has arrived before this one.
    let idle = "await new Promise((done) => (window.requestIdleCallback || setTimeout)(done)); \
                await new Promise((done) => requestAnimationFrame(() => setTimeout(done))); \
                await fetch(location.href, { cache: 'no-store' })";
    page.js_async::<serde_json::Value>(idle).await?;
    let requests = content_requests(stage);
    ensure!(requests.is_empty(), "{requests:?}");
    page.click(&related(post)).await?;
    page.arrive(&post.path()).await?;
    until("the post", async || {
        Ok((page.text(&headline()).await? == post.title).then_some(()))
    })
    .await
}
