//! Blogs in other languages: what the build writes is what the browser says, in every language, letter by letter.

use anyhow::{Result, ensure};
use browser_tests::find::{button, heading};
use browser_tests::runner::{Journey, navigation_api};
use browser_tests::server::{Server, Site};
use browser_tests::{Page, Stage, journeys};
use recto::content::date::Date;
use recto::i18n::{ListStyle, Translator, native::FILES};
use serde_json::{Value, json};
use std::fs;

use crate::blog::Blog;
use crate::same_dom::{difference, lines};
use crate::site;
use crate::whole_site::never_scrolls_sideways;

pub const JOURNEYS: &[Journey] = journeys![
    a_browser_writes_dates_numbers_and_lists_as_the_build_does,
    a_german_blog_speaks_german_after_a_click_too where navigation_api,
    an_arabic_blog_is_written_from_the_right,
    programs_and_addresses_in_it_are_written_from_the_left,
    an_embed_speaks_the_language_of_its_blog_or_its_own,
];

const FORMAT: &str = include_str!("languages.js");

async fn a_browser_writes_dates_numbers_and_lists_as_the_build_does(
    stage: &Stage<'_>,
) -> Result<()> {
    // Not of regions where CLDR has changed within the years of these engines: thousands in de-CH, pairs in zh-Hant.
    let regions = ["en", "en-GB", "pt-PT", "ar-EG"];
    let tags: Vec<&str> = FILES.iter().map(|(code, _)| *code).chain(regions).collect();
    let dates = [
        "1969-12-31",
        "2024-02-29",
        "2026-04-01",
        "2026-10-11",
        "2026-12-25",
    ];
    let dates = dates.map(|date| Date::parse(date).unwrap_or_else(|| unreachable!("{date}")));
    let numbers: Vec<u32> = (0..=120)
        .chain([999, 1000, 1234, 12_345, 1_000_000, 4_294_967_295])
        .collect();
    let lists = [
        vec![],
        vec!["Ada"],
        vec!["Ada", "Iris"],
        vec!["Ada", "עדה", "Iris Hill", "and"],
    ];
    let page = stage.open("/").await?;
    let mut differences = Vec::new();
    for tag in tags {
        let translator = Translator::of(tag);
        let is_long = !tag.starts_with("en");
        let expected = json!({
            "dates": dates.map(|date| translator.date(date)),
            "daysOfYear": dates.map(|date| translator.day_of_year(date)),
            "numbers": numbers.iter().map(|number| translator.number(*number)).collect::<Vec<_>>(),
            "categories": numbers.iter().map(|number| translator.category(*number)).collect::<Vec<_>>(),
            "sentences": lists.each_ref().map(|list| translator.separators(list, ListStyle::Sentence)),
            "narrow": lists.each_ref().map(|list| translator.separators(list, ListStyle::Narrow)),
        });
        let asked = vec![
            tag.into(),
            if is_long { "long" } else { "medium" }.into(),
            dates.map(|date| date.to_string()).to_vec().into(),
            numbers.clone().into(),
            json!(lists),
        ];
        let found: Value = page.js_with(FORMAT, asked).await?;
        for (what, expected) in expected.as_object().into_iter().flatten() {
            if found[what] != *expected {
                let browser = &found[what];
                differences.push(format!(
                    "{tag}, {what}:\n  build:   {expected}\n  browser: {browser}"
                ));
            }
        }
    }
    ensure!(differences.is_empty(), "{}", differences.join("\n"));
    Ok(())
}

async fn a_german_blog_speaks_german_after_a_click_too(stage: &Stage<'_>) -> Result<()> {
    same_after_clicks(stage, "de").await
}

async fn an_arabic_blog_is_written_from_the_right(stage: &Stage<'_>) -> Result<()> {
    if stage.flavour.navigation_api {
        same_after_clicks(stage, "ar").await?;
    }
    let blog = blog("ar").await?;
    let page = stage.load("/404.html").await?;
    for path in ["/", "/articles/first/", "/embed/"] {
        page.go(&blog.server.url(path)).await?;
        page.ready().await?;
        let direction: String = page
            .js("return getComputedStyle(document.querySelector('h1')).direction")
            .await?;
        ensure!(direction == "rtl", "{path}: {direction}");
        never_scrolls_sideways(&page, path).await?;
    }
    page.click(&button("بحث")).await?;
    page.see(&heading("بحث")).await?;
    Ok(())
}

async fn programs_and_addresses_in_it_are_written_from_the_left(stage: &Stage<'_>) -> Result<()> {
    let blog = blog("ar").await?;
    let page = stage.load("/404.html").await?;
    page.go(&blog.server.url("/articles/first/")).await?;
    page.ready().await?;
    page.click(&button("مشاركة")).await?;
    page.see(&heading("مشاركة")).await?;
    written(
        &page,
        "ltr",
        ".prose p code, .code, .code pre, .prose kbd, .share-link",
    )
    .await?;
    written(&page, "rtl", ".prose p, .prose td, .tool").await?;
    page.go(&blog.server.url("/embed/")).await?;
    written(&page, "ltr", ".builder textarea, .builder-examples pre").await?;
    written(&page, "rtl", "h1, .builder, .builder-examples p").await
}

