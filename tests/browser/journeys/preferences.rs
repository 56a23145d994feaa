//! "Aa": what a reader chooses is there before the first paint, in every tab, and gone in one tap.

use anyhow::{Result, bail, ensure};
use browser_tests::find::{any, button, group, named};
use browser_tests::runner::Journey;
use browser_tests::wait::until;
use browser_tests::{Page, Stage, journeys};
use serde_json::Value;
use thirtyfour::Key;

use crate::site::LEAK;
use crate::whole_site::nothing_opens_beyond_the_edge;

pub const JOURNEYS: &[Journey] = journeys![
    a_preference_is_there_before_the_first_paint,
    another_tab_follows_a_preference,
    one_tap_takes_all_preferences_back,
    every_preference_changes_the_page,
    no_initial_stands_apart_in_spaced_type,
    single_letter_keys_can_be_switched_off,
    damaged_preferences_do_no_harm,
    nothing_reaches_beyond_the_edge_at_any_size,
];

async fn open(page: &Page) -> Result<()> {
    page.click(&button("Reading preferences")).await?;
    page.see(&named("dialog", "Reading preferences")).await?;
    Ok(())
}

/// Step by step, there is no other way to a size.
async fn choose_size(page: &Page, size: &str) -> Result<()> {
    const SIZES: [&str; 5] = ["Small", "Normal", "Large", "Larger", "Largest"];
    let index = |name: &str| SIZES.iter().position(|size| *size == name);
    let shown: String = page
        .js("return document.querySelector('.step-value').textContent")
        .await?;
    let (Some(mut at), Some(goal)) = (index(&shown), index(size)) else {
        bail!("from {shown:?} to {size:?}");
    };
    while at != goal {
        at = if at < goal { at + 1 } else { at - 1 };
        let step = button(&format!("Text size: {}", SIZES[at])).exactly();
        page.focus(&step).await?;
        page.press(Key::Enter).await?;
    }
    Ok(())
}

async fn choose(page: &Page, choice: &str, option: &str) -> Result<()> {
    if choice == "Text size" {
        return choose_size(page, option).await;
    }
    let radio = named("radio", option).exactly().within(group(choice));
    page.focus(&radio).await?;
    page.press(Key::Space).await
}

/// What the root element is told, by name.
async fn on_the_root(page: &Page, name: &str) -> Result<Option<String>> {
    let script = "return document.documentElement.dataset[arguments[0]] ?? null";
    page.js_with(script, vec![name.into()]).await
}

async fn becomes(page: &Page, name: &str, value: Option<&str>) -> Result<()> {
    until(&format!("{name} to be {value:?}"), async || {
        let now = on_the_root(page, name).await?;
        ensure!(now.as_deref() == value, "it is {now:?}");
        Ok(Some(()))
    })
    .await
}

async fn ground(page: &Page) -> Result<String> {
    page.js("return getComputedStyle(document.documentElement).backgroundColor")
        .await
}

async fn a_preference_is_there_before_the_first_paint(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    let light = ground(&page).await?;
    open(&page).await?;
    choose(&page, "Theme", "Sepia").await?;
    becomes(&page, "theme", Some("sepia")).await?;
    let sepia = ground(&page).await?;
    ensure!(sepia != light, "the ground stays {light}");
    page.press(Key::Escape).await?;
    page.see_no(&any("dialog")).await?;
    // When the document has been read, nothing of ours has run but what stands in it.
    let early = "document.addEventListener('readystatechange', () => { window.__early ??= [ \
                 !customElements.get('recto-reading'), \
                 getComputedStyle(document.documentElement).backgroundColor, \
                 ...[...document.querySelectorAll('meta[name=theme-color]')].map((meta) => meta.content)] })";
    stage.server.run_first(early);
    page.reload().await?;
    let (is_early, colors): (bool, Vec<String>) = page
        .js("const [early, ...colors] = window.__early; return [early, colors]")
        .await?;
    ensure!(is_early, "the app was quicker than the document");
    ensure!(
        colors.len() == 3 && colors.iter().all(|color| *color == sepia),
        "{colors:?}"
    );
    page.ready().await
}

async fn another_tab_follows_a_preference(stage: &Stage<'_>) -> Result<()> {
    let first = stage.open(LEAK).await?;
    let second = stage.open_another_tab("/").await?;
    open(&first).await?;
    choose(&first, "Theme", "Dark").await?;
    becomes(&second, "theme", Some("dark")).await?;
    choose(&first, "Theme", "Auto").await?;
    becomes(&second, "theme", None).await
}

