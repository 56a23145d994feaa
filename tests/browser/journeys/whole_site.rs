//! Every page of the site: the strict policy holds, nothing comes from elsewhere, every link leads somewhere, nothing
//! is wider than a small screen, and axe finds nothing.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use browser_tests::find::{link, region};
use browser_tests::runner::{Journey, navigation_api};
use browser_tests::server::{Answer, Server};
use browser_tests::{Engine, Page, Stage, journeys, paths};
use serde_json::Value;

use crate::site::{self, LEAK};

pub const JOURNEYS: &[Journey] = journeys![
    every_page_keeps_to_the_policy_and_the_origin,
    every_page_after_a_click_keeps_to_the_policy_and_the_origin where navigation_api,
    every_link_leads_somewhere,
    no_page_is_wider_than_a_small_screen,
    axe_finds_nothing_on_any_kind_of_page,
    axe_finds_nothing_after_a_click where navigation_api,
];

/// Violations fail every journey by themselves; what this one adds is that it has been everywhere.
async fn every_page_keeps_to_the_policy_and_the_origin(stage: &Stage<'_>) -> Result<()> {
    for path in site::pages(stage)? {
        let page = stage.open(&path).await?;
        let policy = "return (await fetch(location.href)).headers.get('content-security-policy')";
        let policy: Option<String> = page.js_async(policy).await?;
        let policy = policy.with_context(|| format!("{path} has no policy"))?;
        ensure!(
            policy.contains("default-src 'none'") && !policy.contains("unsafe-inline"),
            "{path}: {policy}"
        );
        nothing_from_elsewhere(&page, &path).await?;
    }
    Ok(())
}

async fn every_page_after_a_click_keeps_to_the_policy_and_the_origin(
    stage: &Stage<'_>,
) -> Result<()> {
    let page = stage.open("/").await?;
    for path in site::pages(stage)? {
        site::navigate(stage, &page, &path).await?;
    }
    nothing_from_elsewhere(&page, "the way through all pages").await
}

async fn nothing_from_elsewhere(page: &Page, path: &str) -> Result<()> {
    let script = "return performance.getEntriesByType('resource').map((entry) => entry.name) \
                  .filter((name) => new URL(name).origin !== location.origin)";
    let elsewhere: Vec<String> = page.js(script).await?;
    ensure!(elsewhere.is_empty(), "{path}: {elsewhere:?}");
    Ok(())
}

async fn every_link_leads_somewhere(stage: &Stage<'_>) -> Result<()> {
    stage.server.forbid_scripts(true);
    let mut targets = BTreeSet::new();
    for path in site::pages(stage)?
        .into_iter()
        .chain(["/404.html".to_owned()])
    {
        let page = stage.load(&path).await?;
        let script = "return [...document.querySelectorAll('a[href], link[href]')].map((link) => new URL(link.href)) \
                      .filter((url) => url.origin === location.origin).map((url) => url.pathname)";
        targets.extend(page.js::<Vec<String>>(script).await?);
        let dead = "return [...document.querySelectorAll('a[href^=\"#\"]')].map((link) => link.hash.slice(1)) \
                    .filter((id) => id && !document.getElementById(decodeURIComponent(id)))";
        let dead: Vec<String> = page.js(dead).await?;
        ensure!(
            dead.is_empty(),
            "{path} has links to fragments that are not there: {dead:?}"
        );
    }
    stage.server.forbid_scripts(false);
    let page = stage.open("/").await?;
    let script = "const dead = []; for (const path of arguments[0]) { \
                  const answer = await fetch(path, { method: 'HEAD' }); if (!answer.ok) dead.push(path) } return dead";
    let script = script.replace("arguments[0]", &serde_json::to_string(&targets)?);
    let dead: Vec<String> = page.js_async(&script).await?;
    ensure!(dead.is_empty(), "links lead to nothing: {dead:?}");
    Ok(())
}

async fn no_page_is_wider_than_a_small_screen(stage: &Stage<'_>) -> Result<()> {
    for path in site::kinds_of_pages(stage)? {
        let page = stage.load_narrow(&path, 320, 640).await?;
        page.ready().await?;
        let widths: (u32, u32) = page
            .js("return [document.documentElement.scrollWidth, innerWidth]")
            .await?;
        ensure!(
            widths.0 <= widths.1,
            "{path} is {} pixels wide in a window of {}",
            widths.0,
            widths.1
        );
    }
    Ok(())
}

async fn axe_finds_nothing_on_any_kind_of_page(stage: &Stage<'_>) -> Result<()> {
    for path in site::kinds_of_pages(stage)? {
        let page = stage.open(&path).await?;
        axe_finds_nothing(&page, &path).await?;
    }
    Ok(())
}

