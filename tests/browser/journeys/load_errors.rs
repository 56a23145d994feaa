//! When a page's data does not come: the reader is told what is the matter and how to go on.

use anyhow::{Result, ensure};
use browser_tests::find::{Find, alert, headline, link, region};
use browser_tests::runner::{Journey, navigation_api};
use browser_tests::server::Answer;
use browser_tests::wait::until;
use browser_tests::{Page, Stage, journeys};
use serde_json::json;

use crate::site::{self, LEAK, Related};

pub const JOURNEYS: &[Journey] = journeys![
    offline_says_so_and_tries_again where navigation_api,
    something_malformed_says_so_and_tries_again where navigation_api,
    a_failing_server_is_told_from_a_missing_page where navigation_api,
    something_missing_says_so_and_leads_home where navigation_api,
    an_old_address_leads_on,
    something_newer_asks_for_a_reload where navigation_api,
    a_page_that_failed_ahead_of_time_is_asked_for_again where navigation_api,
];

fn related(post: &Related) -> Find {
    link(&post.title).within(region("Related articles"))
}

/// Opens the leak for a reader for whom nothing is fetched ahead, and one of its related posts.
async fn ready_to_click(stage: &Stage<'_>) -> Result<(Page, Related)> {
    site::ask_to_save_data(stage);
    let page = stage.open(LEAK).await?;
    let post = site::leak(stage)?.related.swap_remove(0);
    Ok((page, post))
}

async fn says(page: &Page, sentence: &str) -> Result<()> {
    until(&format!("an alert that says {sentence:?}"), async || {
        let text = page.text(&alert()).await?;
        ensure!(text.contains(sentence), "it says {text:?}");
        Ok(Some(()))
    })
    .await
}

/// Waits until the page has this headline.
pub async fn reads(page: &Page, heading: &str) -> Result<()> {
    until(&format!("the heading {heading:?}"), async || {
        let now = page.text(&headline()).await?;
        ensure!(now == heading, "it is {now:?}");
        Ok(Some(()))
    })
    .await
}

async fn offline_says_so_and_tries_again(stage: &Stage<'_>) -> Result<()> {
    let (page, post) = ready_to_click(stage).await?;
    stage.server.go_offline().await;
    page.click(&related(&post)).await?;
    says(&page, "You seem to be offline").await?;
    ensure!(page.path().await? == post.path());
    stage.server.go_online().await?;
    page.click(&link("Try again")).await?;
    reads(&page, &post.title).await?;
    page.see_no(&alert()).await
}

async fn something_malformed_says_so_and_tries_again(stage: &Stage<'_>) -> Result<()> {
    let (page, post) = ready_to_click(stage).await?;
    for body in [
        "{\"version\":",
        "<!doctype html><title>Busy</title>",
        "[]",
        "{\"version\":1}",
    ] {
        stage.server.answer(&post.data_path(), Answer::new(body));
        page.click(&related(&post)).await?;
        says(&page, "not a page of this site").await?;
        page.back().await?;
        page.arrive(LEAK).await?;
    }
    page.click(&related(&post)).await?;
    says(&page, "not a page of this site").await?;
    stage.server.answer_as_usual(&post.data_path());
    page.click(&link("Try again")).await?;
    reads(&page, &post.title).await
}

async fn a_failing_server_is_told_from_a_missing_page(stage: &Stage<'_>) -> Result<()> {
    let (page, post) = ready_to_click(stage).await?;
    stage
        .server
        .answer(&post.markdown_path(), Answer::status(503));
    page.click(&related(&post)).await?;
    says(&page, "not a page of this site").await
}

async fn something_missing_says_so_and_leads_home(stage: &Stage<'_>) -> Result<()> {
    let (page, post) = ready_to_click(stage).await?;
    let missing = site::file(stage, "404.html")?;
    let missing = Answer::status(404).with_body(missing);
    stage.server.answer(&post.path(), missing);
    stage.server.answer(&post.data_path(), Answer::status(404));
    page.click(&related(&post)).await?;
    reads(&page, "Page not found").await?;
    page.arrive(&post.path()).await?;
    ensure!(page.title().await? == site::document_title(stage, "Page not found")?);
    // The document says it, and it is not asked again and again.
    ensure!(stage.server.count(&post.path()) == 1);
    page.click(&link("Newest articles")).await?;
    page.arrive("/").await?;
    page.see(&link("Older articles")).await?;
    Ok(())
}

async fn an_old_address_leads_on(stage: &Stage<'_>) -> Result<()> {
    const OLD: &str = "/articles/reports-of-my-death/";
    const NOW: &str = "/articles/the-format-nobody-owns/";
    let page = stage.open(LEAK).await?;
    let add_link = "const link = document.createElement('a'); \
                    [link.href, link.textContent] = [arguments[0], 'An old address']; \
                    document.querySelector('main').prepend(link)";
    let old = json!(stage.server.path(OLD));
    page.js_with::<()>(add_link, vec![old]).await?;
    page.click(&link("An old address")).await?;
    page.arrive(NOW).await?;
    reads(&page, "The Format Nobody Owns").await?;
    // The old address is not kept between the two.
    page.back().await?;
    page.arrive(LEAK).await
}

async fn something_newer_asks_for_a_reload(stage: &Stage<'_>) -> Result<()> {
    let (page, post) = ready_to_click(stage).await?;
    let newer = json!({ "version": 99, "title": ["a", "shape", "unknown", "to", "this", "app"] });
    stage
        .server
        .answer(&post.data_path(), Answer::new(newer.to_string()));
    page.click(&related(&post)).await?;
    says(&page, "has been updated").await?;
    page.js::<()>("window.__marker = true").await?;
    page.click(&link("Reload")).await?;
    reads(&page, &post.title).await?;
    ensure!(
        page.js::<bool>("return window.__marker === undefined")
            .await?,
        "no document was loaded"
    );
    Ok(())
}

async fn a_page_that_failed_ahead_of_time_is_asked_for_again(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open("/archive/").await?;
    let post = &site::leak(stage)?.related[0];
    stage.server.answer(&post.data_path(), Answer::status(503));
    let link = link(&post.title);
    page.hover(&link).await?;
    until("the request ahead of time", async || {
        Ok((stage.server.count(&post.data_path()) > 0).then_some(()))
    })
    .await?;
    stage.server.answer_as_usual(&post.data_path());
    page.click(&link).await?;
    reads(&page, &post.title).await
}
