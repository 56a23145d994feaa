//! Clicking through the site. With the Navigation API the app swaps the page; without it links are ordinary links,
//! and a reader sees the same.

use anyhow::{Context, Result, ensure};
use browser_tests::find::{Find, any, headline, link, navigation, region};
use browser_tests::runner::{Journey, navigation_api};
use browser_tests::wait::until;
use browser_tests::{Engine, Flavour, Page, Stage, journeys};
use thirtyfour::Key;

use crate::site::{self, LEAK, LEAK_TITLE, Related};

pub const JOURNEYS: &[Journey] = journeys![
    a_related_post_opens_at_its_top,
    going_back_gives_the_focus_to_the_link where navigation_api,
    going_back_returns_to_the_place where not_webkits_navigation_api,
    a_shorter_page_does_not_spoil_the_places where not_webkits_navigation_api,
    every_kind_of_page_opens_by_its_link,
    the_change_of_page_is_announced where navigation_api,
    a_link_into_the_page_stays_in_the_page,
    a_link_with_a_fragment_leads_to_its_place,
    a_reader_may_change_their_mind where navigation_api,
    a_reader_may_click_twice where navigation_api,
    a_page_seen_before_needs_no_request where navigation_api,
];

const SET_MARKER: &str = "window.__marker = true";
const MARKER: &str = "return window.__marker === true";

fn related(post: &Related) -> Find {
    link(&post.title).within(region("Related articles"))
}

/// The related posts of the leak.
fn posts(stage: &Stage<'_>) -> Result<Vec<Related>> {
    Ok(site::leak(stage)?.related)
}

/// Waits until the page with this heading is on show, complete with its head.
async fn shows(stage: &Stage<'_>, page: &Page, path: &str, heading: &str) -> Result<()> {
    page.arrive(path).await?;
    let expected = [
        site::document_title(stage, heading)?,
        site::canonical(stage, path)?,
        heading.to_owned(),
    ];
    let script = "return [document.title, document.querySelector('link[rel=canonical]').href, \
                  document.querySelector('h1').textContent]";
    until(&format!("{expected:?}"), async || {
        let now: [String; 3] = page.js(script).await?;
        ensure!(now == expected, "it is {now:?}");
        Ok(Some(()))
    })
    .await
}

async fn a_related_post_opens_at_its_top(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    page.js::<()>(SET_MARKER).await?;
    let post = &posts(stage)?[0];
    page.click(&related(post)).await?;
    shows(stage, &page, &post.path(), &post.title).await?;
    ensure!(
        page.js::<bool>(MARKER).await? == stage.flavour.navigation_api,
        "document loaded, or not, against the flavour"
    );
    ensure!(stage.server.count(&post.path()) == usize::from(!stage.flavour.navigation_api));
    ensure!(
        page.scroll_position().await? == 0.0,
        "at {}",
        page.scroll_position().await?
    );
    if stage.flavour.navigation_api {
        // The focus is on the page, not on something that has gone: the next Tab begins at the top.
        let on_page = "return document.activeElement.matches('main, h1')";
        page.until_true("the focus to be on the page", on_page)
            .await?;
    }
    Ok(())
}

async fn going_back_gives_the_focus_to_the_link(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    let post = &posts(stage)?[0];
    page.focus(&related(post)).await?;
    page.press(Key::Enter).await?;
    shows(stage, &page, &post.path(), &post.title).await?;
    page.back().await?;
    shows(stage, &page, LEAK, LEAK_TITLE).await?;
    until("the focus to be on the link again", async || {
        let focused = page.focused().await?;
        Ok((focused == format!("link {:?}", post.title)).then_some(()))
    })
    .await
}

