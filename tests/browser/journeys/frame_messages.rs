//! What the script that sizes frames does with messages: lies are ignored, and a flood hardly moves the page.

use anyhow::{Result, ensure};
use browser_tests::runner::Journey;
use browser_tests::server::Answer;
use browser_tests::{Page, Stage, journeys};
use serde_json::Value;

use crate::frames::{LIE, POLICY, RESIZER, host, lie};

pub const JOURNEYS: &[Journey] = journeys![
    messages_that_are_no_height_of_a_frame_are_ignored,
    a_flood_of_messages_hardly_moves_the_page,
];

/// Three pages lie: one of another origin, one of the blog that is no frame of it, and one that is, but tells no height.
async fn messages_that_are_no_height_of_a_frame_are_ignored(stage: &Stage<'_>) -> Result<()> {
    let liar = liar(stage, "/embed/liar/");
    let script = stage.server.path("/liar.js");
    stage.server.answer("/liar/", Answer::new(lie(&script)));
    stage.server.answer("/liar.js", Answer::new(LIE));
    let elsewhere = "<iframe src=\"BLOG/liar/\" title=\"elsewhere\"></iframe>";
    let own = "<iframe src=\"/lie.html\" title=\"own\"></iframe>";
    let host = host(stage, POLICY, &[RESIZER, &liar, elsewhere, own].concat()).await?;
    let page = &host.page;
    page.until_true(
        "all lies",
        "return told.some(({ said }) => said) && told.filter(({ value }) => value === 405).length === 2",
    )
    .await?;
    for (told, shown) in [(321, "321px"), (1_000_000_000, "50000px"), (1, "24px")] {
        ask(page, told, told).await?;
        let shows = format!("return changes.at(-1) === '{shown}'");
        page.until_true("the height", &shows).await?;
    }
    let changes: Vec<String> = page.js("return changes").await?;
    ensure!(changes == ["321px", "50000px", "24px"], "{changes:?}");
    Ok(())
}

async fn a_flood_of_messages_hardly_moves_the_page(stage: &Stage<'_>) -> Result<()> {
    let liar = liar(stage, "/embed/liar/");
    let host = host(stage, POLICY, &[RESIZER, &liar].concat()).await?;
    let page = &host.page;
    page.until_true("the frame", "return told.some(({ said }) => said)")
        .await?;
    ask(page, 1000, 20_999).await?;
    page.until_true("the last height", "return changes.at(-1) === '20999px'")
        .await?;
    // Ten in a second, and no reader has the patience for twenty seconds.
    let changes: usize = page.js("return changes.length").await?;
    ensure!(changes <= 200, "{changes} changes");
    Ok(())
}

/// A frame of the blog that lies, at this path.
fn liar(stage: &Stage<'_>, path: &str) -> String {
    const SCRIPT: &str = "/embed/liar.js";
    let page = lie(&stage.server.path(SCRIPT));
    stage.server.answer(path, Answer::new(page));
    let script = include_str!("frames_liar.js");
    stage.server.answer(SCRIPT, Answer::new(script));
    format!("<iframe src=\"BLOG{path}\" title=\"liar\"></iframe>")
}

/// Has the lying frame tell these heights, one after the other.
async fn ask(page: &Page, from: u32, to: u32) -> Result<()> {
    let ask = "const [from, to] = arguments; \
               document.querySelector('iframe').contentWindow.postMessage({ from, to }, '*'); return null";
    page.js_with::<Value>(ask, vec![from.into(), to.into()])
        .await?;
    Ok(())
}
