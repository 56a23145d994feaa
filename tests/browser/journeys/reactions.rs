//! "React to this article": the bar comes alive, remembers, and other tabs follow.

use anyhow::{Result, ensure};
use browser_tests::find::{Find, any, button, group, link, region};
use browser_tests::runner::Journey;
use browser_tests::{Page, Stage, journeys};
use thirtyfour::Key;

use crate::site::{self, LEAK};

pub const JOURNEYS: &[Journey] = journeys![
    a_reaction_survives_a_reload,
    a_reaction_is_taken_back,
    no_count_is_shown_that_somebody_typed,
    another_tab_follows_without_a_reload,
    two_tabs_do_not_lose_each_others_reactions,
    the_bar_works_with_the_keyboard,
    a_press_before_the_app_is_ready_counts,
    a_reaction_after_a_click_survives_too,
    reactions_are_large_enough_to_touch,
];

/// A reaction of the leak's bar.
pub fn reaction(label: &str) -> Find {
    button(label).within(group("React to this article"))
}

async fn stored(stage: &Stage<'_>, page: &Page) -> Result<Option<String>> {
    page.js_with(
        "return localStorage.getItem(arguments[0])",
        vec![site::leak_key(stage).into()],
    )
    .await
}

async fn a_reaction_survives_a_reload(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    page.see(&reaction("Like").pressed(false)).await?;
    page.click(&reaction("Like")).await?;
    page.click(&reaction("Insightful")).await?;
    page.see(&reaction("Insightful").pressed(true)).await?;
    ensure!(
        stored(stage, &page).await?.as_deref() == Some(r#"{"v":1,"kinds":["like","insightful"]}"#)
    );
    page.reload().await?;
    page.ready().await?;
    page.see(&reaction("Like").pressed(true)).await?;
    page.see(&reaction("Insightful").pressed(true)).await?;
    page.see(&reaction("Surprising").pressed(false)).await?;
    Ok(())
}

async fn a_reaction_is_taken_back(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    page.click(&reaction("Like")).await?;
    page.see(&reaction("Like").pressed(true)).await?;
    page.click(&reaction("Like")).await?;
    page.see(&reaction("Like").pressed(false)).await?;
    ensure!(
        stored(stage, &page).await?.is_none(),
        "nothing given, nothing kept"
    );
    Ok(())
}

async fn no_count_is_shown_that_somebody_typed(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    page.see(&reaction("Like").exactly()).await?;
    page.click(&reaction("Like")).await?;
    page.see(&reaction("Like").exactly().pressed(true)).await?;
    Ok(())
}

async fn another_tab_follows_without_a_reload(stage: &Stage<'_>) -> Result<()> {
    let first = stage.open(LEAK).await?;
    let second = stage.open_another_tab(LEAK).await?;
    first.click(&reaction("Like")).await?;
    second.see(&reaction("Like").pressed(true)).await?;
    second.click(&reaction("Like")).await?;
    first.see(&reaction("Like").pressed(false)).await?;
    Ok(())
}

async fn two_tabs_do_not_lose_each_others_reactions(stage: &Stage<'_>) -> Result<()> {
    let first = stage.open(LEAK).await?;
    let second = stage.open_another_tab(LEAK).await?;
    first.click(&reaction("Like")).await?;
    second.click(&reaction("Surprising")).await?;
    first.click(&reaction("Insightful")).await?;
    for page in [&first, &second] {
        for label in ["Like", "Surprising", "Insightful"] {
            page.see(&reaction(label).pressed(true)).await?;
        }
    }
    first.reload().await?;
    first.ready().await?;
    for label in ["Like", "Surprising", "Insightful"] {
        first.see(&reaction(label).pressed(true)).await?;
    }
    Ok(())
}

async fn the_bar_works_with_the_keyboard(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    page.focus(&reaction("Like")).await?;
    page.press(Key::Right).await?;
    ensure!(
        page.focused().await?.starts_with("button \"Insightful"),
        "{}",
        page.focused().await?
    );
    page.press(Key::Space).await?;
    page.see(&reaction("Insightful").pressed(true)).await?;
    page.press(Key::Left).await?;
    page.press(Key::Enter).await?;
    page.see(&reaction("Like").pressed(true)).await?;
    Ok(())
}

async fn a_press_before_the_app_is_ready_counts(stage: &Stage<'_>) -> Result<()> {
    let app = stage.server.hold(&site::asset(stage, "app", ".wasm")?);
    let page = stage.load(LEAK).await?;
    page.click(&reaction("Like")).await?;
    app.arrival().await?;
    app.open();
    page.ready().await?;
    page.see(&reaction("Like").pressed(true)).await?;
    Ok(())
}

async fn a_reaction_after_a_click_survives_too(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    let post = &site::leak(stage)?.related[0];
    page.click(&link(&post.title).within(region("Related articles")))
        .await?;
    page.arrive(&post.path()).await?;
    page.see(&any("heading").level(1)).await?;
    page.click(&reaction("Like")).await?;
    page.see(&reaction("Like").pressed(true)).await?;
    page.reload().await?;
    page.ready().await?;
    page.see(&reaction("Like").pressed(true)).await?;
    page.go(&stage.server.url(LEAK)).await?;
    page.ready().await?;
    page.see(&reaction("Like").pressed(false)).await?;
    Ok(())
}

async fn reactions_are_large_enough_to_touch(stage: &Stage<'_>) -> Result<()> {
    let page = stage.load_narrow(LEAK, 320, 700).await?;
    page.ready().await?;
    let sizes = "return [...document.querySelectorAll('recto-reactions button')].map((button) => \
                 { const box = button.getBoundingClientRect(); return [box.width, box.height] })";
    let sizes: Vec<(f64, f64)> = page.js(sizes).await?;
    ensure!(
        !sizes.is_empty()
            && sizes
                .iter()
                .all(|(width, height)| *width >= 44.0 && *height >= 44.0),
        "{sizes:?}"
    );
    Ok(())
}
