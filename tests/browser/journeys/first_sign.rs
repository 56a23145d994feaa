//! Until the reader gives a sign of reading, a page loads itself and its pictures; at the first sign the app comes, and
//! nothing that was done before is lost.

use anyhow::{Result, ensure};
use browser_tests::find::{Find, button, group, headline, link, named, region};
use browser_tests::runner::Journey;
use browser_tests::{Page, Stage, journeys};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::site::{self, LEAK};

pub const JOURNEYS: &[Journey] = journeys![
    a_page_left_alone_asks_for_nothing,
    the_app_comes_when_the_reader_scrolls,
    the_app_comes_when_a_key_is_pressed,
    the_app_comes_when_the_pointer_moves,
    the_app_comes_where_something_is_kept,
    the_app_comes_to_a_place_in_the_page,
    what_is_pressed_before_the_app_counts,
    a_key_pressed_before_the_app_counts,
    a_link_before_the_app_is_an_ordinary_link,
];

fn reaction(label: &str) -> Find {
    button(label).within(group("React to this article"))
}

/// What has been asked for but the page itself, pictures, the icons and style sheets that it names, and what stands in
/// the place of a browser's own.
fn asked_for(stage: &Stage<'_>) -> Vec<String> {
    let is_quiet = |path: &str| {
        let kinds = [
            ".css",
            ".svg",
            ".png",
            ".jpg",
            ".avif",
            ".ico",
            ".webmanifest",
        ];
        path == stage.server.path(LEAK) || kinds.iter().any(|kind| path.ends_with(kind))
    };
    let requests = stage.server.requests().into_iter();
    let paths = requests.map(|request| request.path);
    paths.filter(|path| !is_quiet(path)).collect()
}

async fn a_page_left_alone_asks_for_nothing(stage: &Stage<'_>) -> Result<()> {
    let page = stage.load(LEAK).await?;
    let five_seconds = "await new Promise((done) => setTimeout(done, 5000)); return null";
    page.js_async::<Value>(five_seconds).await?;
    let asked = asked_for(stage);
    ensure!(asked.is_empty(), "{asked:?}");
    Ok(())
}

async fn the_app_comes_when_the_reader_scrolls(stage: &Stage<'_>) -> Result<()> {
    let page = stage.load(LEAK).await?;
    page.scroll_to(400).await?;
    page.comes_alive().await
}

async fn the_app_comes_when_a_key_is_pressed(stage: &Stage<'_>) -> Result<()> {
    let page = stage.load(LEAK).await?;
    page.press(Key::Tab).await?;
    page.comes_alive().await
}

async fn the_app_comes_when_the_pointer_moves(stage: &Stage<'_>) -> Result<()> {
    let page = stage.load(LEAK).await?;
    page.hover(&headline()).await?;
    page.hover(&button("Search")).await?;
    page.comes_alive().await
}

async fn the_app_comes_where_something_is_kept(stage: &Stage<'_>) -> Result<()> {
    let page = stage.load(LEAK).await?;
    let give = "localStorage.setItem(arguments[0], '{\"v\":1,\"kinds\":[\"like\"]}')";
    let key = json!(site::leak_key(stage));
    page.js_with::<()>(give, vec![key]).await?;
    page.reload().await?;
    page.comes_alive().await?;
    page.see(&reaction("Like").pressed(true)).await?;
    Ok(())
}

async fn the_app_comes_to_a_place_in_the_page(stage: &Stage<'_>) -> Result<()> {
    let page = stage.load(&[LEAK, "#recto-reactions"].concat()).await?;
    page.comes_alive().await
}

/// Even before the script that loads it.
async fn what_is_pressed_before_the_app_counts(stage: &Stage<'_>) -> Result<()> {
    let start = stage.server.hold(&site::asset(stage, "start", ".js")?);
    let page = stage.load(LEAK).await?;
    page.click(&reaction("Like")).await?;
    page.click(&reaction("Insightful")).await?;
    start.open();
    page.comes_alive().await?;
    for label in ["Like", "Insightful"] {
        page.see(&reaction(label).pressed(true)).await?;
    }
    Ok(())
}

async fn a_key_pressed_before_the_app_counts(stage: &Stage<'_>) -> Result<()> {
    let page = stage.load(LEAK).await?;
    page.type_text("/").await?;
    page.see(&named("dialog", "Search")).await?;
    Ok(())
}

async fn a_link_before_the_app_is_an_ordinary_link(stage: &Stage<'_>) -> Result<()> {
    let _never = stage.server.hold(&site::asset(stage, "start", ".js")?);
    let page: Page = stage.load(LEAK).await?;
    let post = &site::leak(stage)?.related[0];
    page.click(&link(&post.title).within(region("Related articles")))
        .await?;
    page.until_true(
        "the post",
        &format!(
            "return location.pathname === {:?}",
            stage.server.path(&post.path())
        ),
    )
    .await?;
    ensure!(stage.server.count(&post.path()) == 1);
    Ok(())
}
