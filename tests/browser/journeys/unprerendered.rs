//! An article that is on the host but was never prerendered opens through `404.html`.

use anyhow::{Result, ensure};
use browser_tests::find::{alert, button, group, headline};
use browser_tests::runner::Journey;
use browser_tests::server::Answer;
use browser_tests::wait::until;
use browser_tests::{Stage, journeys};
use serde_json::Value;

use crate::site;

pub const JOURNEYS: &[Journey] = journeys![
    a_new_article_opens_from_its_data,
    a_new_article_opens_where_articles_live,
    an_address_without_data_stays_not_found,
    an_unreachable_article_is_not_called_missing,
];

const NEW: &str = "/articles/brand-new/";
const NEW_DATA: &str = "/content/articles/brand-new.json";

fn publish(stage: &Stage<'_>) -> Result<()> {
    publish_at(stage, "brand-new", "/content/articles/brand-new")
}

/// `file` is the address of data and Markdown without their extensions.
fn publish_at(stage: &Stage<'_>, slug: &str, file: &str) -> Result<()> {
    let mut data = site::leak_json(stage)?;
    data["slug"] = slug.into();
    data["title"] = "Published a minute ago".into();
    data["canonical_url"] = "".into();
    data["hash"] = "".into();
    let of = |extension: &str| [file, extension].concat();
    stage
        .server
        .answer(&of(".json"), Answer::new(data.to_string()));
    stage.server.answer(
        &of(".md"),
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

async fn a_new_article_opens_where_articles_live(stage: &Stage<'_>) -> Result<()> {
    const PATH: &str = "/2024/05/brand-new";
    publish_at(stage, PATH, &["/content/pages", PATH].concat())?;
    let mut facts: Value = serde_json::from_slice(&site::file(stage, "content/site.json")?)?;
    facts["permalinks"] = "/{year}/{month}/{slug}/".into();
    stage
        .server
        .answer("/content/site.json", Answer::new(facts.to_string()));
    let page = stage.load(&[PATH, "/"].concat()).await?;
    until("the article", async || {
        Ok((page.text(&headline()).await? == "Published a minute ago").then_some(()))
    })
    .await?;
    page.ready().await?;
    let like = || button("Like").within(group("React to this article"));
    page.click(&like()).await?;
    page.see(&button("Like").pressed(true)).await?;
    let page = stage.load(&[PATH, "/"].concat()).await?;
    page.see(&like().pressed(true)).await?;
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
