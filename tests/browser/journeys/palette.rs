//! The search and the keys: everything by keyboard, and nothing in the way of typing.

use anyhow::{Context, Result, ensure};
use browser_tests::find::{any, button, heading, named};
use browser_tests::runner::Journey;
use browser_tests::server::Answer;
use browser_tests::wait::until;
use browser_tests::{Page, Stage, journeys};
use serde_json::Value;
use thirtyfour::Key;

use crate::site::{self, LEAK, LEAK_TITLE};

pub const JOURNEYS: &[Journey] = journeys![
    an_article_is_found_and_opened_by_keyboard,
    tags_authors_and_pages_are_found,
    the_search_can_switch_the_theme,
    the_search_says_how_much_it_finds,
    a_search_that_does_not_load_says_so_and_still_switches,
    letters_in_a_field_are_letters,
    the_focus_comes_back,
    j_and_k_walk_through_a_list,
    who_opens_nothing_loads_nothing,
];

async fn search(page: &Page, words: &str) -> Result<()> {
    page.type_text("/").await?;
    page.see(&named("dialog", "Search")).await?;
    page.type_text(words).await?;
    Ok(())
}

/// Waits for the marked entry to say this.
async fn marked(page: &Page, name: &str) -> Result<()> {
    let script = "const field = document.activeElement; \
                  const option = document.getElementById(field.getAttribute('aria-activedescendant')); \
                  return option?.textContent ?? ''";
    until(&format!("{name:?} to be marked"), async || {
        let now: String = page.js(script).await?;
        ensure!(now.starts_with(name), "it is {now:?}");
        Ok(Some(()))
    })
    .await
}

async fn an_article_is_found_and_opened_by_keyboard(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open("/").await?;
    search(&page, "LEAK secur").await?;
    marked(&page, LEAK_TITLE).await?;
    page.press(Key::Enter).await?;
    page.arrive(LEAK).await?;
    page.see(&heading(LEAK_TITLE).level(1)).await?;
    page.see_no(&any("dialog")).await
}

async fn tags_authors_and_pages_are_found(stage: &Stage<'_>) -> Result<()> {
    let leak = site::leak(stage)?;
    let author = leak.authors.first().context("no author")?;
    let tag = leak.tags.first().context("no tag")?;
    let page = stage.open("/").await?;
    for (words, name, path) in [
        (
            format!("author {}", author.name),
            author.name.clone(),
            format!("/authors/{}/", author.id),
        ),
        (
            format!("tag {}", tag.name),
            tag.name.clone(),
            format!("/tags/{}/", tag.slug),
        ),
        (
            "archive".to_owned(),
            "Archive".to_owned(),
            "/archive/".to_owned(),
        ),
    ] {
        search(&page, &words).await?;
        marked(&page, &name).await?;
        page.press(Key::Enter).await?;
        page.arrive(&path).await?;
    }
    Ok(())
}

async fn the_search_can_switch_the_theme(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    search(&page, "theme").await?;
    marked(&page, "Theme: Auto").await?;
    page.press(Key::Down).await?;
    page.press(Key::Down).await?;
    marked(&page, "Theme: Dark").await?;
    page.press(Key::Enter).await?;
    page.until_true(
        "it to be dark",
        "return document.documentElement.dataset.theme === 'dark'",
    )
    .await
}

async fn a_search_that_does_not_load_says_so_and_still_switches(stage: &Stage<'_>) -> Result<()> {
    for path in ["/content/names.json", "/content/search.bin"] {
        stage.expect_fault(path);
        stage.server.answer(path, Answer::status(503));
    }
    let page = stage.open(LEAK).await?;
    search(&page, "").await?;
    page.until_true("the dialog to say so", "return document.querySelector('dialog [role=status]').textContent.includes('did not load')")
        .await?;
    page.type_text("theme dark").await?;
    marked(&page, "Theme: Dark").await
}

async fn letters_in_a_field_are_letters(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open("/").await?;
    search(&page, "j/k?").await?;
    let typed: String = page
        .js("return document.querySelector('dialog input').value")
        .await?;
    ensure!(typed == "j/k?", "{typed:?} was typed");
    ensure!(page.all(&any("dialog")).await?.len() == 1);
    Ok(())
}

async fn the_focus_comes_back(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    page.focus(&button("Search")).await?;
    page.press(Key::Enter).await?;
    page.see(&named("dialog", "Search")).await?;
    page.press(Key::Escape).await?;
    page.see_no(&any("dialog")).await?;
    ensure!(
        page.focused().await? == "button \"Search\"",
        "{}",
        page.focused().await?
    );
    page.type_text("?").await?;
    page.see(&named("dialog", "Keyboard shortcuts")).await?;
    page.click(&button("Close")).await?;
    page.see_no(&any("dialog")).await?;
    ensure!(
        page.focused().await? == "button \"Search\"",
        "{}",
        page.focused().await?
    );
    Ok(())
}

async fn j_and_k_walk_through_a_list(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open("/").await?;
    let titles: Vec<String> = page
        .js("return [...document.querySelectorAll('.card-link')].map((link) => link.textContent)")
        .await?;
    for title in &titles[..3] {
        page.type_text("j").await?;
        ensure!(
            page.focused().await? == format!("link {title:?}"),
            "{}",
            page.focused().await?
        );
    }
    page.type_text("k").await?;
    ensure!(
        page.focused().await? == format!("link {:?}", titles[1]),
        "{}",
        page.focused().await?
    );
    Ok(())
}

async fn who_opens_nothing_loads_nothing(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    page.js_async::<Value>("await new Promise((done) => (globalThis.requestIdleCallback ?? setTimeout)(done)); return null")
        .await?;
    let loaded = |stage: &Stage<'_>| {
        let requests = stage.server.requests();
        requests
            .iter()
            .filter(|request| {
                [
                    "/assets/tools",
                    "/assets/search",
                    "/content/search",
                    "/content/names",
                ]
                .iter()
                .any(|loaded| request.path.contains(loaded))
            })
            .count()
    };
    ensure!(loaded(stage) == 0, "tools were loaded");
    search(&page, "").await?;
    ensure!(loaded(stage) > 0);
    Ok(())
}

async fn the_search_says_how_much_it_finds(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    search(&page, "ratdolt").await?;
    page.until_true(
        "the dialog to say it",
        "return document.querySelector('dialog [role=status]').textContent === '1 result'",
    )
    .await?;
    page.type_text(" nothing-like-this").await?;
    page.until_true(
        "the dialog to say what to do",
        "return document.querySelector('dialog [role=status]').textContent === 'No results. Try fewer or shorter words.'",
    )
    .await
}
