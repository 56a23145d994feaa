//! Scripts off: every kind of page can be read and leads on.

use anyhow::{Context, Result, ensure};
use browser_tests::find::{any, button, headline, link, navigation, region};
use browser_tests::runner::Journey;
use browser_tests::wait::until;
use browser_tests::{Engine, Page, Stage, journeys};

use crate::site::{self, LEAK, LEAK_TITLE};

pub const JOURNEYS: &[Journey] = journeys![
    a_reader_without_scripts_gets_everywhere,
    an_article_without_scripts_is_whole,
    an_address_without_a_page_helps_on,
];

async fn a_reader_without_scripts_gets_everywhere(stage: &Stage<'_>) -> Result<()> {
    stage.switch_scripts_off().await?;
    let leak = site::leak(stage)?;
    let page = stage.load("/").await?;
    page.click(&link("Older articles")).await?;
    reads(&page, "/page/2/", "Articles, page 2").await?;
    page.click(&link("Archive").within(navigation("Main")))
        .await?;
    reads(&page, "/archive/", "Archive").await?;
    page.click(&link(LEAK_TITLE)).await?;
    reads(&page, LEAK, LEAK_TITLE).await?;
    let author = leak.authors.first().context("no author")?;
    page.click(&link(&author.name).within(region("About the author")))
        .await?;
    reads(&page, &format!("/authors/{}/", author.id), &author.name).await?;
    page.click_first(&link(LEAK_TITLE)).await?;
    let tag = leak.tags.first().context("no tags")?;
    page.click(&link(&tag.name).exactly().within(any("article")))
        .await?;
    reads(&page, &format!("/tags/{}/", tag.slug), &tag.name).await?;
    page.click(&link("All tags")).await?;
    reads(&page, "/tags/", "Tags").await?;
    page.click(&link("Authors").within(navigation("Main")))
        .await?;
    reads(&page, "/authors/", "Authors").await
}

async fn an_article_without_scripts_is_whole(stage: &Stage<'_>) -> Result<()> {
    stage.switch_scripts_off().await?;
    let page = stage.load(LEAK).await?;
    ensure!(page.text(&headline()).await? == LEAK_TITLE);
    ensure!(page.title().await? == site::document_title(stage, LEAK_TITLE)?);
    let text = page.text(&any("article")).await?;
    for part in ["Updated Apr 1, 2026", "Professional Tech Editor", "512,000"] {
        ensure!(text.contains(part), "the article does not say {part:?}");
    }
    let headings = page
        .all(&any("heading").level(2).within(any("article")))
        .await?;
    ensure!(headings.len() >= 5, "{} headings", headings.len());
    if stage.flavour.engine != Engine::Webkit {
        // WebKit does not know that scripts are off; its reader would not see this line.
        ensure!(text.contains("need JavaScript"));
        ensure!(
            page.all(&button("Like")).await?.is_empty(),
            "a button that does nothing"
        );
    }
    let related = site::leak(stage)?.related;
    ensure!(related.len() == 3, "{} related posts", related.len());
    for post in &related {
        page.see(&link(&post.title).within(region("Related articles")))
            .await?;
        ensure!(
            !post.reason.is_empty()
                && page
                    .text(&region("Related articles"))
                    .await?
                    .contains(&post.reason)
        );
    }
    page.click(&link(&related[0].title).within(region("Related articles")))
        .await?;
    reads(&page, &related[0].path(), &related[0].title).await
}

async fn an_address_without_a_page_helps_on(stage: &Stage<'_>) -> Result<()> {
    stage.switch_scripts_off().await?;
    let page = stage.load("/articles/no-such-article/").await?;
    ensure!(page.text(&headline()).await? == "Page not found");
    page.click(&link("Newest articles")).await?;
    reads(&page, "/", &site::document_title(stage, "")?).await
}

async fn reads(page: &Page, path: &str, heading: &str) -> Result<()> {
    until(&format!("{path} to say {heading:?}"), async || {
        let now = (
            page.path().await?,
            page.js::<String>("return document.querySelector('h1').textContent")
                .await?,
        );
        ensure!(
            now == (path.to_owned(), heading.to_owned()),
            "it is {now:?}"
        );
        Ok(Some(()))
    })
    .await
}