async fn axe_finds_nothing_after_a_click(stage: &Stage<'_>) -> Result<()> {
    site::ask_to_save_data(stage);
    let page = stage.open(LEAK).await?;
    let posts = site::leak(stage)?.related;
    page.click(&link(&posts[0].title).within(region("Related articles")))
        .await?;
    page.arrive(&posts[0].path()).await?;
    axe_finds_nothing(&page, "after a click").await?;
    page.back().await?;
    page.arrive(LEAK).await?;
    stage
        .server
        .answer(&posts[1].data_path(), Answer::status(503));
    page.click(&link(&posts[1].title).within(region("Related articles")))
        .await?;
    page.see(&browser_tests::find::alert()).await?;
    axe_finds_nothing(&page, "a page that did not load").await
}

/// Pages of another site than the sample, on the smallest of phones.
pub async fn fits_a_narrow_window(
    stage: &Stage<'_>,
    server: &Server,
    paths: &[&str],
) -> Result<()> {
    server.allow_frames();
    let origin = server.origin();
    for path in paths {
        let page = stage.load_in_frame(&origin, path, 320, 800).await?;
        page.ready().await?;
        never_scrolls_sideways(&page, path).await?;
        if stage.flavour.engine == Engine::Chromium {
            axe_finds_nothing(&page, path).await?;
        }
    }
    Ok(())
}

pub async fn never_scrolls_sideways(page: &Page, path: &str) -> Result<()> {
    let beyond = "if (document.documentElement.scrollWidth <= innerWidth) return null; \
                  const scrolls = (element) => element && (getComputedStyle(element).overflowX !== 'visible' \
                    || scrolls(element.parentElement)); \
                  const beyond = (element) => element.getBoundingClientRect().right > innerWidth + 1 \
                    && !scrolls(element); \
                  const wide = [...document.body.querySelectorAll('*')].filter(beyond); \
                  return wide.slice(0, 9).map((element) => element.outerHTML.slice(0, 90)).join('\\n')";
    let beyond: Option<String> = page.js(beyond).await?;
    ensure!(
        beyond.is_none(),
        "{path} scrolls sideways: {}",
        beyond.unwrap_or_default()
    );
    Ok(())
}

/// What is open over the page, with the button that closes it.
pub async fn nothing_opens_beyond_the_edge(page: &Page, what: &str) -> Result<()> {
    let beyond = "const edge = innerWidth; \
                  const open = ':is(dialog[open], :popover-open)'; \
                  const all = document.querySelectorAll(`${open}, ${open} *`); \
                  const close = document.querySelector(`${open} :is(.tool-close, .note-close)`); \
                  const { top, bottom } = close?.getBoundingClientRect() ?? { top: 0, bottom: 0 }; \
                  const places = [...all].map((element) => [element.getBoundingClientRect(), element.outerHTML]) \
                  .filter(([place]) => place.width && (place.right > edge + 1 || place.left < -1)) \
                  .map(([place, html]) => place.right + ' ' + html.slice(0, 80)); \
                  return top < 0 || bottom > innerHeight || !all.length ? ['its end', ...places] : places";
    let beyond: Vec<String> = page.js(beyond).await?;
    ensure!(beyond.is_empty(), "{what} is beyond the edge: {beyond:?}");
    Ok(())
}

pub async fn axe_finds_nothing(page: &Page, path: &str) -> Result<()> {
    axe_finds_nothing_with(page, path, "{}").await
}

/// What stands in a frame is a part of another page, which has the heading of the first level.
pub async fn axe_finds_nothing_in_a_frame(page: &Page, path: &str) -> Result<()> {
    let rules = "{ 'page-has-heading-one': { enabled: false } }";
    axe_finds_nothing_with(page, path, rules).await
}

async fn axe_finds_nothing_with(page: &Page, path: &str, rules: &str) -> Result<()> {
    let file = paths::workspace().join("target/tools/npm/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(&file)
        .with_context(|| format!("{}: npm install axe-core", file.display()))?;
    // The driver's scripts are no part of the page: the page's policy does not concern them.
    page.js::<Value>(&format!("{axe}\nwindow.axe = axe; return null"))
        .await?;
    let script = "const { violations } = await axe.run(document, { rules: RULES, resultTypes: ['violations'] }); \
                  return violations.flatMap(({ id, help, nodes }) => \
                  nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`))";
    let found: Vec<String> = page.js_async(&script.replace("RULES", rules)).await?;
    ensure!(
        found.is_empty(),
        "{path}:\n      {}",
        found.join("\n      ")
    );
    Ok(())
}
