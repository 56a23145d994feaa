//! Embeds of the blog in a page of another origin, which knows nothing of Recto, or is hostile.

pub mod frameworks;
pub mod host;
pub mod hostile;
pub mod lifetime;
pub mod loader;
pub mod searching;
pub mod sharing;
pub mod storage;

use anyhow::{Context, Result, ensure};
use browser_tests::find::{Find, button, group, heading, headline, link};
use browser_tests::runner::Journey;
use browser_tests::{Stage, journeys};
use serde_json::Value;

use crate::site::{self, LEAK, LEAK_TITLE};
use host::{SLUG, card, eager_card, host, reactions};

pub const JOURNEYS: &[Journey] = journeys![
    every_piece_shows_in_another_page,
    a_strict_page_can_embed,
    a_reaction_in_another_page_is_kept,
    what_cannot_be_had_stays_a_link,
    links_lead_to_the_blog,
    a_page_may_follow_links_itself,
    attributes_change_the_piece_in_place,
    a_piece_suits_the_ground_it_stands_on,
    a_piece_fits_a_narrow_place,
    a_piece_speaks_another_language,
];

const HOSTILE_STYLE: &str = "<style>* { all: unset !important; display: block; color: red }\
    button, h1, h2, h3 { font: 40px monospace !important; }</style>";

async fn every_piece_shows_in_another_page(stage: &Stage<'_>) -> Result<()> {
    let author = &site::leak(stage)?.authors[0];
    let body = format!(
        "<recto-article article=\"{SLUG}\" loading=\"eager\"></recto-article>{}\
         <recto-author author=\"{}\" loading=\"eager\"></recto-author>\
         <recto-related article=\"{SLUG}\" loading=\"eager\" limit=\"2\"></recto-related>\
         <recto-reactions article=\"{SLUG}\" loading=\"eager\"></recto-reactions>\
         <recto-latest loading=\"eager\" limit=\"3\"></recto-latest>",
        card(),
        author.id
    );
    let first =
        "Object.prototype.polluted = () => 1; Object.prototype.once = true; window.recto = 'old';";
    let head = format!("<script>{first}</script>{HOSTILE_STYLE}");
    let host = host(stage, "", &head, &body).await?;
    let page = &host.page;
    page.see(&heading(LEAK_TITLE).level(2)).await?;
    page.see(&heading(&author.name).level(3)).await?;
    page.see(&button("Like")).await?;
    let lists: Vec<usize> = page
        .js("return ['related', 'latest'].map(embed => \
             document.querySelector('recto-' + embed).shadowRoot.querySelectorAll('li').length)")
        .await?;
    ensure!(lists == [2, 3], "{lists:?}");
    // All addresses are the blog's.
    let elsewhere: Vec<String> = page
        .js_with(
            "return [...document.body.children].flatMap(element => [...element.shadowRoot.querySelectorAll('a, img')]) \
             .map(element => element.getAttribute('href') ?? element.getAttribute('src')) \
             .filter(address => !/^(https?:|#)/.test(address) || address.startsWith(arguments[0]))",
            vec![host.server.origin().into()],
        )
        .await?;
    ensure!(elsewhere.is_empty(), "{elsewhere:?}");
    let wasm = site::asset(stage, "embed-view-", ".wasm")?;
    ensure!(
        stage.server.count(&wasm) == 1,
        "fetched {} times",
        stage.server.count(&wasm)
    );
    ensure!(page.js::<bool>("return window.recto === 'old'").await?);
    ensure!(
        host.server.faults().is_empty(),
        "{:?}",
        host.server.faults()
    );
    Ok(())
}

async fn a_strict_page_can_embed(stage: &Stage<'_>) -> Result<()> {
    let policy = "default-src 'none'; script-src 'self' BLOG 'wasm-unsafe-eval'; connect-src 'self' BLOG; \
                  img-src 'self' BLOG; require-trusted-types-for 'script'; trusted-types recto-embed";
    let body = format!(
        "<recto-article article=\"{SLUG}\" loading=\"eager\"></recto-article>{}",
        card()
    );
    let host = host(stage, policy, "", &body).await?;
    host.page.see(&heading(LEAK_TITLE).level(2)).await?;
    ensure!(
        host.server.faults().is_empty(),
        "{:?}",
        host.server.faults()
    );
    Ok(())
}

async fn a_reaction_in_another_page_is_kept(stage: &Stage<'_>) -> Result<()> {
    let body = format!("<recto-reactions article=\"{SLUG}\" loading=\"eager\"></recto-reactions>");
    let host = host(stage, "", "", &body).await?;
    let page = &host.page;
    let like = || -> Find { button("Like").within(group("React to this article")) };
    page.see(&like().pressed(false)).await?;
    page.js::<()>("addEventListener('recto-react', event => window.told = event.detail)")
        .await?;
    page.click(&like()).await?;
    page.see(&like().pressed(true)).await?;
    page.until_true(
        "the event",
        "return window.told?.kind === 'like' && window.told.given === true",
    )
    .await?;
    page.reload().await?;
    page.see(&like().pressed(true)).await?;
    Ok(())
}

