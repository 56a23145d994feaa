//! The first screen is painted as it will stay, before the rest of the style is there; nobody sees anything without its
//! style, and all can be read where that never comes.

use anyhow::{Context, Result, ensure};
use browser_tests::find::{link, region};
use browser_tests::runner::Journey;
use browser_tests::server::Gate;
use browser_tests::{Engine, Page, Stage, journeys};
use thirtyfour::Key;

use crate::site::{self, LEAK, PACKING_LIST, SPECIMEN, WITHOUT_HEADINGS};

pub const JOURNEYS: &[Journey] = journeys![
    an_article_stays_as_it_was_painted,
    an_article_of_many_kinds_stays_as_it_was_painted,
    a_short_article_stays_as_it_was_painted,
    the_first_page_stays_as_it_was_painted,
    the_list_of_tags_stays_as_it_was_painted,
    what_follows_the_text_is_never_seen_without_its_style,
    a_page_whose_style_never_comes_is_whole_after_a_while,
    what_follows_a_short_text_has_its_style_at_once,
    what_is_far_below_has_its_style_after_a_jump,
    style_needs_no_scripts,
    nothing_moves_while_a_page_loads,
];

/// Place and look of everything that is seen on the screen.
const ON_SCREEN: &str = "return [...document.querySelectorAll('body *')].flatMap((element) => { \
    const { x, y, width, height } = element.getBoundingClientRect(); \
    const { visibility, color, fontSize, opacity } = getComputedStyle(element); \
    if (y >= innerHeight || y + height <= 0 || !width || !height) return []; \
    if (visibility === 'hidden' || opacity === '0') return []; \
    if (element.closest('main ~ *, article ~ *, recto-reading ~ *, .image-open')) return []; \
    const seen = Math.min(y + height, innerHeight); \
    return [[element.tagName, element.className, x, y, width, seen, color, fontSize, opacity].join(' ')]; })";

/// By the sheet of what stands below the text, or by the app's.
const ALL_STYLE_HOLDS: &str = "return !document.querySelector('link[media=print]') \
    || document.documentElement.dataset.app === 'ready'";

const PAINTED: &str = "return performance.getEntriesByName('first-contentful-paint').length > 0";

async fn an_article_stays_as_it_was_painted(stage: &Stage<'_>) -> Result<()> {
    stays_as_it_was_painted(stage, LEAK).await
}

async fn an_article_of_many_kinds_stays_as_it_was_painted(stage: &Stage<'_>) -> Result<()> {
    stays_as_it_was_painted(stage, SPECIMEN).await
}

async fn a_short_article_stays_as_it_was_painted(stage: &Stage<'_>) -> Result<()> {
    stays_as_it_was_painted(stage, WITHOUT_HEADINGS).await
}

async fn the_first_page_stays_as_it_was_painted(stage: &Stage<'_>) -> Result<()> {
    stays_as_it_was_painted(stage, "/").await
}

async fn the_list_of_tags_stays_as_it_was_painted(stage: &Stage<'_>) -> Result<()> {
    stays_as_it_was_painted(stage, "/tags/").await
}

async fn stays_as_it_was_painted(stage: &Stage<'_>, path: &str) -> Result<()> {
    if !answers_while_loading(stage) {
        return Ok(());
    }
    let (page, sheet) = open_without_the_rest(stage, path).await?;
    page.until_true("the page to be painted", PAINTED).await?;
    let first: Vec<String> = page.js(ON_SCREEN).await?;
    ensure!(first.len() > 10, "{first:?}");
    sheet.open();
    whole(&page).await?;
    // A sign of reading that changes nothing by itself.
    page.press(Key::Shift).await?;
    page.until_true("all style to hold", ALL_STYLE_HOLDS)
        .await?;
    let then: Vec<String> = page.js(ON_SCREEN).await?;
    for (first, then) in first.iter().zip(&then) {
        ensure!(first == then, "{first} became {then}");
    }
    ensure!(first.len() == then.len(), "{first:?} became {then:?}");
    Ok(())
}

