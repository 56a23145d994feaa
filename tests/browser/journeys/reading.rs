//! The reader's place: how far they are, where they go on, what they saved, and what has changed since.

use anyhow::{Result, ensure};
use browser_tests::find::{any, button, heading, link, region};
use browser_tests::runner::{Journey, navigation_api};
use browser_tests::server::Answer;
use browser_tests::wait::until;
use browser_tests::{Page, Stage, journeys};
use serde_json::Value;

use crate::site::{self, LEAK, LEAK_TITLE, WITHOUT_HEADINGS};

pub const JOURNEYS: &[Journey] = journeys![
    what_was_begun_is_offered_on_the_front_page,
    leaving_by_a_click_keeps_the_place_too where navigation_api,
    an_article_without_contents_says_how_long_it_takes_in_the_margin,
    what_was_read_to_its_end_is_not_offered,
    a_jump_to_the_end_is_not_reading,
    an_article_offers_the_place_it_was_left_at,
    the_lead_story_is_not_named_twice,
    saving_comes_with_a_scroll_up,
    who_only_looks_leaves_no_trace,
    a_saved_article_is_saved_in_every_tab,
    what_has_changed_since_is_marked,
];

async fn scroll_to_section(page: &Page, id: &str) -> Result<()> {
    page.js_with::<Value>(
        "document.getElementById(arguments[0]).scrollIntoView({ behavior: 'instant' }); return null",
        vec![id.into()],
    )
    .await?;
    page.until_true(
        "the bar to follow",
        "return document.querySelector('.reading-bar').offsetWidth > 0",
    )
    .await
}

/// A heading in the middle of the text, by its id.
async fn middle(page: &Page) -> Result<String> {
    page.js("const ids = [...document.querySelectorAll('.prose > h2')].map(({ id }) => id); return ids[ids.length >> 1]")
        .await
}

async fn jump_to_the_end(page: &Page) -> Result<()> {
    page.js::<()>(
        "document.querySelector('recto-reactions').scrollIntoView({ behavior: 'instant' })",
    )
    .await?;
    page.until_true(
        "the bar to be full",
        "return document.querySelector('.reading-bar').style.inlineSize === '100%'",
    )
    .await
}

async fn what_was_begun_is_offered_on_the_front_page(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    let section = middle(&page).await?;
    scroll_to_section(&page, &section).await?;
    let left = page
        .js::<String>("return document.querySelector('.time-left').textContent")
        .await?;
    ensure!(left.ends_with("min left"), "{left:?}");
    page.go(&stage.server.url("/")).await?;
    page.ready().await?;
    let line = "return document.querySelector('.continue').textContent";
    let line: String = page.js(line).await?;
    ensure!(
        line.contains("Continue reading") && line.contains(&left),
        "{line:?}"
    );
    page.click_first(&link(LEAK_TITLE)).await?;
    page.arrive(LEAK).await?;
    page.until_true(
        "the page to go on there",
        &format!("return location.hash === '#{section}' && document.getElementById('{section}').getBoundingClientRect().top < innerHeight / 2"),
    )
    .await
}

async fn leaving_by_a_click_keeps_the_place_too(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    let section = middle(&page).await?;
    scroll_to_section(&page, &section).await?;
    site::navigate(stage, &page, "/").await?;
    let script = "const link = document.querySelector('.continue a'); return [link.textContent, link.hash, link.checkVisibility()]";
    let (title, hash, shown): (String, String, bool) = page.js(script).await?;
    ensure!((title.as_str(), hash, shown) == (LEAK_TITLE, format!("#{section}"), true));
    Ok(())
}

async fn an_article_without_contents_says_how_long_it_takes_in_the_margin(
    stage: &Stage<'_>,
) -> Result<()> {
    // So low a window that a short text does not end in it.
    let page = stage.load_narrow(WITHOUT_HEADINGS, 1280, 480).await?;
    page.ready().await?;
    page.scroll_to(300).await?;
    page.until_true(
        "the time to stand beside the text",
        "const time = document.querySelector('.time-left'); \
         const { top, bottom, right } = time.getBoundingClientRect(); \
         return time.textContent.endsWith('min left') && time.checkVisibility() && top >= 0 && bottom < innerHeight \
           && right < document.querySelector('.prose').getBoundingClientRect().left",
    )
    .await?;
    let page = stage.load_narrow(WITHOUT_HEADINGS, 390, 800).await?;
    page.ready().await?;
    let room: f64 = page
        .js("return document.querySelector('.time-left').getBoundingClientRect().height")
        .await?;
    ensure!(
        room == 0.0,
        "without a margin it takes {room} pixels of the text"
    );
    Ok(())
}

async fn what_was_read_to_its_end_is_not_offered(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    site::read_to_the_end(&page).await?;
    page.go(&stage.server.url("/")).await?;
    page.ready().await?;
    ensure!(
        !page
            .js::<bool>("return document.querySelector('.continue').checkVisibility()")
            .await?,
        "it is offered"
    );
    page.go(&stage.server.url("/you/")).await?;
    page.ready().await?;
    ensure!(
        page.text(&region("Reading history"))
            .await?
            .contains("Finished on ")
    );
    Ok(())
}

