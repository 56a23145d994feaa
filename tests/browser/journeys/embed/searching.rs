//! A search of the blog in another page.

use anyhow::{Result, ensure};
use browser_tests::find::{any, link, named};
use browser_tests::runner::Journey;
use browser_tests::server::{Answer, files_in};
use browser_tests::{Page, Stage, journeys};
use thirtyfour::Key;

use super::host::host;
use crate::site::{self, SPECIMEN};

pub const JOURNEYS: &[Journey] = journeys![
    another_page_searches_the_blog,
    a_search_can_be_of_one_tag,
    a_search_says_when_it_lacks_something,
];

const STRICT: &str = "default-src 'none'; script-src 'self' BLOG 'wasm-unsafe-eval'; connect-src 'self' BLOG; img-src 'self'; \
                      require-trusted-types-for 'script'; trusted-types recto-embed";

const SEARCH: &str = "<recto-search loading=\"eager\" limit=\"3\">The search</recto-search>";

async fn says(page: &Page, sentence: &str) -> Result<()> {
    let said = "return document.querySelector('recto-search').shadowRoot.querySelector('[role=status]').textContent";
    let script = said.replacen("return ", &format!("return {sentence:?} === "), 1);
    page.until_true(sentence, &script).await
}

async fn another_page_searches_the_blog(stage: &Stage<'_>) -> Result<()> {
    let host = host(stage, STRICT, "", SEARCH).await?;
    let page = &host.page;
    let field = named("searchbox", "Search:");
    page.see(&field).await?;
    let engine = site::asset(stage, "search-", ".wasm")?;
    ensure!(stage.server.count(&engine) == 0, "loaded before it is used");

    page.focus(&field).await?;
    // A letter is missing.
    page.type_text("pangrm").await?;
    says(page, "1 result").await?;
    let hrefs = "return [...document.querySelector('recto-search').shadowRoot.querySelectorAll('li a')] \
                 .map((link) => link.href)";
    let hrefs: Vec<String> = page.js(hrefs).await?;
    let specimen = stage.server.url(SPECIMEN);
    ensure!(
        hrefs.iter().all(|href| href.starts_with(&specimen)),
        "{hrefs:?}"
    );
    page.click_first(&link("Pictures")).await?;
    page.until_true(
        "the section",
        &format!("return location.href.startsWith('{specimen}#pictures')"),
    )
    .await?;
    host.is_unharmed().await
}

async fn a_search_can_be_of_one_tag(stage: &Stage<'_>) -> Result<()> {
    let body = SEARCH.replace("limit=\"3\"", "limit=\"1\" tag=\"typography\"");
    let host = host(stage, "", "", &body).await?;
    let page = &host.page;
    page.focus(&any("searchbox")).await?;
    page.type_text("the").await?;
    page.see(&link("All results")).await?;
    let facts: (usize, String) = page
        .js(
            "const root = document.querySelector('recto-search').shadowRoot; \
             return [root.querySelectorAll('.search-result').length, root.querySelector('.search-all').search]",
        )
        .await?;
    ensure!(
        facts == (1, "?q=the%20tag%3Atypography".into()),
        "{facts:?}"
    );
    page.type_text("qxzj").await?;
    says(page, "No results. Try fewer or shorter words.").await?;
    page.see_no(&link("All results")).await
}

async fn a_search_says_when_it_lacks_something(stage: &Stage<'_>) -> Result<()> {
    stage.expect_fault("assets/search/");
    let mut files = files_in(&stage.server.site().dist)?;
    files.retain(|path| path.contains("assets/search/"));
    for path in &files {
        stage.server.answer(path, Answer::status(404));
    }
    let host = host(stage, "", "", SEARCH).await?;
    host.page.focus(&any("searchbox")).await?;
    host.page.type_text("pangram").await?;
    let sentence = "Some results may be missing, because a part of the search did not load.";
    says(&host.page, sentence).await?;
    for path in &files {
        stage.server.answer_as_usual(path);
    }
    host.page.press(Key::Enter).await?;
    says(&host.page, "1 result").await?;
    // An empty field has found nothing, which is no news.
    for _ in "pangram".chars() {
        host.page.press(Key::Backspace).await?;
    }
    says(&host.page, "").await
}