async fn one_tap_takes_all_preferences_back(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    open(&page).await?;
    choose(&page, "Theme", "Dark").await?;
    choose(&page, "Text size", "Largest").await?;
    becomes(&page, "size", Some("largest")).await?;
    page.click(&button("Reset")).await?;
    becomes(&page, "size", None).await?;
    becomes(&page, "theme", None).await?;
    let left: u32 = page.js("return localStorage.length").await?;
    ensure!(left == 0, "{left} things are still stored");
    let checked = "return document.querySelector('[name=theme]:checked').value";
    ensure!(
        page.js::<String>(checked).await?.is_empty(),
        "the panel shows another theme"
    );
    Ok(())
}

/// Every option but those that stand for "as it was", by what it does to the text.
async fn every_preference_changes_the_page(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    let look = "const text = getComputedStyle(document.querySelector('.prose p')); \
                return [text.color, text.fontFamily, text.fontSize, text.lineHeight, text.letterSpacing, text.inlineSize].join()";
    let plain: String = page.js(look).await?;
    open(&page).await?;
    for (choice, option) in [
        ("Theme", "Dark"),
        ("Theme", "Sepia"),
        ("Theme", "High contrast"),
        ("Text size", "Small"),
        ("Text size", "Large"),
        ("Text size", "Larger"),
        ("Text size", "Largest"),
        ("Typeface", "Sans"),
        ("Typeface", "Easy-read spacing"),
        ("Line length", "Short"),
        ("Line length", "Long"),
        ("Line spacing", "Tight"),
        ("Line spacing", "Loose"),
    ] {
        choose(&page, choice, option).await?;
        until(
            &format!("{choice}: {option} to change something"),
            async || Ok((page.js::<String>(look).await? != plain).then_some(())),
        )
        .await?;
        // By keyboard: large text may have pushed it below the window's edge.
        page.focus(&button("Reset")).await?;
        page.press(Key::Enter).await?;
        until(
            &format!("{choice}: {option} to be taken back"),
            async || Ok((page.js::<String>(look).await? == plain).then_some(())),
        )
        .await?;
    }
    Ok(())
}

async fn no_initial_stands_apart_in_spaced_type(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open(LEAK).await?;
    open(&page).await?;
    choose(&page, "Typeface", "Easy-read spacing").await?;
    page.until_true(
        "the first letter to look like the others",
        "const text = document.querySelector('.prose > p'); \
         const [first, all] = ['::first-letter', null].map((part) => getComputedStyle(text, part)); \
         return first.color === all.color && first.fontSize === all.fontSize",
    )
    .await
}

async fn single_letter_keys_can_be_switched_off(stage: &Stage<'_>) -> Result<()> {
    let page = stage.open("/").await?;
    open(&page).await?;
    choose(&page, "Single-letter keys", "Off").await?;
    page.press(Key::Escape).await?;
    page.see_no(&any("dialog")).await?;
    page.type_text("j").await?;
    ensure!(
        !page.focused().await?.starts_with("link"),
        "{}",
        page.focused().await?
    );
    page.type_text("?").await?;
    ensure!(page.all(&any("dialog")).await?.is_empty());
    Ok(())
}

async fn damaged_preferences_do_no_harm(stage: &Stage<'_>) -> Result<()> {
    for damage in [
        "{",
        "null",
        "7",
        r#"{"theme":{}}"#,
        r#"{"theme":"mauve","size":3}"#,
    ] {
        let page = stage.load(LEAK).await?;
        let store = "localStorage.setItem('recto:preferences:' + arguments[0], arguments[1])";
        let below = stage.server.path("/").trim_start_matches('/').to_owned();
        page.js_with::<Value>(store, vec![below.into(), damage.into()])
            .await?;
        page.reload().await?;
        page.ready().await?;
        open(&page).await?;
        choose(&page, "Theme", "Dark").await?;
        becomes(&page, "theme", Some("dark")).await?;
    }
    Ok(())
}

async fn nothing_reaches_beyond_the_edge_at_any_size(stage: &Stage<'_>) -> Result<()> {
    for width in [320, 390, 768] {
        let page = stage.load_narrow(LEAK, width, 800).await?;
        page.ready().await?;
        open(&page).await?;
        for size in ["Small", "Largest"] {
            choose(&page, "Text size", size).await?;
            nothing_opens_beyond_the_edge(&page, &format!("{size} at {width}")).await?;
        }
        page.click(&button("Reset")).await?;
        // Half of the text stays in sight.
        let free: f64 = page
            .js("return document.querySelector('dialog').getBoundingClientRect().top / innerHeight")
            .await?;
        ensure!(width > 600 || free >= 0.49, "{free} of the window is free");
    }
    Ok(())
}
