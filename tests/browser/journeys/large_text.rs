//! Text that is twice as large: nothing reaches beyond the edge of the smallest screen, on a page or in what opens.

use anyhow::Result;
use browser_tests::find::{any, button};
use browser_tests::runner::Journey;
use browser_tests::{Page, Stage, journeys};
use serde_json::Value;
use thirtyfour::Key;

use crate::desk::DESK;
use crate::site::{self, SPECIMEN};
use crate::whole_site::{never_scrolls_sideways, nothing_opens_beyond_the_edge};

pub const JOURNEYS: &[Journey] =
    journeys![every_kind_of_page_fits, the_desk_fits, what_opens_fits,];

const SMALLEST: (u32, u32) = (320, 640);

async fn load_large(stage: &Stage<'_>, path: &str, width: u32) -> Result<Page> {
    let page = stage.load_narrow(path, width, SMALLEST.1).await?;
    page.ready().await?;
    page.js::<Value>("document.documentElement.style.fontSize = '200%'; return null")
        .await?;
    Ok(page)
}

async fn every_kind_of_page_fits(stage: &Stage<'_>) -> Result<()> {
    let mut paths = site::kinds_of_pages(stage)?;
    paths.extend([SPECIMEN, "/embed/"].map(str::to_owned));
    for path in paths {
        for width in [SMALLEST.0, 640, 1280] {
            let page = load_large(stage, &path, width).await?;
            never_scrolls_sideways(&page, &format!("{path} at {width}")).await?;
        }
    }
    Ok(())
}

async fn the_desk_fits(stage: &Stage<'_>) -> Result<()> {
    let page = load_large(stage, DESK, SMALLEST.0).await?;
    page.see(&button("New draft")).await?;
    never_scrolls_sideways(&page, DESK).await
}

async fn what_opens_fits(stage: &Stage<'_>) -> Result<()> {
    let page = load_large(stage, SPECIMEN, SMALLEST.0).await?;
    for name in ["Search", "Reading preferences", "Share", "Enlarge picture"] {
        page.click_first(&button(name)).await?;
        page.see(&any("dialog")).await?;
        if name == "Search" {
            page.type_text("type").await?;
            page.see(&any("listbox")).await?;
        }
        nothing_opens_beyond_the_edge(&page, name).await?;
        page.press(Key::Escape).await?;
        page.see_no(&any("dialog")).await?;
    }
    page.js::<()>("document.getElementById('fnref:2').click()")
        .await?;
    page.see(&any("note").within(any("article"))).await?;
    nothing_opens_beyond_the_edge(&page, "a note").await
}
