//! "Your page": everything that is kept is there, can be removed, taken away as a file, brought back and merged.

use anyhow::{Context, Result, ensure};
use browser_tests::find::{any, button, group, link, named, region};
use browser_tests::runner::Journey;
use browser_tests::wait::until;
use browser_tests::{Page, Stage, journeys};
use serde_json::{Value, json};

use crate::site::{self, LEAK, LEAK_TITLE};

pub const JOURNEYS: &[Journey] = journeys![
    each_thing_can_be_removed,
    an_export_brings_everything_back,
    an_import_is_merged,
    a_file_that_is_no_export_changes_nothing,
    everything_is_erased_after_a_question,
    odd_values_are_shown_exported_and_erased,
    what_cannot_be_understood_is_not_written_over,
    thousands_are_imported_and_erased_at_once,
    without_scripts_the_page_says_what_would_be_kept,
];

const LEAK_SLUG: &str = "claude-code-leak-ai-security";

/// One of each kind.
async fn use_everything(stage: &Stage<'_>) -> Result<Page> {
    let page = stage.open(LEAK).await?;
    page.click(&button("Like").within(group("React to this article")))
        .await?;
    page.click(&button("Save")).await?;
    site::read_to_the_end(&page).await?;
    page.go(&stage.server.url("/you/")).await?;
    page.ready().await?;
    page.see(&region("Reading history")).await?;
    Ok(page)
}

async fn stored(page: &Page) -> Result<Value> {
    page.js("return Object.fromEntries(Object.entries(localStorage).sort().map(([key, text]) => [key, JSON.parse(text)]))")
        .await
}

/// Takes what the page would have the browser save.
async fn export(page: &Page) -> Result<Value> {
    page.js::<()>("const create = URL.createObjectURL; URL.createObjectURL = (blob) => { window.__file = blob; return create(blob) }; \
                   addEventListener('click', (event) => { if (event.target.download) event.preventDefault() })")
        .await?;
    page.click(&button("Export to a file")).await?;
    page.until_true(
        "the page to say what the file is called",
        "return /Exported: [^ ]+-reading-\\d{4}-\\d\\d-\\d\\d\\.json/.test(document.querySelector('recto-you').textContent)",
    )
    .await?;
    let text: String = page.js_async("return await window.__file.text()").await?;
    Ok(serde_json::from_str(&text)?)
}

/// Hands a file to the page, as choosing one does.
async fn import(page: &Page, file: &Value) -> Result<String> {
    page.see(&button("Erase everything")).await?;
    let text = file
        .as_str()
        .map_or_else(|| file.to_string(), str::to_owned);
    page.js_with::<Value>(
        "const input = document.querySelector('recto-you input[type=file]'); const files = new DataTransfer(); \
         files.items.add(new File([arguments[0]], 'reading.json')); input.files = files.files; \
         input.dispatchEvent(new Event('change', { bubbles: true })); return null",
        vec![text.into()],
    )
    .await?;
    let dialog = named("dialog", "Import");
    let said = page.text(&dialog).await?;
    page.click(&button("Close")).await?;
    page.see_no(&dialog).await?;
    Ok(said)
}

async fn each_thing_can_be_removed(stage: &Stage<'_>) -> Result<()> {
    let page = use_everything(stage).await?;
    page.see(&link(LEAK_TITLE).within(region("Your reactions")))
        .await?;
    let given = page.text(&region("Your reactions")).await?;
    ensure!(
        given.contains("Like") && !given.contains("like"),
        "{given:?}"
    );
    for list in ["Reading list", "Reading history", "Your reactions"] {
        page.click(&button("Remove").within(region(list))).await?;
        page.see_no(&region(list)).await?;
        ensure!(
            page.focused().await? != "nothing",
            "the focus is lost: {}",
            page.focused().await?
        );
    }
    ensure!(
        stored(&page).await? == json!({}),
        "{}",
        stored(&page).await?
    );
    ensure!(
        page.text(&any("main"))
            .await?
            .contains("Nothing saved yet.")
    );
    Ok(())
}

async fn an_export_brings_everything_back(stage: &Stage<'_>) -> Result<()> {
    let page = use_everything(stage).await?;
    let before = stored(&page).await?;
    ensure!(
        before.as_object().is_some_and(|kept| kept.len() == 3),
        "{before}"
    );
    let file = export(&page).await?;
    page.js::<()>("localStorage.clear()").await?;
    page.reload().await?;
    page.ready().await?;
    let said = import(&page, &file).await?;
    ensure!(said.contains("merged"), "{said:?}");
    ensure!(
        stored(&page).await? == before,
        "{} is not {before}",
        stored(&page).await?
    );
    page.see(&link(LEAK_TITLE).within(region("Reading list")))
        .await?;
    Ok(())
}

