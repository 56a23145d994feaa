//! The documentation for users: axe finds nothing on any of its pages, none is wider than a small screen, and its playground
//! and its gallery do what they show. RECTO_DIST is that site, as `cargo xtask docs` builds it.

use anyhow::{Result, ensure};
use browser_tests::runner::Journey;
use browser_tests::{Stage, journeys};

use crate::site;
use crate::whole_site::axe_finds_nothing;

pub const JOURNEYS: &[Journey] = journeys![
    every_page_suits_axe_and_a_small_screen,
    the_playground_renders_what_is_written,
    every_embed_of_the_gallery_is_alive,
];

const PLAYGROUND: &str = "/playground/";
const GALLERY: &str = "/gallery/";

async fn every_page_suits_axe_and_a_small_screen(stage: &Stage<'_>) -> Result<()> {
    for path in site::pages(stage)? {
        let page = stage.load_narrow(&path, 320, 640).await?;
        let widths = "return [document.documentElement.scrollWidth, innerWidth]";
        let (content, window): (u32, u32) = page.js(widths).await?;
        ensure!(content <= window, "{path} is {content} pixels wide");
        axe_finds_nothing(&page, &path).await?;
    }
    Ok(())
}

async fn the_playground_renders_what_is_written(stage: &Stage<'_>) -> Result<()> {
    let page = stage.load(PLAYGROUND).await?;
    let shown = |selector: &str| {
        format!("return !!document.getElementById('page').shadowRoot?.querySelector('{selector}')")
    };
    page.until_true("the first text", &shown(".alert")).await?;
    let write = "const source = document.getElementById('source'); \
                 source.value = '## Written\\n\\n<script>window.ran = true</script>'; \
                 source.dispatchEvent(new Event('input')); return null";
    page.js::<()>(write).await?;
    page.until_true("the text that was written", &shown("#written"))
        .await?;
    page.until_true(
        "no script",
        &format!("{} === false && !window.ran", shown("script")),
    )
    .await
}

async fn every_embed_of_the_gallery_is_alive(stage: &Stage<'_>) -> Result<()> {
    let page = stage.load(GALLERY).await?;
    for embed in [
        "card",
        "article",
        "author",
        "related",
        "reactions",
        "latest",
        "search",
    ] {
        let element = format!("document.querySelector('recto-{embed}')");
        page.js::<()>(&format!("{element}.scrollIntoView(); return null"))
            .await?;
        let is_there = format!("return !!{element}.shadowRoot?.querySelector('.recto')");
        page.until_true(embed, &is_there).await?;
    }
    Ok(())
}
