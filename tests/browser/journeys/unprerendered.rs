//! An article that is on the host but was never prerendered opens through `404.html`.

use anyhow::{Result, ensure};
use browser_tests::find::{alert, button, group, headline};
use browser_tests::runner::Journey;
use browser_tests::server::Answer;
use browser_tests::wait::until;
use browser_tests::{Stage, journeys};

use crate::site;

pub const JOURNEYS: &[Journey] = journeys![
    a_new_article_opens_from_its_data,
    an_address_without_data_stays_not_found,
    an_unreachable_article_is_not_called_missing,
];

const NEW: &str = "/articles/brand-new/";
const NEW_DATA: &str = "/content/articles/brand-new.json";
const NEW_MARKDOWN: &str = "/content/articles/brand-new.md";

fn publish(stage: &Stage<'_>) -> Result<()> {
    let mut data = site::leak_json(stage)?;
    data["slug"] = "brand-new".into();
    data["title"] = "Published a minute ago".into();
    data["canonical_url"] = "".into();
    data["hash"] = "".into();
    stage.server.answer(NEW_DATA, Answer::new(data.to_string()));
    stage.server.answer(
        NEW_MARKDOWN,
        Answer::new("It is **only data** so far.\n\n## Why?\n\nBecause.\n"),
    );
    Ok(())
}

async fn a_new_article_opens_from_its_data(stage: &Stage<'_>) -> Result<()> {
    publish(stage)?;
    let page = stage.load(NEW).await?;
    until("the article", async || {
        Ok((page.text(&headline()).await? == "Published a minute ago").then_some(()))
    })
    .await?;
    page.ready().await?;
    ensure!(page.title().await? == site::document_title(stage, "Published a minute ago")?);
    ensure!(
        page.text(&browser_tests::find::article())
            .await?
            .contains("only data")
    );
    ensure!(
        page.js::<bool>(
            "return document.querySelector('meta[name=robots][content*=noindex]') === null"
        )
        .await?
    );
    page.click(&button("Like").within(group("React to this article")))
        .await?;
    page.see(&button("Like").pressed(true)).await?;
    Ok(())
}

async fn an_address_without_data_stays_not_found(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open("/articles/never-written/").await?;
    until("the question for its data", async || {
        Ok((stage.server.count("/content/articles/never-written.json") > 0).then_some(()))
    })
    .await?;
    page.see_no(&alert()).await?;
    ensure!(page.text(&headline()).await? == "Page not found");
    Ok(())
}

async fn an_unreachable_article_is_not_called_missing(stage: &Stage<'_>) -> Result<()> {
    publish(stage)?;
    stage.server.answer(NEW_DATA, Answer::status(503));
    let page = stage.load(NEW).await?;
    page.see(&alert()).await?;
    ensure!(page.text(&headline()).await? != "Page not found");
    Ok(())
}
