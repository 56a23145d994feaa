//! The archive of a large blog: its years, opened one by one.

use anyhow::{Result, ensure};
use browser_tests::find::{headline, link, main_part};
use browser_tests::runner::Journey;
use browser_tests::{Flavour, Page, Stage, journeys};

use crate::languages::blog_with;
use crate::navigation::not_webkits_navigation_api;

pub const JOURNEYS: &[Journey] = journeys![a_year_is_loaded_when_it_is_opened where goes_back];

/// With the Navigation API, and not WebKit's.
fn goes_back(flavour: Flavour) -> bool {
    flavour.navigation_api && not_webkits_navigation_api(flavour)
}

const COUNT: &str = "return document.querySelectorAll('.archive-entry').length";

async fn shows(page: &Page, path: &str, title: &str, entries: usize) -> Result<()> {
    page.arrive(path).await?;
    page.until_true(
        "the title",
        &format!("return document.querySelector('h1')?.textContent === '{title}'"),
    )
    .await?;
    let shown: usize = page.js(COUNT).await?;
    ensure!(shown == entries, "{path}: {shown} entries");
    let is_same: bool = page.js("return window.sameDocument === true").await?;
    ensure!(is_same, "{path} was loaded as a document");
    Ok(())
}

async fn a_year_is_loaded_when_it_is_opened(stage: &Stage<'_>) -> Result<()> {
    let post = |number: usize| {
        let year = if number < 60 { 2024 } else { 2023 };
        let day = 1 + number % 28;
        let text = format!("---\ntitle: Post {number}\ndate: {year}-03-{day:02}\n---\nText.\n");
        (format!("post-{number}"), text)
    };
    let posts: Vec<(String, String)> = (0..210).map(post).collect();
    let posts: Vec<(&str, &str)> = posts
        .iter()
        .map(|(slug, text)| (&**slug, &**text))
        .collect();
    let blog = blog_with("en", &posts).await?;
    let page = stage.load("/404.html").await?;
    page.go(&blog.server.url("/archive/")).await?;
    page.see(&headline()).await?;
    let shown: usize = page.js(COUNT).await?;
    ensure!(shown == 62, "{shown} of the newest year");
    page.js::<()>("window.sameDocument = true").await?;
    page.ready().await?;
    let loaded = |path: &str| blog.server.count(path);
    ensure!(loaded("/content/lists/archive/2023/2.json") == 0);
    page.click_first(&link("2023").within(main_part())).await?;
    shows(&page, "/archive/2023/", "2023", 100).await?;
    page.click(&link("Older articles")).await?;
    shows(&page, "/archive/2023/page/2/", "2023", 50).await?;
    page.click_first(&link("2024").within(main_part())).await?;
    shows(&page, "/archive/2024/", "2024", 62).await?;
    page.back().await?;
    shows(&page, "/archive/2023/page/2/", "2023", 50).await
}
