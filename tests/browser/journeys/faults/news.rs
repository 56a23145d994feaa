//! What was published since the build, answered wrongly: the last build stays, one sentence says so, and links lead on.

use anyhow::Result;
use browser_tests::find::{button, headline};
use browser_tests::runner::{Journey, navigation_api};
use browser_tests::wait::until;
use browser_tests::{Stage, journeys};
use std::fs;

use super::in_every_way;
use super::ways::Way;
use crate::live::{FAILED, article, in_main, live_blog, open, publish, says};

pub const JOURNEYS: &[Journey] = journeys![
    what_was_published where navigation_api,
    the_module_that_reads_it where navigation_api,
];

async fn what_was_published(stage: &Stage<'_>) -> Result<()> {
    is_one_sentence(stage, "what was published", "content/", "live.json").await
}

async fn the_module_that_reads_it(stage: &Stage<'_>) -> Result<()> {
    is_one_sentence(stage, "published, script", "assets/", ".js").await?;
    is_one_sentence(stage, "published, WebAssembly", "assets/", ".wasm").await
}

async fn is_one_sentence(stage: &Stage<'_>, request: &str, folder: &str, end: &str) -> Result<()> {
    let blog = live_blog().await?;
    let dist = blog.server.site().dist.clone();
    let third = article("Third", 3, "New", "Text.");
    blog.write("content/articles/third.md", &third)?;
    publish(&blog, &dist)?;
    let name = fs::read_dir(dist.join(folder))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .find(|name| name.starts_with("live") && name.ends_with(end));
    let path = ["/", folder, &name.unwrap_or_default()].concat();
    let any_way = |_: &Way| true;
    in_every_way(stage, &blog.server, request, &path, any_way, async |way| {
        let page = open(stage, &blog.server, "/").await?;
        let is_news = button("1 new article");
        match way.name {
            // The browser waits longer than a journey does, and nothing is said meanwhile.
            _ if way.never_ends() => page.see(&in_main("Second")).await.map(drop)?,
            // All but a script can be read all the same.
            "wrong type" if end != ".js" => page.see(&is_news).await.map(drop)?,
            _ => {
                says(&page, FAILED).await?;
                page.see_no(&is_news).await?;
            }
        }
        page.click(&in_main("Second")).await?;
        page.arrive("/articles/second/").await?;
        until("the article", async || {
            Ok((page.text(&headline()).await? == "Second").then_some(()))
        })
        .await
    })
    .await
}
