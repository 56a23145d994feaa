//! The host sends what the build asks of it: our own server by `_headers`, nginx and Caddy by the
//! configurations written for them.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Journey;
use browser_tests::{Page, Stage, journeys};
use serde::Deserialize;
use serde_json::json;

use crate::site::{self, LEAK};

pub const JOURNEYS: &[Journey] = journeys![
    every_kind_of_file_has_its_headers,
    addresses_are_forgiven_and_old_ones_lead_on,
    what_is_missing_or_not_for_readers_is_not_found,
];

/// What a fetch came to, redirects followed.
#[derive(Deserialize)]
struct Answer {
    status: u16,
    path: String,
    headers: BTreeMap<String, String>,
}

impl Answer {
    /// Refuses a header that does not begin with this.
    fn has(&self, name: &str, beginning: &str) -> Result<()> {
        let value = self.headers.get(name);
        let value = value.with_context(|| format!("{} without {name}", self.path))?;
        ensure!(
            value.starts_with(beginning),
            "{}: {name}: {value}, not {beginning}",
            self.path
        );
        Ok(())
    }
}

async fn ask(stage: &Stage<'_>, page: &Page, path: &str) -> Result<Answer> {
    let url = json!(stage.server.path(path));
    let script = format!(
        "const answer = await fetch({url}, {{ cache: 'no-store' }}); await answer.text(); \
         return {{ status: answer.status, path: new URL(answer.url).pathname, \
                   headers: Object.fromEntries(answer.headers) }}"
    );
    page.js_async(&script).await
}

async fn every_kind_of_file_has_its_headers(stage: &Stage<'_>) -> Result<()> {
    const FOR_EVER: &str = "public, max-age=31536000, immutable";
    let page = stage.load("/you/").await?;
    let (script, wasm) = (
        site::asset(stage, "start", ".js")?,
        site::asset(stage, "app", ".wasm")?,
    );
    let markdown = "/content/articles/claude-code-leak-ai-security.md";
    for (path, media_type, cache_control) in [
        ("/", "text/html; charset=utf-8", "no-cache"),
        (LEAK, "text/html; charset=utf-8", "no-cache"),
        (&script, "text/javascript; charset=utf-8", FOR_EVER),
        (&wasm, "application/wasm", FOR_EVER),
        ("/content/site.json", "application/json", "no-cache"),
        (markdown, "text/markdown; charset=utf-8", "no-cache"),
        ("/atom.xml", "", "no-cache"),
        ("/favicon.svg", "image/svg+xml", "no-cache"),
        ("/site.webmanifest", "application/manifest+json", "no-cache"),
        ("/embed/v1.js", "text/javascript; charset=utf-8", "no-cache"),
    ] {
        let answer = ask(stage, &page, path).await?;
        ensure!(answer.status == 200, "{path}: {}", answer.status);
        answer.has("content-type", media_type)?;
        answer.has("cache-control", cache_control)?;
        answer.has("x-content-type-options", "nosniff")?;
        // Below embed/, pages have policies of their own, and what is no page has none.
        if !path.starts_with("/embed/") {
            answer.has("content-security-policy", "default-src 'none'; ")?;
        }
        let is_compressed = answer.headers.contains_key("content-encoding");
        let is_long = [&script, &wasm].map(String::as_str).contains(&path);
        ensure!(
            is_compressed || !is_long || stage.server.site().upstream.is_none(),
            "{path} is not sent compressed"
        );
    }
    Ok(())
}

async fn addresses_are_forgiven_and_old_ones_lead_on(stage: &Stage<'_>) -> Result<()> {
    let page = stage.load("/you/").await?;
    let mut expected = vec![(LEAK.trim_end_matches('/'), LEAK)];
    if !stage.server.path("").is_empty() {
        expected.push(("", "/"));
    }
    if stage.server.site().upstream.is_some() {
        // Without a server that knows, a page leads on.
        let (old, now) = ("reports-of-my-death", "the-format-nobody-owns");
        let [old, now] = [old, now].map(|slug| format!("/articles/{slug}/"));
        let answer = ask(stage, &page, &old).await?;
        ensure!(answer.path == stage.server.path(&now), "{}", answer.path);
    }
    for (asked, answered) in expected {
        let answer = ask(stage, &page, asked).await?;
        ensure!(answer.status == 200, "{asked}: {}", answer.status);
        ensure!(
            answer.path == stage.server.path(answered),
            "{asked}: {}",
            answer.path
        );
    }
    Ok(())
}

async fn what_is_missing_or_not_for_readers_is_not_found(stage: &Stage<'_>) -> Result<()> {
    let page = stage.load("/you/").await?;
    let mut missing = vec!["/articles/never-written/", "/content/nothing.json"];
    if stage.server.site().upstream.is_some() {
        missing.extend(["/_headers", "/_redirects", "/_hosting/nginx.conf"]);
    }
    for path in missing {
        let answer = ask(stage, &page, path).await?;
        ensure!(answer.status == 404, "{path}: {}", answer.status);
        answer.has("content-type", "text/html")?;
        // Below embed/, pages have policies of their own, and what is no page has none.
        if !path.starts_with("/embed/") {
            answer.has("content-security-policy", "default-src 'none'; ")?;
        }
        answer.has("cache-control", "no-cache")?;
    }
    if stage.server.site().upstream.is_some() {
        let answer = ask(stage, &page, "/assets/start-none.js").await?;
        let for_ever = answer.headers.get("cache-control");
        let for_ever = for_ever.is_some_and(|value| value.contains("immutable"));
        ensure!(answer.status == 404 && !for_ever, "it is missing for ever");
    }
    Ok(())
}
