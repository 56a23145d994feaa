//! Storage that is blocked, full, holds rubbish or something newer: the bar works for this visit, says so, and
//! overwrites nothing it does not understand.

use anyhow::{Result, ensure};
use browser_tests::find::{Find, button, group};
use browser_tests::runner::Journey;
use browser_tests::{Page, Stage, journeys};

use crate::site::{self, LEAK};

pub const JOURNEYS: &[Journey] = journeys![
    blocked_storage,
    full_storage,
    rubbish_in_storage,
    something_newer_in_storage
];

pub const BLOCKED: &str = "Object.defineProperty(window, 'localStorage', \
    { get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } });";
const FULL: &str = "Storage.prototype.setItem = () => \
    { throw new DOMException('The quota has been exceeded.', 'QuotaExceededError'); };";

async fn blocked_storage(stage: &Stage<'_>) -> Result<()> {
    stage.server.run_first(BLOCKED);
    let page = stage.open(LEAK).await?;
    works_for_this_visit(&page).await
}

async fn full_storage(stage: &Stage<'_>) -> Result<()> {
    stage.server.run_first(FULL);
    let page = stage.open(LEAK).await?;
    works_for_this_visit(&page).await
}

async fn rubbish_in_storage(stage: &Stage<'_>) -> Result<()> {
    is_left_alone(stage, "}{ not ours").await
}

async fn something_newer_in_storage(stage: &Stage<'_>) -> Result<()> {
    is_left_alone(stage, r#"{"v":99,"kinds":{"like":"2031-01-01"}}"#).await
}

async fn is_left_alone(stage: &Stage<'_>, value: &str) -> Result<()> {
    let key = site::leak_key(stage);
    let page = stage.load(LEAK).await?;
    let put = "localStorage.setItem(arguments[0], arguments[1])";
    page.js_with::<()>(put, vec![key.clone().into(), value.into()])
        .await?;
    page.reload().await?;
    page.ready().await?;
    works_for_this_visit(&page).await?;
    let now: String = page
        .js_with(
            "return localStorage.getItem(arguments[0])",
            vec![key.into()],
        )
        .await?;
    ensure!(now == value, "overwritten with {now}");
    Ok(())
}

async fn works_for_this_visit(page: &Page) -> Result<()> {
    let reaction = |label: &str| -> Find { button(label).within(group("React to this article")) };
    ensure!(
        note(page).await?.is_empty(),
        "nothing to say before the reader reacts"
    );
    page.click(&reaction("Like")).await?;
    page.see(&reaction("Like").pressed(true)).await?;
    ensure!(
        note(page).await?.contains("visit") || note(page).await?.contains("Reload"),
        "{:?}",
        note(page).await?
    );
    page.click(&reaction("Insightful")).await?;
    page.see(&reaction("Insightful").pressed(true)).await?;
    page.see(&reaction("Like").pressed(true)).await?;
    page.click(&reaction("Like")).await?;
    page.see(&reaction("Like").pressed(false)).await?;
    Ok(())
}

/// What the bar says to the reader, in all of its status lines.
async fn note(page: &Page) -> Result<String> {
    let script = "return [...document.querySelectorAll('recto-reactions [role=status]')] \
                  .map((status) => status.textContent).join('|')";
    page.js(script).await
}
