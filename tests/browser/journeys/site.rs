//! What the journeys know about the sample site: a few addresses, and what its data files say.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result};
use browser_tests::server::files_in;
use browser_tests::{Page, Stage};
use serde::Deserialize;
use serde_json::Value;

/// The article most journeys read.
pub const LEAK: &str = "/articles/claude-code-leak-ai-security/";
/// The article that shows everything.
pub const SPECIMEN: &str = "/articles/specimen-sheet/";
/// An article of few headings.
pub const WITHOUT_HEADINGS: &str = "/articles/a-short-life-of-the-pilcrow/";
/// Long, and nothing but headings and paragraphs.
pub const PACKING_LIST: &str = "/articles/read-the-packing-list/";
pub const LEAK_TITLE: &str = "What the Claude Code Leak Means for AI Development and Security";
/// Where its reactions are kept, for a site below this server's base path.
pub fn leak_key(stage: &Stage<'_>) -> String {
    let below = stage.server.path("/claude-code-leak-ai-security");
    format!("recto:reactions:{}", below.trim_start_matches('/'))
}

/// The part of an article's JSON that journeys read.
#[derive(Debug, Deserialize)]
pub struct ArticleData {
    pub tags: Vec<Term>,
    pub authors: Vec<Author>,
    pub related: Vec<Related>,
    next: Option<Link>,
    previous: Option<Link>,
}

#[derive(Debug, Deserialize)]
struct Link {
    slug: String,
}

#[derive(Debug, Deserialize)]
pub struct Term {
    pub slug: String,
    pub name: String,
}

#[derive(Debug, Deserialize)]
pub struct Author {
    pub id: String,
    pub name: String,
}

/// An article that another one leads to.
#[derive(Debug, Deserialize)]
#[serde(from = "RelatedData")]
pub struct Related {
    pub slug: String,
    pub title: String,
    pub reason: String,
}

#[derive(Deserialize)]
struct RelatedData {
    article: Summary,
    reason: String,
}

#[derive(Deserialize)]
struct Summary {
    slug: String,
    title: String,
}

impl From<RelatedData> for Related {
    fn from(RelatedData { article, reason }: RelatedData) -> Self {
        Self {
            slug: article.slug,
            title: article.title,
            reason,
        }
    }
}

impl Related {
    pub fn path(&self) -> String {
        format!("/articles/{}/", self.slug)
    }

    pub fn data_path(&self) -> String {
        format!("/content/articles/{}.json", self.slug)
    }

    pub fn markdown_path(&self) -> String {
        format!("/content/articles/{}.md", self.slug)
    }
}

/// What the leak's JSON says; of what is related, what the page shows.
pub fn leak(stage: &Stage<'_>) -> Result<ArticleData> {
    let mut leak: ArticleData = serde_json::from_value(leak_json(stage)?)?;
    let next = leak.next.as_ref().or(leak.previous.as_ref());
    let next = next.map(|next| next.slug.clone());
    leak.related
        .retain(|post| Some(&post.slug) != next.as_ref());
    leak.related.truncate(3);
    Ok(leak)
}

pub fn leak_json(stage: &Stage<'_>) -> Result<Value> {
    Ok(serde_json::from_slice(&file(
        stage,
        "content/articles/claude-code-leak-ai-security.json",
    )?)?)
}

/// The title of the document that shows this heading.
pub fn document_title(stage: &Stage<'_>, heading: &str) -> Result<String> {
    let site: Value = serde_json::from_slice(&file(stage, "content/site.json")?)?;
    let site = site["title"]
        .as_str()
        .context("site.json without a title")?;
    Ok(if heading.is_empty() {
        site.to_owned()
    } else {
        format!("{heading} · {site}")
    })
}

/// The address the site says this path has.
pub fn canonical(stage: &Stage<'_>, path: &str) -> Result<String> {
    let site: Value = serde_json::from_slice(&file(stage, "content/site.json")?)?;
    let base = site["base_url"]
        .as_str()
        .context("site.json without a base_url")?;
    Ok(format!("{}{path}", base.trim_end_matches('/')))
}

/// A page of the sample's `public/` that plays somebody else's, with all embeds in it.
pub const ELSEWHERE: &str = "/elsewhere/";

