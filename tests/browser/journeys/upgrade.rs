//! The prerendered page comes alive: nothing moves, and nothing the reader has done is lost.

use anyhow::{Result, ensure};
use browser_tests::find::{button, group, heading};
use browser_tests::runner::Journey;
use browser_tests::wait::until;
use browser_tests::{Engine, Flavour, Stage, journeys, paths};
use serde_json::json;
use std::fs;

use tokio::try_join;

use crate::blog::Blog;
use crate::site::{self, LEAK};

pub const JOURNEYS: &[Journey] = journeys![
    the_upgrade_keeps_scroll_and_focus,
    the_upgrade_keeps_the_selection,
    the_text_waits_for_no_script,
    nothing_shifts_while_the_page_comes_alive where measures_shifts,
    nothing_shifts_on_a_narrow_screen where measures_shifts,
    nothing_shifts_when_a_font_of_the_publishers_comes where measures_shifts,
];

/// Only Chromium tells of layout shifts.
fn measures_shifts(flavour: Flavour) -> bool {
    flavour.engine == Engine::Chromium
}

/// The collector tells the server of warnings at once.
const TELL_PAINT: &str = "new PerformanceObserver(() => console.warn('painted')).observe({ type: 'paint', buffered: true });";

const WATCH_SHIFTS: &str = "window.__shifts = []; new PerformanceObserver((list) => list.getEntries().forEach( \
    (entry) => window.__shifts.push([entry.value, entry.sources.map((source) => source.node?.outerHTML?.slice(0, 90))]) \
    )).observe({ type: 'layout-shift', buffered: true });";

async fn the_upgrade_keeps_scroll_and_focus(stage: &Stage<'_>) -> Result<()> {
    let app = stage.server.hold(&site::asset(stage, "app", ".wasm")?);
    let page = stage.load(LEAK).await?;
    page.focus(&button("Insightful").within(group("React to this article")))
        .await?;
    let before = (page.focused().await?, page.scroll_position().await?);
    ensure!(
        before.0.starts_with("button \"Insightful") && before.1 > 0.0,
        "{before:?}"
    );
    app.open();
    page.ready().await?;
    let after = (page.focused().await?, page.scroll_position().await?);
    ensure!(after == before, "{before:?} became {after:?}");
    Ok(())
}

async fn the_upgrade_keeps_the_selection(stage: &Stage<'_>) -> Result<()> {
    let app = stage.server.hold(&site::asset(stage, "app", ".wasm")?);
    let page = stage.load(LEAK).await?;
    let select = "const range = document.createRange(); \
                  range.selectNodeContents(document.querySelector('.prose p:nth-of-type(2)')); \
                  getSelection().removeAllRanges(); getSelection().addRange(range);";
    page.js::<()>(select).await?;
    let selected: String = page.js("return String(getSelection())").await?;
    ensure!(selected.len() > 40, "{selected:?}");
    app.open();
    page.ready().await?;
    let still: String = page.js("return String(getSelection())").await?;
    ensure!(still == selected, "{selected:?} became {still:?}");
    Ok(())
}

/// With every script held back, the page is painted after one request.
async fn the_text_waits_for_no_script(stage: &Stage<'_>) -> Result<()> {
    stage.server.run_first(TELL_PAINT);
    let start = stage.server.hold(&site::asset(stage, "start", ".js")?);
    let painted = async {
        until("the page to be painted", async || {
            Ok(stage
                .server
                .faults()
                .into_iter()
                .find(|fault| fault.text == "painted"))
        })
        .await?;
        let requests = stage.server.requests();
        let for_reading: Vec<_> = requests
            .iter()
            .filter(|request| !request.path.ends_with(".js"))
            .collect();
        ensure!(for_reading[0].path == stage.server.path(LEAK));
        ensure!(
            !requests.iter().any(|request| request.path.ends_with(".css")
                && !request.path.contains("/assets/later-")),
            "a style sheet that the first screen waits for"
        );
        start.open();
        Ok(())
    };
    // The driver answers when the document has loaded, which it has when the script is there.
    let (page, ()) = try_join!(stage.load(LEAK), painted)?;
    page.ready().await
}