async fn an_import_is_merged(stage: &Stage<'_>) -> Result<()> {
    let page = use_everything(stage).await?;
    let file = json!({ "recto": 1, "kept": {
        "reactions": { LEAK_SLUG: { "v": 1, "kinds": ["insightful", "like", 7] } },
        "reading": { LEAK_SLUG: { "v": 1, "title": "Older", "part": 0.2, "time": 1 } },
        "saved": {
            "another": { "v": 1, "title": "<b>Another</b>", "time": 5, "rest": "left out" },
            "a/../b": { "v": 1, "title": "Elsewhere", "time": 5 },
            "newer": { "v": 2, "title": "Newer", "time": 5 },
        },
        "unknown": { "x": { "v": 1 } },
        "preferences": { "": { "v": 1, "theme": "dark" } },
    } });
    let said = import(&page, &file).await?;
    ensure!(said.contains("except for what is damaged"), "{said:?}");
    let kept = stored(&page).await?;
    let of = |kind: &str, slug: &str| {
        let name = stage.server.path(&format!("/{slug}"));
        kept[format!("recto:{kind}:{}", name.trim_start_matches('/'))].clone()
    };
    ensure!(
        of("reactions", LEAK_SLUG)["kinds"] == json!(["like", "insightful"]),
        "{kept}"
    );
    ensure!(of("reading", LEAK_SLUG)["title"] == LEAK_TITLE, "{kept}");
    ensure!(
        of("saved", "another") == json!({ "v": 1, "title": "<b>Another</b>", "time": 5 }),
        "{kept}"
    );
    ensure!(
        kept.as_object().is_some_and(|kept| kept.len() == 5),
        "{kept}"
    );
    page.see(&link("<b>Another</b>")).await?;
    page.until_true(
        "the theme to be there",
        "return document.documentElement.dataset.theme === 'dark'",
    )
    .await
}

async fn a_file_that_is_no_export_changes_nothing(stage: &Stage<'_>) -> Result<()> {
    let page = use_everything(stage).await?;
    let before = stored(&page).await?;
    for file in [
        json!("{"),
        json!([]),
        json!({ "recto": 2, "kept": {} }),
        json!("null"),
    ] {
        let said = import(&page, &file).await?;
        ensure!(said.contains("not an export"), "{file}: {said:?}");
    }
    ensure!(stored(&page).await? == before);
    Ok(())
}

async fn everything_is_erased_after_a_question(stage: &Stage<'_>) -> Result<()> {
    let page = use_everything(stage).await?;
    page.js::<()>("localStorage.setItem('of-another-program', '1')")
        .await?;
    let dialog = named("dialog", "Erase everything");
    page.click(&button("Erase everything")).await?;
    page.click(&button("Cancel").within(dialog.clone())).await?;
    page.see_no(&dialog).await?;
    page.see(&region("Reading list")).await?;
    page.click(&button("Erase everything")).await?;
    page.click(&button("Erase everything").within(dialog.clone()))
        .await?;
    page.see_no(&dialog).await?;
    until("only what is not ours to be left", async || {
        let left = stored(&page).await?;
        ensure!(left == json!({ "of-another-program": 1 }), "{left}");
        Ok(Some(()))
    })
    .await
}

/// Opens the page with these values under `recto:<kind>:<slug>`.
async fn open_with(stage: &Stage<'_>, values: &[(&str, &str, &str)]) -> Result<Page> {
    let page = stage.load("/you/").await?;
    let below = stage.server.path("/").trim_start_matches('/').to_owned();
    for (kind, slug, text) in values {
        let name = format!("recto:{kind}:{below}{slug}");
        page.js_with::<Value>(
            "localStorage.setItem(arguments[0], arguments[1]); return null",
            vec![name.into(), (*text).into()],
        )
        .await?;
    }
    page.reload().await?;
    page.ready().await?;
    Ok(page)
}

async fn erase_everything(page: &Page) -> Result<()> {
    page.click(&button("Erase everything")).await?;
    let dialog = named("dialog", "Erase everything");
    page.click(&button("Erase everything").within(dialog.clone()))
        .await?;
    page.see_no(&dialog).await
}

