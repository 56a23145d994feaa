//! Storage that changes under an open page. What is blocked, full, unreadable or newer: `storage_trouble`.

use anyhow::{Context, Result, ensure};
use browser_tests::find::{Find, button, group};
use browser_tests::runner::Journey;
use browser_tests::{Page, Stage, journeys};
use serde_json::Value;

use crate::site::{self, LEAK};

pub const JOURNEYS: &[Journey] = journeys![
    storage_is_cleared_under_an_open_page,
    two_tabs_write_a_thousand_times_each,
];

fn like() -> Find {
    button("Like").within(group("React to this article"))
}

async fn storage_is_cleared_under_an_open_page(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    page.click(&like()).await?;
    page.see(&like().pressed(true)).await?;
    let other = stage.open_another_tab("/").await?;
    other.js::<()>("localStorage.clear()").await?;
    page.see(&like().pressed(false)).await?;
    page.click(&like()).await?;
    page.see(&like().pressed(true)).await?;
    ensure!(is_kept(stage, &page).await?, "the reaction is not kept");
    Ok(())
}

async fn two_tabs_write_a_thousand_times_each(stage: &Stage<'_>) -> Result<()> {
    let tabs = [stage.open(LEAK).await?, stage.open_another_tab(LEAK).await?];
    // Both run at once, each press in a task of its own, as a reader's are. A tab that nobody sees has slow timers, but
    // messages come at once.
    let press = "let left = 1000; const { port1, port2 } = new MessageChannel(); \
        port1.onmessage = () => { document.querySelector('recto-reactions button').click(); \
        left -= 1; if (left) port2.postMessage(0); else window.__pressed = true }; port2.postMessage(0)";
    for tab in &tabs {
        tab.js::<()>(press).await?;
    }
    for tab in &tabs {
        tab.until_true("a thousand presses", "return window.__pressed === true")
            .await?;
    }
    let kept = is_kept(stage, &tabs[0]).await?;
    for tab in &tabs {
        tab.see(&like().pressed(kept)).await?;
    }
    Ok(())
}

/// Whether the reaction is stored; an error where what is stored is no JSON.
async fn is_kept(stage: &Stage<'_>, page: &Page) -> Result<bool> {
    let key = site::leak_key(stage);
    let text: Option<String> = page
        .js_with(
            "return localStorage.getItem(arguments[0])",
            vec![key.into()],
        )
        .await?;
    let Some(text) = text else { return Ok(false) };
    let stored: Value = serde_json::from_str(&text)?;
    let kinds = stored["kinds"].as_array().context("no list of kinds")?;
    Ok(kinds.contains(&"like".into()))
}