async fn nothing_shifts_while_the_page_comes_alive(stage: &Stage<'_>) -> Result<()> {
    stage.server.run_first(WATCH_SHIFTS);
    let app = stage.server.hold(&site::asset(stage, "app", ".wasm")?);
    let page = stage.load(LEAK).await?;
    page.js::<()>(
        "document.querySelector('recto-reactions').scrollIntoView({ behavior: 'instant' })",
    )
    .await?;
    app.arrival().await?;
    app.open();
    page.ready().await?;
    no_shifts(&page).await
}

async fn nothing_shifts_on_a_narrow_screen(stage: &Stage<'_>) -> Result<()> {
    stage.server.run_first(WATCH_SHIFTS);
    let page = stage.load_narrow(LEAK, 390, 800).await?;
    page.ready().await?;
    no_shifts(&page).await
}

async fn no_shifts(page: &browser_tests::Page) -> Result<()> {
    // Shifts are told with the frame after the one they happen in.
    let frames = "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))); \
                  return window.__shifts";
    let shifts: Vec<serde_json::Value> = page.js_async(frames).await?;
    ensure!(shifts.is_empty(), "{shifts:?}");
    Ok(())
}

/// Paragraphs of several lines, in words that have ascenders, descenders and neither.
const LINES: &str = "A quiet morning by the harbour, long before the first boats come in, is a good time to \
    write letters that nobody asked for. The gulls have nothing to say yet, and the lamps along the quay \
    still burn. What is written then is often kept.\n\n";

/// The text is read before the font is there, in a face of the system that is as large.
async fn nothing_shifts_when_a_font_of_the_publishers_comes(stage: &Stage<'_>) -> Result<()> {
    const FONT: &str = "fonts/text.otf";
    let article = [
        "---\ntitle: Letters\ndate: 2024-05-01\n---\n",
        &LINES.repeat(4),
    ]
    .concat();
    let site = r#"{ "title": "Harbour", "base_url": "https://blog.example/" }"#;
    let theme = json!({ "typefaces": { "text": FONT, "headings": FONT } }).to_string();
    let font = fs::read(paths::workspace().join("fonts/eb-garamond-subset.otf"))?;
    let files = [
        ("content/site.json", site.as_bytes()),
        ("content/theme.json", theme.as_bytes()),
        ("content/articles/letters.md", article.as_bytes()),
        ("public/fonts/text.otf", &font),
    ];
    let blog = Blog::build(&files.map(|(path, contents)| (path.to_owned(), contents))).await?;

    let font = blog.server.hold(&["/", FONT].concat());
    let page = stage.load("/llms.txt").await?;
    let target = serde_json::to_string(&blog.server.url("/articles/letters/"))?;
    // Loading it like that does not wait for it.
    page.js::<()>(&format!("location.href = {target}; return null"))
        .await?;
    font.arrival().await?;
    page.see(&heading("Letters")).await?;
    page.js::<()>(&[WATCH_SHIFTS, "return null"].concat())
        .await?;
    let lines = "return document.querySelector('.prose').getBoundingClientRect().height";
    let before: f64 = page.js(lines).await?;
    font.open();
    let come = "return [...document.fonts].some((face) => face.family.includes('theme-text') \
                && !face.family.includes('until') && face.status === 'loaded')";
    until("the font", async || {
        Ok(page.js::<bool>(come).await?.then_some(()))
    })
    .await?;
    let drawn = "await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))); \
                 return null";
    page.js_async::<()>(drawn).await?;
    let after: f64 = page.js(lines).await?;
    let shifts: Vec<(f64, serde_json::Value)> = page.js("return window.__shifts").await?;
    // Parts of a pixel, which the system's own face in its place may leave, are 0.00003; one line that moves is 0.01.
    let shift: f64 = shifts.iter().map(|(value, _)| value).sum();
    ensure!(
        (before - after).abs() < 1.0 && shift < 0.001,
        "{before} px became {after}; {shifts:?}"
    );
    Ok(())
}