/// Whether there is something for each of the selectors, and all of it is written in this direction.
async fn written(page: &Page, direction: &str, selectors: &str) -> Result<()> {
    let script = format!(
        "return {selectors:?}.split(', ').filter((selector) => {{ \
           const all = [...document.querySelectorAll(selector)]; \
           return !all.length || all.some((one) => getComputedStyle(one).direction !== {direction:?}); \
         }})"
    );
    let others: Vec<String> = page.js(&script).await?;
    ensure!(others.is_empty(), "not {direction}: {others:?}");
    Ok(())
}

/// Every page that the app puts on screen is the one that was prerendered.
async fn same_after_clicks(stage: &Stage<'_>, language: &str) -> Result<()> {
    let blog = blog(language).await?;
    let page = stage.load("/404.html").await?;
    let pages = [
        "/",
        "/articles/first/",
        "/articles/second/",
        "/tags/",
        "/tags/a/",
        "/authors/",
        "/archive/",
        "/you/",
    ];
    let mut prerendered = Vec::new();
    blog.server.forbid_scripts(true);
    for path in pages {
        page.go(&blog.server.url(path)).await?;
        prerendered.push(lines(&page).await?);
    }
    blog.server.forbid_scripts(false);
    page.go(&blog.server.url("/you/")).await?;
    page.ready().await?;
    for (path, expected) in pages.iter().zip(&prerendered) {
        site::go(&page, path).await?;
        if let Some(difference) = difference(path, expected, &lines(&page).await?) {
            anyhow::bail!(difference);
        }
    }
    let requests = blog.server.requests();
    let files = requests
        .iter()
        .filter(|request| request.path.contains("/messages-"));
    let files: Vec<&String> = files.map(|request| &request.path).collect();
    ensure!(
        files
            .iter()
            .all(|file| file.contains(&format!("/messages-{language}-")))
            && !files.is_empty(),
        "{files:?}"
    );
    Ok(())
}

async fn an_embed_speaks_the_language_of_its_blog_or_its_own(stage: &Stage<'_>) -> Result<()> {
    let blog = blog("ar").await?;
    let folder = tempfile::tempdir()?;
    let script = blog.server.url("/embed/v1.js");
    let card = "<recto-card article=\"first\" loading=\"eager\"";
    let html = format!(
        "<!doctype html><html lang=\"en\"><title>Host</title>\
         <script type=\"module\" src=\"{script}\"></script>{card}></recto-card>{card} lang=\"de\"></recto-card>"
    );
    fs::write(folder.path().join("index.html"), html)?;
    let host = Server::start(Site::new(folder.path(), "/")).await?;
    let page = stage.load("/404.html").await?;
    page.go(&host.url("/")).await?;
    let said = "[...document.querySelectorAll('recto-card')].map(({ shadowRoot }) => shadowRoot.querySelector('.recto'))";
    page.until_true("both cards", &format!("return {said}.every(card => card)"))
        .await?;
    let said: Vec<(String, String, String)> = page
        .js(&format!(
            "return {said}.map(card => [card.lang, card.dir, card.querySelector('.reading-time').textContent])"
        ))
        .await?;
    let expected = [
        ("ar", "rtl", "دقيقة للقراءة"),
        ("de", "ltr", "1 Min. Lesezeit"),
    ];
    let expected =
        expected.map(|(lang, dir, text)| (lang.to_owned(), dir.to_owned(), text.to_owned()));
    ensure!(said == expected, "{said:?}");
    Ok(())
}

/// A small blog in another language.
pub async fn blog(language: &str) -> Result<Blog> {
    blog_with(language, &[]).await
}

/// The same with more articles: their slugs and texts.
pub async fn blog_with(language: &str, articles: &[(&str, &str)]) -> Result<Blog> {
    let site = json!({
        "title": "Blog", "base_url": "https://blog.example/", "language": language, "page_size": 1,
        "navigation": [{ "label": "Tags", "href": "/tags/" }],
    });
    let notes = "> [!NOTE]\n> Text.[^1]\n\n## One\n\n- [x] Done\n\nPress <kbd>K</kbd> for `a()`.\n\n```rust\nb();\n```\n\n## Two\n\n| a |\n|---|\n| b |\n\n## Three\n\n[^1]: Note.\n";
    let mut files = vec![("content/site.json".to_owned(), site.to_string())];
    for (slug, head) in [
        (
            "first",
            "date: 2024-05-01\nupdated: 2024-06-02\nauthors: [Ada, Ben, Iris]\nseries: S",
        ),
        ("second", "date: 2024-07-03\nauthors: [Ada]\nseries: S"),
    ] {
        files.push((
            format!("content/articles/{slug}.md"),
            format!("---\ntitle: The {slug}\n{head}\ntags: [a, b]\n---\n{notes}"),
        ));
    }
    files.extend(articles.iter().map(|(slug, text)| {
        let path = format!("content/articles/{slug}.md");
        (path, (*text).to_owned())
    }));
    Blog::build(&files).await
}