async fn going_back_returns_to_the_place(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    let post = &posts(stage)?[0];
    page.hover(&related(post)).await?;
    let place = page.scroll_position().await?;
    ensure!(place > 1000.0, "the link is not far down: {place}");
    page.click(&related(post)).await?;
    shows(stage, &page, &post.path(), &post.title).await?;
    page.scroll_to(300).await?;
    page.back().await?;
    shows(stage, &page, LEAK, LEAK_TITLE).await?;
    at(&page, place).await?;
    page.until_true(
        "all blocks to be drawn",
        "return !document.querySelector('main [style*=block-size]')",
    )
    .await?;
    at(&page, place).await?;
    page.forward().await?;
    shows(stage, &page, &post.path(), &post.title).await?;
    at(&page, 300.0).await
}

/// WebKitGTK 2.50 has it behind a switch for a reason: it does not always restore the place after a way that a page has
/// taken over, and going back to a shorter page ends the page's process, on any site.
pub fn not_webkits_navigation_api(flavour: Flavour) -> bool {
    flavour.engine != Engine::Webkit || !flavour.navigation_api
}

/// The browser cannot keep the place while a page too short for it is on show.
async fn a_shorter_page_does_not_spoil_the_places(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    let archive = link("Archive").within(any("contentinfo"));
    page.hover(&archive).await?;
    let place = page.scroll_position().await?;
    page.click(&archive).await?;
    shows(stage, &page, "/archive/", "Archive").await?;
    let height: f64 = page
        .js("return document.documentElement.scrollHeight - innerHeight")
        .await?;
    ensure!(
        height > 200.0 && place > height + 1000.0,
        "{height}, {place}"
    );
    page.scroll_to(200).await?;
    for _ in 0..2 {
        page.back().await?;
        shows(stage, &page, LEAK, LEAK_TITLE).await?;
        at(&page, place).await?;
        page.forward().await?;
        shows(stage, &page, "/archive/", "Archive").await?;
        at(&page, 200.0).await?;
    }
    Ok(())
}

/// Waits until the page is scrolled there.
async fn at(page: &Page, y: f64) -> Result<()> {
    until(&format!("the scroll position {y}"), async || {
        let now = page.scroll_position().await?;
        ensure!((now - y).abs() <= 1.0, "it is {now}");
        Ok(Some(()))
    })
    .await
}

async fn every_kind_of_page_opens_by_its_link(stage: &Stage<'_>) -> Result<()> {
    let leak = site::leak(stage)?;
    let (author, tag) = (
        leak.authors.first().context("no author")?,
        leak.tags.first().context("no tags")?,
    );
    let page = stage.open(LEAK).await?;
    page.js::<()>(SET_MARKER).await?;
    page.click(&link(&author.name).within(region("About the author")))
        .await?;
    shows(
        stage,
        &page,
        &format!("/authors/{}/", author.id),
        &author.name,
    )
    .await?;
    page.click_first(&link(LEAK_TITLE)).await?;
    shows(stage, &page, LEAK, LEAK_TITLE).await?;
    page.click(
        &link(&tag.name)
            .exactly()
            .within(browser_tests::find::article()),
    )
    .await?;
    shows(stage, &page, &format!("/tags/{}/", tag.slug), &tag.name).await?;
    for (label, path) in [
        ("Archive", "/archive/"),
        ("Tags", "/tags/"),
        ("Authors", "/authors/"),
    ] {
        page.click(&link(label).within(navigation("Main"))).await?;
        shows(stage, &page, path, label).await?;
        let current = "return document.querySelector('header nav [aria-current=page]').textContent";
        ensure!(page.js::<String>(current).await? == label);
    }
    page.click(&link("Articles").within(navigation("Main")))
        .await?;
    page.arrive("/").await?;
    page.click(&link("Older articles")).await?;
    page.arrive("/page/2/").await?;
    until("page 2", async || {
        Ok((page.text(&headline()).await? == "Articles, page 2").then_some(()))
    })
    .await?;
    ensure!(page.js::<bool>(MARKER).await? == stage.flavour.navigation_api);
    Ok(())
}