async fn a_jump_to_the_end_is_not_reading(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    jump_to_the_end(&page).await?;
    page.go(&stage.server.url("/")).await?;
    page.ready().await?;
    let stored: u32 = page.js("return localStorage.length").await?;
    ensure!(stored == 0, "{stored} things are stored");
    // A footnote stands at the end of the text, too.
    let page = stage.open(site::SPECIMEN).await?;
    page.js::<()>(
        "document.querySelector('.footnotes li').scrollIntoView({ behavior: 'instant' })",
    )
    .await?;
    page.go(&stage.server.url("/you/")).await?;
    page.ready().await?;
    ensure!(!page.text(&any("main")).await?.contains("Finished on "));
    Ok(())
}

async fn an_article_offers_the_place_it_was_left_at(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    let section = middle(&page).await?;
    scroll_to_section(&page, &section).await?;
    page.go(&stage.server.url("/archive/")).await?;
    page.go(&stage.server.url(LEAK)).await?;
    page.ready().await?;
    page.click(&link("Continue where you stopped")).await?;
    page.until_true(
        "the page to go on there",
        &format!("return document.getElementById('{section}').getBoundingClientRect().top < innerHeight / 2"),
    )
    .await?;
    page.see_no(&link("Continue where you stopped")).await
}

async fn the_lead_story_is_not_named_twice(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open("/").await?;
    let lead: String = page
        .js("return document.querySelector('.lead-story a').pathname")
        .await?;
    let lead = format!("/{}", lead.trim_start_matches(&*stage.server.path("/")));
    let page = stage.open(&lead).await?;
    let section = middle(&page).await?;
    scroll_to_section(&page, &section).await?;
    page.go(&stage.server.url("/")).await?;
    page.ready().await?;
    page.click(&link("Continue where you stopped")).await?;
    page.arrive(&lead).await
}

async fn saving_comes_with_a_scroll_up(stage: &Stage<'_>) -> Result<()> {
    let page = stage.load_narrow(LEAK, 390, 800).await?;
    page.ready().await?;
    let bar =
        "document.querySelector('.reading-tools').checkVisibility({ visibilityProperty: true })";
    page.scroll_to(2000).await?;
    page.until_true(
        "the page to follow the scroll",
        "return document.querySelector('.reading-bar').style.inlineSize !== ''",
    )
    .await?;
    page.until_true("no bar to be there", &format!("return !{bar}"))
        .await?;
    page.scroll_to(1800).await?;
    page.until_true("the bar to come", &format!("return {bar}"))
        .await?;
    page.js::<()>("document.querySelector('.reading-tools button').click()")
        .await?;
    page.until_true(
        "the bar to lead to the reading list",
        "return document.querySelector('.reading-tools').textContent.startsWith('SavedReading list')",
    )
    .await?;
    page.scroll_to(2200).await?;
    page.until_true("the bar to go", &format!("return !{bar}"))
        .await
}

async fn who_only_looks_leaves_no_trace(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    page.go(&stage.server.url("/")).await?;
    page.ready().await?;
    let stored: u32 = page.js("return localStorage.length").await?;
    ensure!(stored == 0, "{stored} things are stored");
    Ok(())
}

async fn a_saved_article_is_saved_in_every_tab(stage: &Stage<'_>) -> Result<()> {
    let first = stage.open(LEAK).await?;
    let second = stage.open_another_tab(LEAK).await?;
    let save = button("Save");
    first.click(&save).await?;
    first.see(&save.clone().pressed(true)).await?;
    first.see(&button("Saved")).await?;
    first
        .see(&link("Reading list").within(any("banner")))
        .await?;
    second.see(&save.clone().pressed(true)).await?;
    second.click(&save).await?;
    first.see(&save.clone().pressed(false)).await?;
    first.click(&save).await?;
    first.reload().await?;
    first.ready().await?;
    first.see(&save.clone().pressed(true)).await?;
    first.go(&stage.server.url("/you/")).await?;
    first
        .click(&link(LEAK_TITLE).within(region("Reading list")))
        .await?;
    first.arrive(LEAK).await?;
    first.see(&heading(LEAK_TITLE).level(1)).await?;
    Ok(())
}

async fn what_has_changed_since_is_marked(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    site::read_to_the_end(&page).await?;
    let section = middle(&page).await?;
    page.go(&stage.server.url("/")).await?;
    // The publisher rewrites one paragraph.
    let path = format!("{}index.html", LEAK.trim_start_matches('/'));
    let html = String::from_utf8(site::file(stage, &path)?)?;
    let (before, after) = html
        .split_once(&format!("<h2 id=\"{section}\""))
        .expect("the section");
    let after = after.replacen("<p>", "<p>This is new. ", 1);
    let hash = site::leak_json(stage)?["hash"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    let html = format!("{before}<h2 id=\"{section}\"{after}")
        .replace(&format!("hash=\"{hash}\""), "hash=\"another\"");
    stage.server.answer(
        LEAK,
        Answer::new(html).with_media_type("text/html; charset=utf-8"),
    );
    page.go(&stage.server.url(LEAK)).await?;
    page.ready().await?;
    let marked = "return [...document.querySelectorAll('[data-changed]')].map(({ id }) => id)";
    let marked: Vec<String> = page.js(marked).await?;
    ensure!(marked == [section.clone()], "{marked:?} for {section}");
    let text = until("the notice", async || {
        page.js::<Option<String>>("return document.querySelector('.changes')?.textContent ?? null")
            .await
    })
    .await?;
    ensure!(text.contains("Changed since you read it"), "{text:?}");
    page.click(&button("Close")).await?;
    page.until_true(
        "the notice to be gone",
        "return !document.querySelector('.changes')",
    )
    .await
}