/// The paths of all prerendered pages that have an address of their own. An old address that sends readers on has no page;
/// what is embedded is an embed of one.
pub fn pages(stage: &Stage<'_>) -> Result<BTreeSet<String>> {
    let dist = &stage.server.site().dist;
    let mut pages = BTreeSet::new();
    for file in files_in(dist)? {
        let Some(path) = file.strip_suffix("index.html") else {
            continue;
        };
        let html = fs::read_to_string(dist.join(file.trim_start_matches('/')))?;
        if !html.contains("http-equiv=\"refresh\"")
            && ![ELSEWHERE, "/embed/", "/write/"]
                .iter()
                .any(|folder| path.starts_with(folder))
        {
            pages.insert(path.to_owned());
        }
    }
    Ok(pages)
}

/// One page of each kind.
pub fn kinds_of_pages(stage: &Stage<'_>) -> Result<Vec<String>> {
    let leak = leak(stage)?;
    let tag = leak.tags.first().context("the leak has no tags")?;
    let author = leak.authors.first().context("the leak has no author")?;
    let mut series = pages(stage)?.into_iter();
    let series = series.find(|path| path.starts_with("/series/") && path.len() > "/series/".len());
    Ok(vec![
        "/".to_owned(),
        "/page/2/".to_owned(),
        LEAK.to_owned(),
        "/tags/".to_owned(),
        format!("/tags/{}/", tag.slug),
        "/authors/".to_owned(),
        format!("/authors/{}/", author.id),
        "/archive/".to_owned(),
        "/about/".to_owned(),
        "/series/".to_owned(),
        series.context("the sample has no series")?,
        "/you/".to_owned(),
        "/search/?q=type".to_owned(),
        "/no/such/page/".to_owned(),
    ])
}

/// The path of the one file whose name begins and ends so, whatever hash is in between.
pub fn asset(stage: &Stage<'_>, start: &str, end: &str) -> Result<String> {
    let files = files_in(&stage.server.site().dist)?;
    let is_it = |path: &&String| {
        let name = path.rsplit('/').next().unwrap_or_default();
        name.starts_with(start) && name.ends_with(end)
    };
    files
        .iter()
        .find(is_it)
        .cloned()
        .with_context(|| format!("no {start}…{end} in dist/"))
}

pub fn file(stage: &Stage<'_>, path: &str) -> Result<Vec<u8>> {
    let path = stage.server.site().dist.join(path.trim_start_matches('/'));
    fs::read(&path).with_context(|| path.display().to_string())
}

/// Goes to a path as a click on a link to it does, wherever there is none, and waits until the app has shown it.
pub async fn navigate(stage: &Stage<'_>, page: &Page, path: &str) -> Result<()> {
    go(page, &stage.server.path(path)).await?;
    page.arrive(path).await
}

/// The same, for a path of the page's origin.
pub async fn go(page: &Page, path: &str) -> Result<()> {
    let go = "window.__shown = false; \
              addEventListener('recto-shown', () => { window.__shown = true }, { once: true }); \
              navigation.navigate(arguments[0]).finished.catch(() => {})";
    page.js_with::<Value>(go, vec![path.into()]).await?;
    page.until_true(
        &format!("the app to show {path}"),
        "return window.__shown === true",
    )
    .await
}

/// Reads the article to its end: screen by screen, by a clock that says it has taken an hour.
pub async fn read_to_the_end(page: &Page) -> Result<()> {
    page.js_async::<Value>(
        "const now = window.Date.now; window.Date.now = () => now() + 3_600_000; \
         const end = document.querySelector('.prose').getBoundingClientRect().bottom + scrollY; \
         for (let y = 0; y < end; y += innerHeight / 2) { \
           scrollTo({ top: y, behavior: 'instant' }); \
           await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20))); \
         } return null",
    )
    .await?;
    page.until_true(
        "the bar to be full",
        "return document.querySelector('.reading-bar').style.inlineSize === '100%'",
    )
    .await
}

/// A reader who has chosen this before, under "Aa".
pub fn prefer(stage: &Stage<'_>, name: &str, value: &str) {
    let key = format!(
        "recto:preferences:{}",
        stage.server.path("/").trim_start_matches('/')
    );
    let chosen = serde_json::json!({ "v": 1, name: value }).to_string();
    let [key, chosen] = [key, chosen].map(|text| serde_json::json!(text));
    stage
        .server
        .run_first(&format!("localStorage.setItem({key}, {chosen});"));
}

/// A reader who asked to save data: nothing is fetched ahead, so a click's requests are the click's own.
pub fn ask_to_save_data(stage: &Stage<'_>) {
    stage.server.run_first(
        "Object.defineProperty(Navigator.prototype, 'connection', \
         { configurable: true, get: () => ({ saveData: true, effectiveType: '4g' }) });",
    );
}