async fn the_change_of_page_is_announced(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    let announcer = "const line = document.getElementById('recto-announcer'); \
                     return [line.getAttribute('aria-live') || line.getAttribute('role'), line.textContent]";
    let (live, text): (String, String) = page.js(announcer).await?;
    ensure!(
        ["polite", "assertive", "status"].contains(&live.as_str()),
        "{live}"
    );
    ensure!(
        text.is_empty(),
        "a document that was loaded is announced by the browser: {text}"
    );
    let post = &posts(stage)?[0];
    page.click(&related(post)).await?;
    shows(stage, &page, &post.path(), &post.title).await?;
    let (_, text): (String, String) = page.js(announcer).await?;
    ensure!(text.contains(&post.title), "announced: {text:?}");
    Ok(())
}

async fn a_link_into_the_page_stays_in_the_page(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    page.js::<()>(SET_MARKER).await?;
    stage.server.forget_requests();
    page.js::<()>("location.hash = document.querySelector('main h2[id]').id")
        .await?;
    until("the scroll", async || {
        Ok((page.scroll_position().await? > 0.0).then_some(()))
    })
    .await?;
    ensure!(page.js::<bool>(MARKER).await?);
    ensure!(page.text(&headline()).await? == LEAK_TITLE);
    Ok(())
}

async fn a_link_with_a_fragment_leads_to_its_place(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open("/archive/").await?;
    page.js::<()>(SET_MARKER).await?;
    page.js::<()>(&format!(
        "location.href = '{}#recto-reactions'",
        stage.server.path(LEAK)
    ))
    .await?;
    shows(stage, &page, LEAK, LEAK_TITLE).await?;
    let top =
        "return Math.abs(document.getElementById('recto-reactions').getBoundingClientRect().top)";
    until("the place", async || {
        let top: f64 = page.js(top).await?;
        ensure!(top < 120.0, "it is {top} pixels away");
        Ok(Some(()))
    })
    .await?;
    ensure!(page.js::<bool>(MARKER).await? == stage.flavour.navigation_api);
    Ok(())
}

async fn a_reader_may_change_their_mind(stage: &Stage<'_>) -> Result<()> {
    site::ask_to_save_data(stage);
    let page = stage.open(LEAK).await?;
    let posts = posts(stage)?;
    let gate = stage.server.hold(&posts[0].data_path());
    // The facts about the site are under way as well when the reader turns to the other post.
    let site_gate = stage.server.hold("/content/site.json");
    page.click(&related(&posts[0])).await?;
    gate.arrival().await?;
    site_gate.arrival().await?;
    page.click(&related(&posts[1])).await?;
    gate.abandonment().await?;
    site_gate.open();
    shows(stage, &page, &posts[1].path(), &posts[1].title).await?;
    gate.open();
    // The address of the first post is in the history; coming back to it asks for it again.
    page.back().await?;
    shows(stage, &page, &posts[0].path(), &posts[0].title).await
}

async fn a_reader_may_click_twice(stage: &Stage<'_>) -> Result<()> {
    site::ask_to_save_data(stage);
    let page = stage.open(LEAK).await?;
    let post = &posts(stage)?[0];
    let gate = stage.server.hold(&post.data_path());
    page.click(&related(post)).await?;
    gate.arrival().await?;
    page.click(&related(post)).await?;
    gate.open();
    shows(stage, &page, &post.path(), &post.title).await
}

async fn a_page_seen_before_needs_no_request(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    let post = &posts(stage)?[0];
    page.click(&related(post)).await?;
    shows(stage, &page, &post.path(), &post.title).await?;
    page.back().await?;
    shows(stage, &page, LEAK, LEAK_TITLE).await?;
    let before = stage.server.count(&post.data_path());
    page.forward().await?;
    shows(stage, &page, &post.path(), &post.title).await?;
    ensure!(stage.server.count(&post.data_path()) == before);
    Ok(())
}
