//! From a key at the desk to the paragraph on the page beside it.

use anyhow::Result;
use browser_tests::runner::Journey;
use browser_tests::{Stage, journeys};

use crate::articles;
use crate::desk::{DESK, is_alive};

pub const JOURNEYS: &[Journey] = journeys![a_key_changes_the_page];

/// Puts the text into the field, then types letters into the middle of it. Answers with milliseconds, one for each letter: until
/// the page has changed and is laid out.
const MEASURE: &str = "const field = document.querySelector('textarea'); const page = document.querySelector('.desk-page'); \
    const change = (type) => new Promise((done) => { \
      const start = performance.now(); \
      const seen = new MutationObserver(() => { \
        seen.disconnect(); page.getBoundingClientRect(); done(performance.now() - start) }); \
      seen.observe(page, { childList: true, subtree: true }); type() }); \
    const text = arguments[0]; const middle = text.indexOf('\\n\\n', text.length / 2); \
    field.focus(); \
    await change(() => { field.value = text; field.dispatchEvent(new Event('input', { bubbles: true })) }); \
    const times = []; \
    for (let letters = 0; letters < 21; letters += 1) { \
      field.setSelectionRange(middle + letters, middle + letters); \
      await new Promise((done) => setTimeout(done, 100)); \
      times.push(await change(() => document.execCommand('insertText', false, 'x'))) } \
    return times.sort((one, other) => one - other)";

async fn a_key_changes_the_page(stage: &Stage<'_>) -> Result<()> {
    println!("| text | median, ms | slowest of 21 |\n|---|---|---|");
    for (name, length) in &articles::LENGTHS[..2] {
        let page = stage.open(DESK).await?;
        is_alive(&page).await?;
        let text = serde_json::to_string(&articles::text(*length))?;
        let script = MEASURE.replacen("arguments[0]", &text, 1);
        let times: Vec<f64> = page.js_async(&script).await?;
        println!("| {name} | {:.1} | {:.1} |", times[10], times[20]);
    }
    Ok(())
}
