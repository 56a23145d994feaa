//! The table of contents: in the margin it follows the scroll, on a narrow screen it is folded, and without scripts its
//! links are links.

use anyhow::{Result, ensure};
use browser_tests::find::{link, navigation};
use browser_tests::runner::Journey;
use browser_tests::{Page, Stage, journeys};
use thirtyfour::Key;

use crate::site::{self, SPECIMEN};

pub const JOURNEYS: &[Journey] = journeys![
    the_contents_in_the_margin_follow_the_scroll,
    the_contents_are_folded_on_a_narrow_screen,
    the_contents_lead_to_sections_without_scripts,
];

async fn the_contents_in_the_margin_follow_the_scroll(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(SPECIMEN).await?;
    ensure!(marked(&page).await?.is_empty(), "nothing is read yet");
    page.js::<()>("document.getElementById('tables').scrollIntoView({ behavior: 'instant' })")
        .await?;
    reads(&page, "Tables").await?;
    follow(&page, "Programs").await?;
    reads(&page, "Programs").await?;
    page.scroll_to(0).await?;
    reads(&page, "").await
}

async fn the_contents_are_folded_on_a_narrow_screen(stage: &Stage<'_>) -> Result<()> {
    let page = stage.load_narrow(SPECIMEN, 390, 700).await?;
    page.ready().await?;
    let tables = link("Tables").within(navigation("Contents"));
    page.see_no(&tables).await?;
    page.js::<()>("document.querySelector('.contents summary').click()")
        .await?;
    page.click(&tables).await?;
    page.until_true(
        "the section to be on screen",
        "return document.getElementById('tables').getBoundingClientRect().top < innerHeight / 2",
    )
    .await
}

async fn the_contents_lead_to_sections_without_scripts(stage: &Stage<'_>) -> Result<()> {
    stage.switch_scripts_off().await?;
    let page = stage.load(SPECIMEN).await?;
    follow(&page, "Tables").await?;
    page.until_true(
        "the address to name it",
        "return location.hash === '#tables'",
    )
    .await?;
    // A short article has no contents to tell.
    let short = stage.load(site::WITHOUT_HEADINGS).await?;
    short.see_no(&navigation("Contents")).await
}

/// By keyboard, because drivers take what stands in a `details` for hidden unless it is open.
async fn follow(page: &Page, section: &str) -> Result<()> {
    page.focus(&link(section).within(navigation("Contents")))
        .await?;
    page.press(Key::Enter).await
}

/// Waits until exactly this section is marked as the one being read; none for an empty name.
async fn reads(page: &Page, section: &str) -> Result<()> {
    browser_tests::wait::until(&format!("the contents to mark {section:?}"), async || {
        let now = marked(page).await?;
        ensure!(now == section, "they mark {now:?}");
        Ok(Some(()))
    })
    .await
}

async fn marked(page: &Page) -> Result<String> {
    page.js("return [...document.querySelectorAll('.contents [aria-current]')].map((link) => link.textContent).join()")
        .await
}
