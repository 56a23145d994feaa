//! Embeds whose requests are answered wrongly: the page around them is unharmed, the link in them stays, and what
//! `recto-error` says is true.

use anyhow::{Context, Result, ensure};
use browser_tests::fault::FaultKind;
use browser_tests::find::{heading, link};
use browser_tests::runner::Journey;
use browser_tests::wait::until;
use browser_tests::{Stage, journeys};

use super::in_every_way;
use super::ways::{Cause, Way};
use crate::embed::host::{Host, SLUG, document, loader};
use crate::site::{self, LEAK_TITLE};

pub const JOURNEYS: &[Journey] = journeys![
    the_script_of_the_embeds,
    what_embeds_load,
    what_embeds_show,
    a_blog_that_lets_nobody_embed_it,
];

/// A whole article, which needs everything, and text of the page itself.
fn body() -> String {
    format!(
        "<p>The page around it.</p><recto-article article=\"{SLUG}\" loading=\"eager\">\
         <a href=\"https://example.org/\">Read it there</a></recto-article>"
    )
}

const LISTEN: &str = "<script>addEventListener('recto-error', ({ detail }) => window.failed = detail.reason)</script>";

async fn show(stage: &Stage<'_>, host: &Host) -> Result<()> {
    host.show(&document(&[LISTEN, &loader(stage)].concat(), &body()))
        .await
}

async fn the_script_of_the_embeds(stage: &Stage<'_>) -> Result<()> {
    let host = Host::start(stage, "").await?;
    let path = "/embed/v1.js";
    let ends = |way: &Way| !way.never_ends();
    in_every_way(
        stage,
        &stage.server,
        "embeds, script",
        path,
        ends,
        async |_| {
            show(stage, &host).await?;
            stays_a_link(&host).await
        },
    )
    .await
}

async fn what_embeds_load(stage: &Stage<'_>) -> Result<()> {
    for (request, start, end) in [
        ("embeds, view", "embed-view", ".js"),
        ("embeds, WebAssembly", "embed-view", ".wasm"),
        ("embeds, style sheet", "embed-view", ".css"),
        ("embeds, renderer", "markdown", ".wasm"),
    ] {
        let path = site::asset(stage, start, end)?;
        shows_or_tells(stage, request, &path).await?;
    }
    Ok(())
}

async fn what_embeds_show(stage: &Stage<'_>) -> Result<()> {
    for (request, path) in [
        ("embeds, facts about the site", "/content/site.json".into()),
        (
            "embeds, article, JSON",
            format!("/content/articles/{SLUG}.json"),
        ),
        (
            "embeds, article, Markdown",
            format!("/content/articles/{SLUG}.md"),
        ),
    ] {
        shows_or_tells(stage, request, &path).await?;
    }
    Ok(())
}

async fn shows_or_tells(stage: &Stage<'_>, request: &str, path: &str) -> Result<()> {
    let host = Host::start(stage, "").await?;
    // A document waits for a script that it imports while it loads.
    let fits: fn(&Way) -> bool = match path.ends_with(".js") {
        true => |way| !way.never_ends(),
        false => |_| true,
    };
    in_every_way(stage, &stage.server, request, path, fits, async |way| {
        show(stage, &host).await?;
        if way.never_ends() {
            // It waits for longer than a journey does.
            until("the request", async || {
                Ok((stage.server.count(path) > 0).then_some(()))
            })
            .await?;
            return stays_a_link(&host).await;
        }
        let reason = until("the article, or why not", async || {
            if !host.page.all(&heading(LEAK_TITLE)).await?.is_empty() {
                return Ok(Some(None));
            }
            let reason: Option<String> = host.page.js("return window.failed").await?;
            Ok(reason.map(Some))
        })
        .await?;
        let Some(reason) = reason else {
            return sees_no_error(&host).await;
        };
        let is_true = match way.cause {
            Cause::Network => reason == "offline",
            Cause::Content => ["missing", "outdated", "malformed"].contains(&&*reason),
        };
        ensure!(is_true, "the reason is {reason}");
        stays_a_link(&host).await
    })
    .await
}

/// As a blog does that sends no `Access-Control-Allow-Origin`.
async fn a_blog_that_lets_nobody_embed_it(stage: &Stage<'_>) -> Result<()> {
    let host = Host::start(stage, "").await?;
    stage.server.withhold_header("access-control-allow-origin");
    show(stage, &host).await?;
    stays_a_link(&host).await
}

async fn stays_a_link(host: &Host) -> Result<()> {
    shows_a_link(host).await?;
    sees_no_error(host).await
}

/// But for a script of the embeds that is none: that is an error of the page which loads it.
async fn sees_no_error(host: &Host) -> Result<()> {
    host.server.add_faults(host.page.faults().await?);
    let mut faults = host.server.faults();
    faults.retain(|fault| {
        fault.kind != FaultKind::ConsoleWarning && !fault.text.contains("/embed/v1.js")
    });
    ensure!(faults.is_empty(), "{faults:?}");
    Ok(())
}

async fn shows_a_link(host: &Host) -> Result<()> {
    host.page.see(&link("Read it there")).await?;
    let around: String = host
        .page
        .js("return document.querySelector('p').textContent")
        .await
        .context("the page around")?;
    ensure!(around == "The page around it.");
    Ok(())
}