async fn odd_values_are_shown_exported_and_erased(stage: &Stage<'_>) -> Result<()> {
    let values = [
        (
            "saved",
            "too-late",
            r#"{"v":1,"title":"Too late","time":8640000000000001}"#,
        ),
        (
            "saved",
            "newer",
            r#"{"v":2,"title":{"of":"another shape"}}"#,
        ),
        ("reading", "cut-off", r#"{"v":1,"title":"Cut"#),
        (
            "reading",
            "odd",
            r#"{"v":1,"title":7,"part":"x","time":{},"sections":[1]}"#,
        ),
        ("reactions", "endless", r#"{"v":1,"kinds":{"length":1e9}}"#),
        ("preferences", "", "[]"),
        ("last", "", "null"),
    ];
    let page = open_with(stage, &values).await?;
    for (list, entry) in [
        ("Reading list", "Too late"),
        ("Reading list", "newer"),
        ("Reading history", "cut-off"),
        ("Reading history", "odd"),
        ("Your reactions", "endless"),
    ] {
        page.see(&link(entry).within(region(list))).await?;
    }
    let kept = &export(&page).await?["kept"];
    ensure!(
        kept["saved"]["newer"]["title"]["of"] == "another shape",
        "{kept}"
    );
    page.click(&button("Remove: cut-off")).await?;
    page.see_no(&link("cut-off")).await?;
    erase_everything(&page).await?;
    ensure!(
        stored(&page).await? == json!({}),
        "{}",
        stored(&page).await?
    );
    Ok(())
}

async fn what_cannot_be_understood_is_not_written_over(stage: &Stage<'_>) -> Result<()> {
    let newer = r#"{"v":2,"kinds":["like"]}"#;
    let page = open_with(stage, &[("reactions", "a", newer)]).await?;
    let before = stored(&page).await?;
    let file =
        json!({ "recto": 1, "kept": { "reactions": { "a": { "v": 1, "kinds": ["love"] } } } });
    let said = import(&page, &file).await?;
    ensure!(said.contains("except for what is damaged"), "{said:?}");
    ensure!(stored(&page).await? == before, "{}", stored(&page).await?);
    Ok(())
}

async fn thousands_are_imported_and_erased_at_once(stage: &Stage<'_>) -> Result<()> {
    let page = open_with(stage, &[]).await?;
    page.see(&button("Erase everything")).await?;
    page.js::<()>(
        "window.__events = 0; addEventListener('storage', () => { window.__events += 1 }); \
         window.__until = async (isDone) => { \
           const started = performance.now(); \
           while (!isDone(document.querySelectorAll('recto-you li').length)) await new Promise(requestAnimationFrame); \
           return performance.now() - started }",
    )
    .await?;
    page
        .js_async::<f64>(
            "const saved = Array.from({ length: 2_000 }, (_, at) => [`article-${at}`, { v: 1, title: `Article ${at}`, time: at }]); \
             const file = { recto: 1, kept: { saved: Object.fromEntries(saved) } }; \
             const input = document.querySelector('recto-you input[type=file]'); const files = new DataTransfer(); \
             files.items.add(new File([JSON.stringify(file)], 'reading.json')); input.files = files.files; \
             input.dispatchEvent(new Event('change', { bubbles: true })); \
             return await window.__until((count) => count && document.querySelector('dialog'))",
        )
        .await?;
    page.click(&button("Close")).await?;
    page.until_true(
        "all of them to be in the list",
        "return document.querySelectorAll('recto-you li').length === 2_000",
    )
    .await?;
    page.click(&button("Erase everything")).await?;
    page.js_async::<f64>(
        "document.querySelector('dialog .tool-button').click(); \
             return await window.__until((count) => !count)",
    )
    .await?;
    let events: u32 = page.js("return window.__events").await?;
    ensure!(events == 2, "{events} events for an import and an erasure");
    Ok(())
}

async fn without_scripts_the_page_says_what_would_be_kept(stage: &Stage<'_>) -> Result<()> {
    stage.switch_scripts_off().await?;
    let page = stage.load("/").await?;
    page.click(&link("Your page")).await?;
    let text = until("the page", async || {
        Ok(Some(page.text(&any("main")).await?).filter(|text| text.contains("Your page")))
    })
    .await
    .context("the page does not open")?;
    ensure!(
        text.contains("What is stored, and why") && text.contains("Reading history"),
        "{text:?}"
    );
    Ok(())
}
