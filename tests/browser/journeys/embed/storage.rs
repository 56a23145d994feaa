//! Reactions where the browser keeps nothing, or keeps it apart: they work for the visit, and say so.

use anyhow::{Result, ensure};
use browser_tests::find::{Find, button, group};
use browser_tests::runner::Journey;
use browser_tests::{Page, Stage, journeys};

use super::host::{Host, document, loader, reactions};
use crate::storage_trouble::BLOCKED;

pub const JOURNEYS: &[Journey] = journeys![
    a_page_that_keeps_reactions_says_nothing,
    blocked_storage_is_for_the_visit,
    a_frame_in_another_site_may_be_for_the_visit,
];

async fn a_page_that_keeps_reactions_says_nothing(stage: &Stage<'_>) -> Result<()> {
    let host = Host::start(stage, "").await?;
    host.show(&document(&loader(stage), &reactions())).await?;
    reactions_work(&host.page).await?;
    ensure!(note(&host.page).await?.is_empty());
    Ok(())
}

async fn blocked_storage_is_for_the_visit(stage: &Stage<'_>) -> Result<()> {
    let host = Host::start(stage, "").await?;
    host.server.run_first(BLOCKED);
    host.show(&document(&loader(stage), &reactions())).await?;
    reactions_work(&host.page).await?;
    let note = note(&host.page).await?;
    ensure!(note.contains("last only for this visit"), "{note:?}");
    host.is_unharmed().await
}

/// Engines keep apart what such a frame stores, and some only until they are closed.
async fn a_frame_in_another_site_may_be_for_the_visit(stage: &Stage<'_>) -> Result<()> {
    let host = Host::start(stage, "").await?;
    host.show(&document(&loader(stage), &reactions())).await?;
    let other_site = stage.server.origin().replace("127.0.0.1", "localhost");
    let page = stage
        .load_in_frame(&other_site, &host.server.url("/"), 800, 600)
        .await?;
    reactions_work(&page).await?;
    let note = note(&page).await?;
    ensure!(note.contains("may last only for this visit"), "{note:?}");
    host.is_unharmed().await
}

fn like() -> Find {
    button("Like").within(group("React to this article"))
}

async fn reactions_work(page: &Page) -> Result<()> {
    page.see(&like().pressed(false)).await?;
    page.click(&like()).await?;
    page.see(&like().pressed(true)).await?;
    page.click(&like()).await?;
    page.see(&like().pressed(false)).await?;
    Ok(())
}

async fn note(page: &Page) -> Result<String> {
    page.js("return document.querySelector('recto-reactions').shadowRoot.querySelector('.reactions-bar').lastElementChild.textContent")
        .await
}