async fn what_follows_the_text_is_never_seen_without_its_style(stage: &Stage<'_>) -> Result<()> {
    if !answers_while_loading(stage) {
        return Ok(());
    }
    let (page, sheet) = open_without_the_rest(stage, LEAK).await?;
    page.until_true("the page to be painted", PAINTED).await?;
    let look = "scrollTo(0, document.documentElement.scrollHeight); \
                return ['.reactions', '.author-cards', '.related', '.site-footer'].map((part) => \
                { const style = getComputedStyle(document.querySelector(part)); \
                return style.visibility + ' ' + style.display + ' ' + style.contentVisibility })";
    let looks: Vec<String> = page.js(look).await?;
    ensure!(
        looks.iter().all(|look| look.starts_with("hidden")),
        "{looks:?}"
    );
    sheet.open();
    whole(&page).await?;
    let looks: Vec<String> = page.js(look).await?;
    ensure!(
        looks.iter().all(|look| look == "visible grid visible"),
        "{looks:?}"
    );
    Ok(())
}

async fn a_page_whose_style_never_comes_is_whole_after_a_while(stage: &Stage<'_>) -> Result<()> {
    if !answers_while_loading(stage) {
        return Ok(());
    }
    let (page, sheet) = open_without_the_rest(stage, LEAK).await?;
    let post = &site::leak(stage)?.related[0];
    page.see(&link(&post.title).within(region("Related articles")))
        .await?;
    sheet.open();
    whole(&page).await
}

async fn what_follows_a_short_text_has_its_style_at_once(stage: &Stage<'_>) -> Result<()> {
    let page = stage.load(WITHOUT_HEADINGS).await?;
    page.until_true("all style to hold", ALL_STYLE_HOLDS).await
}

async fn what_is_far_below_has_its_style_after_a_jump(stage: &Stage<'_>) -> Result<()> {
    let page = stage.load(PACKING_LIST).await?;
    let holds: bool = page.js(ALL_STYLE_HOLDS).await?;
    ensure!(
        !holds,
        "all of a long article has its style before anything is seen of it"
    );
    page.press(Key::End).await?;
    page.until_true("all style to hold", ALL_STYLE_HOLDS)
        .await?;
    page.see(&region("Related articles")).await?;
    Ok(())
}

async fn style_needs_no_scripts(stage: &Stage<'_>) -> Result<()> {
    stage.switch_scripts_off().await?;
    let page = stage.load(LEAK).await?;
    let look = "return getComputedStyle(document.querySelector('.related-list')).display";
    ensure!(page.js::<String>(look).await? == "grid");
    page.see(&region("Related articles")).await?;
    Ok(())
}

async fn nothing_moves_while_a_page_loads(stage: &Stage<'_>) -> Result<()> {
    if stage.flavour.engine != Engine::Chromium {
        // The others do not tell.
        return Ok(());
    }
    for path in site::kinds_of_pages(stage)? {
        let page = stage.open(&path).await?;
        let script = "return await new Promise((resolve) => { new PerformanceObserver((list) => \
                      resolve(list.getEntries().map(({ value, sources }) => \
                      value + ' ' + sources.map(({ node }) => node?.outerHTML?.slice(0, 80))))) \
                      .observe({ type: 'layout-shift', buffered: true }); \
                      requestAnimationFrame(() => requestAnimationFrame(() => resolve([]))) })";
        let shifts: Vec<String> = page.js_async(script).await?;
        ensure!(shifts.is_empty(), "{path}: {shifts:?}");
    }
    Ok(())
}

/// The drivers of the other engines answer nothing until a page is whole.
fn answers_while_loading(stage: &Stage<'_>) -> bool {
    stage.flavour.engine == Engine::Chromium
}

/// The page, with the sheet behind its text kept back. A browser asks for that once in a journey.
async fn open_without_the_rest(stage: &Stage<'_>, path: &str) -> Result<(Page, Gate)> {
    let document = String::from_utf8(site::file(stage, &[path, "index.html"].concat())?)?;
    let (_, link) = document
        .split_once("/assets/later-")
        .context("no such sheet")?;
    let (name, _) = link.split_once('"').context("a link without an end")?;
    let sheet = stage.server.hold(&["/assets/later-", name].concat());
    // Loading it like that does not wait for it.
    let page = stage.load("/llms.txt").await?;
    let target = serde_json::to_string(&stage.server.path(path))?;
    page.js::<()>(&format!("location.href = {target}; return null"))
        .await?;
    sheet.arrival().await?;
    Ok((page, sheet))
}

async fn whole(page: &Page) -> Result<()> {
    page.until_true(
        "the page to be whole",
        "return document.readyState === 'complete'",
    )
    .await
}
