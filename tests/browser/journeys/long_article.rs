//! A text of four hundred kilobytes: links and the way back lead to the right place in it.

use anyhow::{Result, ensure};
use browser_tests::find::link;
use browser_tests::runner::{Journey, navigation_api};
use browser_tests::server::Answer;
use browser_tests::wait::until;
use browser_tests::{Engine, Flavour, Page, Stage, journeys};

use crate::{articles, site};

pub const JOURNEYS: &[Journey] = journeys![
    a_link_leads_to_its_place_in_a_long_text where navigation_api,
    the_way_back_leads_to_the_same_place_in_a_long_text where restores_scroll,
    a_reader_need_not_wait_for_the_end_of_a_long_text where navigation_api,
];

/// WebKitGTK has the Navigation API on trial, and goes back to the beginning of such a text.
fn restores_scroll(flavour: Flavour) -> bool {
    flavour.engine != Engine::Webkit
}

const LONG: &str = "/articles/long/";

async fn a_link_leads_to_its_place_in_a_long_text(stage: &Stage<'_>) -> Result<()> {
    let page = open(stage).await?;
    page.js::<()>("document.querySelector('.prose a').click()")
        .await?;
    until("the place to be in view", async || {
        let top: f64 = page
            .js("return document.getElementById('the-place').getBoundingClientRect().top")
            .await?;
        ensure!((-1.0..200.0).contains(&top), "it is at {top}");
        Ok(Some(()))
    })
    .await
}

async fn the_way_back_leads_to_the_same_place_in_a_long_text(stage: &Stage<'_>) -> Result<()> {
    let page = open(stage).await?;
    page.js::<()>("document.getElementById('the-place').scrollIntoView({ behavior: 'instant' })")
        .await?;
    let before = until("the scrolling to end", async || {
        let [one, other] = [first_in_view(&page).await?, first_in_view(&page).await?];
        Ok((one == other).then_some(one))
    })
    .await?;
    // By a click: a browser may pass over what a script alone has put into the history.
    page.click(&link("Elsewhere").exactly()).await?;
    page.arrive(site::LEAK).await?;
    page.back().await?;
    page.arrive(LONG).await?;
    until("the same paragraph to be in view", async || {
        let now = first_in_view(&page).await?;
        ensure!(now.abs_diff(before) <= 1, "{before} became {now}");
        Ok(Some(()))
    })
    .await
}

/// It comes in pieces. What is left of them does not come to the next page.
async fn a_reader_need_not_wait_for_the_end_of_a_long_text(stage: &Stage<'_>) -> Result<()> {
    let page = publish(stage).await?;
    let busy = "document.querySelector('.prose')?.ariaBusy === 'true'";
    let came: bool = page
        .js_async(&format!(
            "navigation.navigate({:?}); \
             const frame = () => new Promise((done) => requestAnimationFrame(done)); \
             while (!location.pathname.endsWith({LONG:?}) || !document.querySelector('#the-place, [aria-busy]')) await frame(); \
             const came = {busy}; \
             document.querySelector('.site-navigation a').click(); \
             return came",
            stage.server.path(LONG)
        ))
        .await?;
    ensure!(came, "it came at once");
    page.ready().await?;
    until("the other page to be there alone", async || {
        let texts: u32 = page
            .js("return document.querySelectorAll('main .prose, main [aria-busy]').length")
            .await?;
        Ok((texts == 0).then_some(()))
    })
    .await
}

/// The number of the block at the top of the screen, after the browser had time to paint.
async fn first_in_view(page: &Page) -> Result<usize> {
    page.js_async(
        "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))); \
         return [...document.querySelector('.prose').children] \
           .findIndex((block) => block.getBoundingClientRect().bottom > 20)",
    )
    .await
}

async fn open(stage: &Stage<'_>) -> Result<Page> {
    let page = publish(stage).await?;
    site::navigate(stage, &page, LONG).await?;
    Ok(page)
}

/// Opens the page of another article; the long one is there to be gone to.
async fn publish(stage: &Stage<'_>) -> Result<Page> {
    site::ask_to_save_data(stage);
    let mut data = site::leak_json(stage)?;
    data["slug"] = "long".into();
    data["hash"] = "".into();
    data["enrichment"].take();
    let half = articles::text(200_000);
    let text = format!(
        "[There](#the-place)\n\n{half}\n\n## The place\n\n[Elsewhere]({}).\n\n{half}",
        stage.server.path(site::LEAK)
    );
    stage
        .server
        .answer("/content/articles/long.json", Answer::new(data.to_string()));
    stage
        .server
        .answer("/content/articles/long.md", Answer::new(text));
    // Its pictures lie elsewhere.
    for directive in ["img-src", "media-src"] {
        stage.expect_fault(&format!("{directive} refused"));
    }
    stage.open(site::LEAK).await
}
