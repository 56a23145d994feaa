//! For everyone: axe finds nothing in any theme and width, nor in what opens; what is pressed is large enough.

use anyhow::{Result, ensure};
use browser_tests::find::{any, button, heading, named};
use browser_tests::runner::Journey;
use browser_tests::{Engine, Flavour, Page, Stage, journeys};
use thirtyfour::Key;

use crate::site::{self, LEAK, SPECIMEN};
use crate::whole_site::axe_finds_nothing;

pub const JOURNEYS: &[Journey] = journeys![
    axe_finds_nothing_in_light where chromium,
    axe_finds_nothing_in_dark where chromium,
    axe_finds_nothing_in_sepia where chromium,
    axe_finds_nothing_in_high_contrast where chromium,
    axe_finds_nothing_in_what_opens,
    all_that_a_finger_presses_is_large_enough where chromium,
    headings_are_called_what_they_say,
    a_picture_and_its_caption_fit_the_window,
    titles_stand_at_one_height,
    the_text_begins_on_a_phones_first_screen where chromium,
];

/// Contrast and structure are the same in all engines, and axe takes its time.
fn chromium(flavour: Flavour) -> bool {
    flavour.engine == Engine::Chromium
}

async fn axe_finds_nothing_in_light(stage: &Stage<'_>) -> Result<()> {
    axe_finds_nothing_in(stage, "light").await
}

async fn axe_finds_nothing_in_dark(stage: &Stage<'_>) -> Result<()> {
    axe_finds_nothing_in(stage, "dark").await
}

async fn axe_finds_nothing_in_sepia(stage: &Stage<'_>) -> Result<()> {
    axe_finds_nothing_in(stage, "sepia").await
}

async fn axe_finds_nothing_in_high_contrast(stage: &Stage<'_>) -> Result<()> {
    axe_finds_nothing_in(stage, "contrast").await
}

async fn axe_finds_nothing_in(stage: &Stage<'_>, theme: &str) -> Result<()> {
    site::prefer(stage, "theme", theme);
    for width in [320, 768, 1280] {
        for path in [
            "/",
            SPECIMEN,
            "/archive/",
            "/authors/",
            "/about/",
            "/series/",
            "/you/",
            "/no/such/page/",
        ] {
            let page = stage.load_narrow(path, width, 800).await?;
            page.ready().await?;
            axe_finds_nothing(&page, &format!("{path} in {theme} at {width}")).await?;
        }
    }
    Ok(())
}

async fn axe_finds_nothing_in_what_opens(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(SPECIMEN).await?;
    for name in ["Search", "Reading preferences", "Share", "Enlarge picture"] {
        open_and_close(&page, name, async |page| {
            page.click_first(&button(name)).await
        })
        .await?;
    }
    open_and_close(&page, "the keys", async |page| page.type_text("?").await).await?;
    let narrow = stage.load_narrow(SPECIMEN, 390, 800).await?;
    narrow.ready().await?;
    narrow
        .js::<()>("document.getElementById('fnref:2').click()")
        .await?;
    narrow.see(&any("note").within(any("article"))).await?;
    axe_finds_nothing(&narrow, "a footnote over the text").await
}

async fn open_and_close(
    page: &Page,
    name: &str,
    open: impl AsyncFnOnce(&Page) -> Result<()>,
) -> Result<()> {
    page.focus(&button("Search")).await?;
    open(page).await?;
    page.see(&any("dialog")).await?;
    axe_finds_nothing(page, name).await?;
    page.press(Key::Escape).await?;
    page.see_no(&any("dialog")).await
}

/// What stands alone: links in a sentence are as high as their line.
const SMALL_TARGETS: &str = "const alone = 'button, summary, .site-header a, .site-footer a, .tag-list a, .byline a, \
    .author-name a, .author-links a, .card-author, .pagination a, .tag-index a, .archive-entry a, .ways-on a'; \
    return [...document.querySelectorAll(alone)].filter((target) => target.checkVisibility()) \
    .map((target) => [target.getBoundingClientRect(), target]).filter(([{ width, height }]) => width && height < 43.5) \
    .map(([{ height }, target]) => target.textContent + ' ' + height)";

async fn all_that_a_finger_presses_is_large_enough(stage: &Stage<'_>) -> Result<()> {
    for path in site::kinds_of_pages(stage)? {
        let page = stage.open(&path).await?;
        page.be_touched().await?;
        let small: Vec<String> = page.js(SMALL_TARGETS).await?;
        ensure!(small.is_empty(), "{path}: {small:?}");
    }
    let page = stage.open(SPECIMEN).await?;
    page.be_touched().await?;
    let signs = "const signs = [...document.querySelectorAll('.image-open')]; \
                 return [signs.length, signs.filter((sign) => getComputedStyle(sign).opacity === '1').length]";
    let (all, seen): (u32, u32) = page.js(signs).await?;
    ensure!(all > 0 && all == seen, "{seen} of {all} signs are seen");
    Ok(())
}

async fn headings_are_called_what_they_say(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(SPECIMEN).await?;
    page.see(&heading("Tables").exactly().level(2)).await?;
    let reached: u32 = page
        .js("return [...document.querySelectorAll('.heading-anchor')].filter(({ tabIndex }) => tabIndex >= 0).length")
        .await?;
    ensure!(reached == 0, "the keyboard stops at {reached} signs");
    Ok(())
}

async fn a_picture_and_its_caption_fit_the_window(stage: &Stage<'_>) -> Result<()> {
    for (width, height) in [(390, 844), (1280, 800)] {
        let page = stage.load_narrow(SPECIMEN, width, height).await?;
        page.ready().await?;
        let before: f64 = page
            .js("return document.querySelector('.prose .image img').getBoundingClientRect().width")
            .await?;
        page.js::<()>("document.querySelector('.prose .image-open').click()")
            .await?;
        page.see(&named("dialog", "Picture")).await?;
        let places = "const place = (part) => document.querySelector('dialog ' + part).getBoundingClientRect(); \
                      return [place('figcaption').bottom - innerHeight, place('figcaption').height, place('img').width]";
        let (below, caption, after): (f64, f64, f64) = page.js(places).await?;
        ensure!(
            below <= 0.0 && caption > 10.0,
            "the caption ends {below} below the window"
        );
        ensure!(after > before, "{after} is no more than {before}");
        page.press(Key::Escape).await?;
        page.see_no(&named("dialog", "Picture")).await?;
    }
    Ok(())
}

async fn titles_stand_at_one_height(stage: &Stage<'_>) -> Result<()> {
    for width in [390, 1280] {
        let mut tops = Vec::new();
        for path in site::kinds_of_pages(stage)? {
            let page = stage.load_narrow(&path, width, 800).await?;
            page.ready().await?;
            let top = "return document.querySelector('h1').getBoundingClientRect().top";
            tops.push((page.js::<f64>(top).await?, path));
        }
        let first = tops[0].0;
        ensure!(
            tops.iter().all(|(top, _)| (top - first).abs() < 1.5),
            "at {width}: {tops:?}"
        );
    }
    Ok(())
}

async fn the_text_begins_on_a_phones_first_screen(stage: &Stage<'_>) -> Result<()> {
    for path in [LEAK, SPECIMEN] {
        let page = stage.open(path).await?;
        page.be_touched().await?;
        let top = "return document.querySelector('.prose > p').getBoundingClientRect().top";
        let top: f64 = page.js(top).await?;
        ensure!(top <= 650.0, "the text of {path} begins at {top}");
    }
    Ok(())
}