async fn what_cannot_be_had_stays_a_link(stage: &Stage<'_>) -> Result<()> {
    stage.expect_fault("404");
    let body = "<recto-card article=\"nobody-wrote-this\" loading=\"eager\"><a href=\"https://example.org/\">A link</a></recto-card>";
    let told =
        "<script>addEventListener('recto-error', event => window.told = event.detail)</script>";
    let host = host(stage, "", told, body).await?;
    host.page
        .until_true("the event", "return window.told?.reason === 'missing'")
        .await?;
    host.page.see(&link("A link")).await?;
    Ok(())
}

async fn links_lead_to_the_blog(stage: &Stage<'_>) -> Result<()> {
    let host = host(stage, "", "", &eager_card()).await?;
    host.page.click(&link(LEAK_TITLE)).await?;
    let article = stage.server.url(LEAK);
    host.page
        .until_true(
            "the article",
            &format!("return location.href === '{article}'"),
        )
        .await?;
    host.page.see(&headline()).await?;
    Ok(())
}

async fn a_page_may_follow_links_itself(stage: &Stage<'_>) -> Result<()> {
    let told = "<script>addEventListener('recto-navigate', event => { \
                event.preventDefault(); window.told = event.detail.url })</script>";
    let body = eager_card();
    let host = host(stage, "", told, &body).await?;
    host.page.click(&link(LEAK_TITLE)).await?;
    host.page
        .until_true(
            "the event",
            &format!("return window.told?.endsWith('/articles/{SLUG}/')"),
        )
        .await?;
    ensure!(host.page.title().await? == "Host");
    Ok(())
}

async fn attributes_change_the_piece_in_place(stage: &Stage<'_>) -> Result<()> {
    let other = site::leak(stage)?
        .related
        .into_iter()
        .next()
        .context("nothing is related")?;
    let body = eager_card();
    let host = host(stage, "", "", &body).await?;
    let page = &host.page;
    page.see(&heading(LEAK_TITLE)).await?;
    page.js_with::<()>(
        "document.querySelector('recto-card').article = arguments[0]",
        vec![other.slug.clone().into()],
    )
    .await?;
    page.see(&heading(&other.title)).await?;
    page.see_no(&heading(LEAK_TITLE)).await?;
    let attribute: String = page
        .js("return document.querySelector('recto-card').getAttribute('article')")
        .await?;
    ensure!(attribute == other.slug);
    Ok(())
}

async fn a_piece_suits_the_ground_it_stands_on(stage: &Stage<'_>) -> Result<()> {
    let grounds = [
        "#ffffff",
        "#101014",
        "rgb(120 120 120)",
        "oklch(.25 .05 250)",
    ];
    let body: String = grounds
        .iter()
        .map(|ground| format!("<div style=\"background: {ground}\">{}</div>", eager_card()))
        .collect();
    let host = host(stage, "", "", &body).await?;
    let grounds = "[...document.querySelectorAll('recto-card')].map(card => card.shadowRoot.querySelector('.ground'))";
    host.page
        .until_true(
            "all embeds",
            &format!("return {grounds}.every(ground => ground)"),
        )
        .await?;
    let themes = format!(
        "return {grounds}.map(({{ dataset }}) => dataset.theme + ('ground' in dataset ? ' on its own' : ''))"
    );
    let themes: Vec<String> = host.page.js(&themes).await?;
    ensure!(
        themes[0] == "light" && themes[1] == "dark" && themes[3] == "dark",
        "{themes:?}"
    );
    ensure!(themes[2].ends_with("on its own"), "{themes:?}");
    Ok(())
}

async fn a_piece_fits_a_narrow_place(stage: &Stage<'_>) -> Result<()> {
    let body = format!(
        "<div style=\"width: 240px\">{}<recto-reactions article=\"{SLUG}\" loading=\"eager\"></recto-reactions>\
         <recto-latest loading=\"eager\"></recto-latest></div>",
        eager_card()
    );
    let host = host(stage, "", "", &body).await?;
    let page = &host.page;
    page.see(&button("Like")).await?;
    page.until_true(
        "all embeds",
        "return ['card', 'reactions', 'latest'].every(embed => \
         document.querySelector('recto-' + embed).shadowRoot.querySelector('.recto'))",
    )
    .await?;
    let wide: Vec<String> = page
        .js("return [...document.querySelectorAll('recto-card, recto-reactions, recto-latest')] \
             .flatMap(element => [...element.shadowRoot.querySelectorAll('*')]) \
             .filter(element => element.getBoundingClientRect().right > 249).map(element => element.className)")
        .await?;
    ensure!(wide.is_empty(), "{wide:?}");
    Ok(())
}

/// What it says in another language than English is a file of its own, which this page has to be let to read.
async fn a_piece_speaks_another_language(stage: &Stage<'_>) -> Result<()> {
    let body = reactions().replace("<recto-reactions ", "<recto-reactions lang=\"de\" ");
    let host = host(stage, "", "", &body).await?;
    let page = &host.page;
    let german: Value = serde_json::from_str(include_str!("../../../src/messages/de.json"))?;
    let title = german["react"].as_str().context("de.json: react")?;
    page.see(&group(title)).await?;
    page.js::<()>("document.querySelector('recto-reactions').lang = 'en'")
        .await?;
    page.see(&group("React to this article")).await?;
    Ok(())
}
