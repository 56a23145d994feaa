//! A page rendered by the app after a click is the page that was prerendered: the same DOM, for every page of the
//! sample site. What may differ is listed in `same_dom.js`.

use anyhow::{Result, ensure};
use browser_tests::runner::{Journey, navigation_api};
use browser_tests::{Page, Stage, journeys};

use crate::site;

pub const JOURNEYS: &[Journey] = journeys![
    every_page_after_a_click_equals_the_prerendered_one where navigation_api,
    an_upgraded_page_equals_the_prerendered_one,
];

const SERIALISER: &str = include_str!("same_dom.js");

pub type Lines = Vec<String>;

async fn every_page_after_a_click_equals_the_prerendered_one(stage: &Stage<'_>) -> Result<()> {
    let pages: Vec<String> = site::pages(stage)?.into_iter().collect();
    let prerendered = prerendered(stage, &pages).await?;
    // Begins on the last page, so that each page, the first one too, is reached by a navigation.
    let page = stage.open(pages.last().map_or("/", String::as_str)).await?;
    page.js::<()>("window.__marker = true").await?;
    let mut differences = Vec::new();
    for (path, expected) in pages.iter().zip(&prerendered) {
        site::navigate(stage, &page, path).await?;
        differences.extend(difference(path, expected, &lines(&page).await?));
    }
    ensure!(
        page.js::<bool>("return window.__marker === true").await?,
        "a document was loaded"
    );
    ensure!(
        differences.is_empty(),
        "{} pages differ:\n{}",
        differences.len(),
        differences.join("\n")
    );
    Ok(())
}

async fn an_upgraded_page_equals_the_prerendered_one(stage: &Stage<'_>) -> Result<()> {
    let pages = [site::LEAK.to_owned(), "/".to_owned()];
    let prerendered = prerendered(stage, &pages).await?;
    for (path, expected) in pages.iter().zip(&prerendered) {
        let page = stage.open(path).await?;
        if let Some(difference) = difference(path, expected, &lines(&page).await?) {
            anyhow::bail!(difference);
        }
    }
    Ok(())
}

/// The pages as the browser's parser reads them, with scripts forbidden.
async fn prerendered(stage: &Stage<'_>, pages: &[String]) -> Result<Vec<Lines>> {
    stage.server.forbid_scripts(true);
    let mut all = Vec::new();
    for path in pages {
        all.push(lines(&stage.load(path).await?).await?);
    }
    stage.server.forbid_scripts(false);
    Ok(all)
}

pub async fn lines(page: &Page) -> Result<Lines> {
    page.js(SERIALISER).await
}

/// The first place where the two part, with the lines before it.
pub fn difference(path: &str, expected: &Lines, found: &Lines) -> Option<String> {
    let same = expected
        .iter()
        .zip(found)
        .take_while(|(expected, found)| expected == found)
        .count();
    if same == expected.len() && same == found.len() {
        return None;
    }
    let line = |lines: &Lines| {
        lines
            .get(same)
            .map_or("(the end)", String::as_str)
            .trim_start()
            .to_owned()
    };
    let before = expected[same.saturating_sub(3)..same].join("\n    ");
    Some(format!(
        "{path}: after\n    {before}\n  prerendered: {}\n  by the app:  {}",
        line(expected),
        line(found)
    ))
}
