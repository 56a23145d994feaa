//! The script that defines the elements: pinned by its digest, loaded twice, in two versions, or not at all.

use anyhow::{Context, Result, ensure};
use browser_tests::find::{heading, link};
use browser_tests::runner::Journey;
use browser_tests::server::Answer;
use browser_tests::{Stage, journeys};
use serde_json::Value;

use super::host::{Host, card, document, eager_card, loader, reactions, script};
use crate::site::{self, LEAK_TITLE};

pub const JOURNEYS: &[Journey] = journeys![
    the_pinned_script_fits_its_digest,
    a_script_that_does_not_fit_its_digest_leaves_a_link,
    many_scripts_are_one,
    an_older_version_keeps_its_elements,
    the_link_is_there_before_anything_of_ours,
    nothing_is_fetched_for_a_piece_far_below,
    the_manifest_tells_the_truth,
];

/// The address of the pinned script, and its digest, as `assets.json` tells them.
fn pinned(stage: &Stage<'_>) -> Result<(String, String)> {
    let manifest: Value = serde_json::from_slice(&site::file(stage, "assets.json")?)?;
    let pinned = &manifest["embed_script"];
    let text = |key: &str| pinned[key].as_str().context("assets.json: embed_script");
    Ok((
        stage.server.url(&format!("/{}", text("path")?)),
        format!("integrity=\"{}\" crossorigin", text("integrity")?),
    ))
}

async fn the_pinned_script_fits_its_digest(stage: &Stage<'_>) -> Result<()> {
    let (url, integrity) = pinned(stage)?;
    let host = Host::start(stage, "").await?;
    host.show(&document(&script(&url, &integrity), &eager_card()))
        .await?;
    host.page.see(&heading(LEAK_TITLE)).await?;
    ensure!(stage.server.count("/embed/v1.js") == 0);
    host.is_unharmed().await
}

async fn a_script_that_does_not_fit_its_digest_leaves_a_link(stage: &Stage<'_>) -> Result<()> {
    let (url, integrity) = pinned(stage)?;
    let path = url.replace(&stage.server.url(""), "");
    let changed = site::file(stage, &path)?.into_iter().chain(*b"\n");
    stage
        .server
        .answer(&path, Answer::new(changed.collect::<Vec<u8>>()));
    let host = Host::start(stage, "").await?;
    host.show(&document(&script(&url, &integrity), &eager_card()))
        .await?;
    host.page.see(&link("Read it there")).await?;
    let defined = "return customElements.get('recto-card') !== undefined";
    ensure!(!host.page.js::<bool>(defined).await?);
    Ok(())
}

/// Twice the same, once more under another address, and pinned; before the elements and after them.
async fn many_scripts_are_one(stage: &Stage<'_>) -> Result<()> {
    let (url, integrity) = pinned(stage)?;
    let tag = loader(stage);
    let again = script(&stage.server.url("/embed/v1.js?again"), "async");
    let body = [
        &eager_card(),
        &tag,
        &again,
        &script(&url, &integrity),
        &reactions(),
    ];
    let host = Host::start(stage, "").await?;
    host.show(&document(&tag, &body.map(String::as_str).concat()))
        .await?;
    let page = &host.page;
    page.see(&heading(LEAK_TITLE)).await?;
    page.until_true(
        "reactions",
        "return document.querySelector('recto-reactions').shadowRoot.querySelector('button') !== null",
    )
    .await?;
    let wasm = site::asset(stage, "embed-view-", ".wasm")?;
    ensure!(stage.server.count(&wasm) == 1);
    host.is_unharmed().await
}

async fn an_older_version_keeps_its_elements(stage: &Stage<'_>) -> Result<()> {
    let older = "window.recto = 'old'; customElements.define('recto-card', class extends HTMLElement { \
                 connectedCallback() { this.textContent = 'An older card' } })";
    let host = Host::start(stage, "").await?;
    host.server.answer("/v0.js", Answer::new(older));
    let head = [script("/v0.js", ""), loader(stage)].concat();
    host.show(&document(&head, &[eager_card(), reactions()].concat()))
        .await?;
    let page = &host.page;
    page.until_true(
        "both versions",
        "return document.querySelector('recto-card').textContent === 'An older card' && \
         document.querySelector('recto-reactions').shadowRoot?.querySelector('button') != null",
    )
    .await?;
    host.is_unharmed().await
}

async fn the_link_is_there_before_anything_of_ours(stage: &Stage<'_>) -> Result<()> {
    let gate = stage.server.hold("/embed/v1.js");
    // So that the page counts as loaded while the script is under way.
    let late = format!(
        "<script>addEventListener('load', () => setTimeout(() => {{ const script = document.createElement('script'); \
         script.type = 'module'; script.src = '{}'; document.head.append(script) }}))</script>",
        stage.server.url("/embed/v1.js")
    );
    let host = Host::start(stage, "").await?;
    host.show(&document(&late, &eager_card())).await?;
    gate.arrival().await?;
    host.page.see(&link("Read it there")).await?;
    let mut asked = stage.server.requests();
    // The page before, of the blog itself, may still be fetching ahead.
    asked.retain(|request| {
        let referrer = request.header("referer").unwrap_or_default();
        referrer.starts_with(&host.server.origin())
    });
    ensure!(asked.len() == 1, "{asked:?}");
    gate.open();
    host.page.see(&heading(LEAK_TITLE)).await?;
    Ok(())
}

async fn nothing_is_fetched_for_a_piece_far_below(stage: &Stage<'_>) -> Result<()> {
    let host = Host::start(stage, "").await?;
    let body = ["<div style=\"height: 9000px\"></div>", &card()].concat();
    host.show(&document(&loader(stage), &body)).await?;
    let page = &host.page;
    // The observer has told once where the element is, and would have woken it.
    page.js_async::<()>(
        "await customElements.whenDefined('recto-card'); \
         await new Promise((seen) => new IntersectionObserver(seen).observe(document.querySelector('recto-card')))",
    )
    .await?;
    let wasm = site::asset(stage, "embed-view-", ".wasm")?;
    ensure!(stage.server.count(&wasm) == 0);
    page.scroll_to(8500).await?;
    page.see(&heading(LEAK_TITLE)).await?;
    ensure!(stage.server.count(&wasm) == 1);
    Ok(())
}

/// Every element has the properties that the manifest tells of, and they say the same as its attributes.
async fn the_manifest_tells_the_truth(stage: &Stage<'_>) -> Result<()> {
    let host = Host::start(stage, "").await?;
    host.show(&document(&loader(stage), "")).await?;
    let script = format!(
        "const {{ modules }} = await (await fetch('{}')).json(); const wrong = []; \
         for (const {{ tagName, members }} of modules[0].declarations) {{ \
           await customElements.whenDefined(tagName); const element = document.createElement(tagName); \
           for (const {{ name, default: standard }} of members) {{ \
             element[name] = 'x'; const set = element.getAttribute(name); \
             element.removeAttribute(name); element.setAttribute(name, 'y'); \
             if (!(name in element) || set !== 'x' || element[name] !== 'y') wrong.push(`${{tagName}} ${{name}}`); \
             element.removeAttribute(name); \
             if (name === 'limit' && element[name] !== standard) wrong.push(`${{tagName}} ${{name}} ${{element[name]}}`); \
           }} \
         }} \
         return [modules[0].declarations.length, wrong]",
        stage.server.url("/embed/custom-elements.json")
    );
    let (count, wrong): (usize, Vec<String>) = host.page.js_async(&script).await?;
    ensure!(count == 7 && wrong.is_empty(), "{count} {wrong:?}");
    Ok(())
}
