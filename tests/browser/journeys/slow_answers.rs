//! Answers that do not come, or are not what was asked for: a sign says that something is loading, the reader can stop it,
//! and in the end the link is an ordinary link.

use anyhow::{Result, ensure};
use browser_tests::find::{Find, headline, link, region};
use browser_tests::runner::{Journey, navigation_api};
use browser_tests::server::Answer;
use browser_tests::{Page, Stage, journeys};
use thirtyfour::Key;

use crate::load_errors::reads;
use crate::site::{self, LEAK, LEAK_TITLE, Related};

pub const JOURNEYS: &[Journey] = journeys![
    an_answer_that_never_comes_makes_an_ordinary_link where navigation_api,
    a_module_that_never_comes_makes_an_ordinary_link where navigation_api,
    the_site_that_never_came_ahead_does_not_end_navigation where navigation_api,
    a_reader_sees_that_something_loads_and_stops_it where navigation_api,
    a_text_that_is_not_the_articles_is_asked_for_anew where navigation_api,
    malformed_facts_are_not_kept where navigation_api,
    one_bad_entry_costs_that_entry where navigation_api,
];

const SITE: &str = "/content/site.json";

fn related(post: &Related) -> Find {
    link(&post.title).within(region("Related articles"))
}

async fn ready_to_click(stage: &Stage<'_>) -> Result<(Page, Related)> {
    site::ask_to_save_data(stage);
    let page = stage.open(LEAK).await?;
    page.js::<()>("window.__marker = true").await?;
    Ok((page, site::leak(stage)?.related.swap_remove(0)))
}

/// Whether the document is another than the one that was opened.
async fn is_loaded_anew(page: &Page) -> Result<bool> {
    page.js("return window.__marker === undefined").await
}

async fn an_answer_that_never_comes_makes_an_ordinary_link(stage: &Stage<'_>) -> Result<()> {
    let (page, post) = ready_to_click(stage).await?;
    let gate = stage.server.hold(&post.data_path());
    page.click(&related(&post)).await?;
    gate.abandonment().await?;
    reads(&page, &post.title).await?;
    ensure!(is_loaded_anew(&page).await? && page.path().await? == post.path());
    Ok(())
}

async fn a_module_that_never_comes_makes_an_ordinary_link(stage: &Stage<'_>) -> Result<()> {
    let (page, post) = ready_to_click(stage).await?;
    let _never = stage.server.hold(&site::asset(stage, "markdown", ".wasm")?);
    page.click(&related(&post)).await?;
    reads(&page, &post.title).await?;
    ensure!(is_loaded_anew(&page).await?);
    Ok(())
}

async fn the_site_that_never_came_ahead_does_not_end_navigation(stage: &Stage<'_>) -> Result<()> {
    let gate = stage.server.hold(SITE);
    let page = stage.open(LEAK).await?;
    let post = site::leak(stage)?.related.swap_remove(0);
    page.hover(&related(&post)).await?;
    gate.abandonment().await?;
    gate.open();
    page.click(&related(&post)).await?;
    reads(&page, &post.title).await
}

async fn a_reader_sees_that_something_loads_and_stops_it(stage: &Stage<'_>) -> Result<()> {
    let (page, post) = ready_to_click(stage).await?;
    let gate = stage.server.hold(&post.data_path());
    page.click(&related(&post)).await?;
    let sign = "return document.querySelector('main[aria-busy=true]') !== null";
    page.until_true("the sign", sign).await?;
    page.press(Key::Escape).await?;
    gate.abandonment().await?;
    page.arrive(LEAK).await?;
    page.until_true(
        "no sign",
        "return document.querySelector('main[aria-busy]') === null",
    )
    .await?;
    ensure!(page.text(&headline()).await? == LEAK_TITLE && !is_loaded_anew(&page).await?);
    gate.open();
    page.click(&related(&post)).await?;
    reads(&page, &post.title).await
}

async fn a_text_that_is_not_the_articles_is_asked_for_anew(stage: &Stage<'_>) -> Result<()> {
    let (page, post) = ready_to_click(stage).await?;
    let portal = Answer::new("# Sign in to the network");
    stage.server.answer(&post.markdown_path(), portal);
    page.click(&related(&post)).await?;
    reads(&page, &post.title).await?;
    ensure!(stage.server.count(&post.markdown_path()) == 2);
    ensure!(
        is_loaded_anew(&page).await?,
        "another text is shown as the article"
    );
    Ok(())
}

async fn malformed_facts_are_not_kept(stage: &Stage<'_>) -> Result<()> {
    let (page, post) = ready_to_click(stage).await?;
    stage.server.answer(SITE, Answer::new("<!doctype html>"));
    page.click(&related(&post)).await?;
    page.see(&link("Try again")).await?;
    stage.server.answer_as_usual(SITE);
    page.click(&link("Try again")).await?;
    reads(&page, &post.title).await?;
    ensure!(!is_loaded_anew(&page).await?);
    Ok(())
}

async fn one_bad_entry_costs_that_entry(stage: &Stage<'_>) -> Result<()> {
    let (page, _) = ready_to_click(stage).await?;
    let mut archive: serde_json::Value =
        serde_json::from_slice(&site::file(stage, "/content/lists/archive.json")?)?;
    let articles = archive["articles"].as_array_mut();
    let articles = articles.map_or(0, |articles| {
        let count = articles.len();
        articles.insert(1, serde_json::Value::Null);
        articles.push(7.into());
        count
    });
    let data = Answer::new(archive.to_string());
    stage.server.answer("/content/lists/archive.json", data);
    site::navigate(stage, &page, "/archive/").await?;
    let shown: usize = page
        .js("return document.querySelectorAll('.archive-entry').length")
        .await?;
    ensure!(shown == articles, "{shown} of {articles}");
    Ok(())
}
