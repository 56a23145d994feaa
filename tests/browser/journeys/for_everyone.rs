//! For everyone: axe finds nothing in any theme and width, nor in what opens; text may be twice as large; whoever asks
//! for less motion gets less.

use anyhow::{Result, ensure};
use browser_tests::find::{any, button};
use browser_tests::runner::Journey;
use browser_tests::{Engine, Flavour, Page, Stage, journeys};
use serde_json::Value;
use thirtyfour::Key;

use crate::site::{self, LEAK, SPECIMEN};
use crate::whole_site::axe_finds_nothing;

pub const JOURNEYS: &[Journey] = journeys![
    axe_finds_nothing_in_light where chromium,
    axe_finds_nothing_in_dark where chromium,
    axe_finds_nothing_in_sepia where chromium,
    axe_finds_nothing_in_high_contrast where chromium,
    axe_finds_nothing_in_what_opens,
    text_may_be_twice_as_large,
];

/// Contrast and structure are the same in all engines, and axe takes its time.
fn chromium(flavour: Flavour) -> bool {
    flavour.engine == Engine::Chromium
}

async fn axe_finds_nothing_in_light(stage: &Stage<'_>) -> Result<()> {
    axe_finds_nothing_in(stage, "light").await
}

async fn axe_finds_nothing_in_dark(stage: &Stage<'_>) -> Result<()> {
    axe_finds_nothing_in(stage, "dark").await
}

async fn axe_finds_nothing_in_sepia(stage: &Stage<'_>) -> Result<()> {
    axe_finds_nothing_in(stage, "sepia").await
}

async fn axe_finds_nothing_in_high_contrast(stage: &Stage<'_>) -> Result<()> {
    axe_finds_nothing_in(stage, "contrast").await
}

async fn axe_finds_nothing_in(stage: &Stage<'_>, theme: &str) -> Result<()> {
    site::prefer(stage, "theme", theme);
    for width in [320, 768, 1280] {
        for path in [
            "/",
            SPECIMEN,
            "/archive/",
            "/authors/",
            "/you/",
            "/no/such/page/",
        ] {
            let page = stage.load_narrow(path, width, 800).await?;
            page.ready().await?;
            axe_finds_nothing(&page, &format!("{path} in {theme} at {width}")).await?;
        }
    }
    Ok(())
}

async fn axe_finds_nothing_in_what_opens(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(SPECIMEN).await?;
    for name in [
        "Search",
        "Reading preferences",
        "Share",
        "Enlarge the picture",
    ] {
        open_and_close(&page, name, async |page| {
            page.click_first(&button(name)).await
        })
        .await?;
    }
    open_and_close(&page, "the keys", async |page| page.type_text("?").await).await?;
    let narrow = stage.load_narrow(SPECIMEN, 390, 800).await?;
    narrow.ready().await?;
    narrow
        .js::<()>("document.getElementById('fnref:2').click()")
        .await?;
    narrow.see(&any("note").within(any("article"))).await?;
    axe_finds_nothing(&narrow, "a footnote over the text").await
}

async fn open_and_close(
    page: &Page,
    name: &str,
    open: impl AsyncFnOnce(&Page) -> Result<()>,
) -> Result<()> {
    page.focus(&button("Search")).await?;
    open(page).await?;
    page.see(&any("dialog")).await?;
    axe_finds_nothing(page, name).await?;
    page.press(Key::Escape).await?;
    page.see_no(&any("dialog")).await
}

async fn text_may_be_twice_as_large(stage: &Stage<'_>) -> Result<()> {
    for path in ["/", LEAK, SPECIMEN, "/you/"] {
        for width in [640, 1280] {
            let page = stage.load_narrow(path, width, 800).await?;
            page.ready().await?;
            page.js::<Value>("document.documentElement.style.fontSize = '200%'; return null")
                .await?;
            let wide = "const wide = document.documentElement.scrollWidth; return wide > innerWidth ? wide : 0";
            let wide: u32 = page.js(wide).await?;
            ensure!(
                wide == 0,
                "{path} is {wide} pixels wide in a window of {width}"
            );
        }
    }
    Ok(())
}
