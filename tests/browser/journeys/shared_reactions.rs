//! Reactions of all readers: counted by the endpoint of `packaging/open-heart`, and by stand-ins that answer wrongly.

use anyhow::{Context, Result, ensure};
use browser_tests::find::{Find, button, group, region};
use browser_tests::runner::Journey;
use browser_tests::server::{Answer, Server, Site};
use browser_tests::wait::until;
use browser_tests::{Engine, Page, Stage, journeys, paths};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

use crate::blog::Blog;
use crate::whole_site::axe_finds_nothing;

pub const JOURNEYS: &[Journey] = journeys![
    counts_are_asked_for_at_a_sign_of_reading,
    what_a_reader_gives_is_counted_once,
    odd_answers_show_no_numbers,
    no_answer_shows_no_numbers,
];

/// The article, as the endpoint knows it.
const ID: &str = "/blog.example/articles/new/";

fn reaction(label: &str) -> Find {
    button(label).within(group("React to this article"))
}

/// A blog whose reactions are counted at this origin.
async fn blog(origin: &str) -> Result<Blog> {
    let host = origin.trim_start_matches("http://");
    let site = json!({
        "title": "Blog", "base_url": "https://blog.example/",
        "reactions_endpoint": format!("{origin}/{{url}}"),
        "allow": [{ "host": host, "what": "connect", "when": "always", "purpose": "Counting" }],
    });
    let files = [
        ("content/site.json", site.to_string()),
        (
            "content/articles/new.md",
            "---\ntitle: New\ndate: 2024-05-01\n---\nText.\n".into(),
        ),
    ];
    Blog::build(&files.map(|(path, text)| (path.to_owned(), text))).await
}

async fn load(stage: &Stage<'_>, blog: &Blog) -> Result<Page> {
    let page = stage.load("/404.html").await?;
    page.go(&blog.server.url("/articles/new/")).await?;
    Ok(page)
}

async fn sees(page: &Page, numbers: &str) -> Result<()> {
    until(&format!("the numbers {numbers:?}"), async || {
        let text = page.text(&region("React to this article")).await?;
        let text = text.replace('\u{A0}', " ");
        ensure!(text.contains(numbers), "there is {text:?}");
        Ok(Some(()))
    })
    .await
}

/// Somebody who counts, and answers what a journey wants.
struct Counter {
    server: Server,
    _folder: TempDir,
}

impl Counter {
    async fn new() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let headers = "/*\n  Access-Control-Allow-Origin: *\n";
        std::fs::write(folder.path().join("_headers"), headers)?;
        std::fs::write(folder.path().join("404.html"), "")?;
        let server = Server::start(Site::new(folder.path(), "/")).await?;
        server.leave_pages_alone();
        Ok(Self {
            server,
            _folder: folder,
        })
    }

    fn answer(&self, body: impl Into<String>) {
        let answer = Answer::new(body.into()).with_media_type("application/json");
        self.server.answer(ID, answer);
    }
}

async fn counts_are_asked_for_at_a_sign_of_reading(stage: &Stage<'_>) -> Result<()> {
    let counter = Counter::new().await?;
    counter.answer(r#"{"❤️":1200,"💣":9,"👍":3}"#);
    let blog = blog(&counter.server.origin()).await?;
    let page = load(stage, &blog).await?;
    ensure!(
        counter.server.requests().is_empty(),
        "it is asked before a sign"
    );
    page.ready().await?;
    sees(&page, "All readers: 👍 3 ❤️ 1,200").await?;
    page.see(&reaction("Like").pressed(false)).await?;
    let origin = counter.server.origin();
    let host = origin.trim_start_matches("http://");
    let told = format!("(what you press is also counted at {host})");
    sees(&page, &told).await?;
    ensure!(counter.server.count(ID) == 1);
    if stage.flavour.engine == Engine::Chromium {
        axe_finds_nothing(&page, "an article with counts").await?;
    }
    Ok(())
}

/// The endpoint that we bring; it stops when dropped.
struct Endpoint {
    node: Child,
    origin: String,
    _folder: TempDir,
}

impl Endpoint {
    fn start() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let mut node = Command::new("node")
            .arg(paths::workspace().join("packaging/open-heart/server.mjs"))
            .envs([("HOSTS", "blog.example"), ("PORT", "0")])
            .env("FILE", folder.path().join("reactions.json"))
            .stdout(Stdio::piped())
            .spawn()?;
        let mut said = String::new();
        let output = node.stdout.take().context("it says nothing")?;
        BufReader::new(output).read_line(&mut said)?;
        let port = said.trim().rsplit(' ').next().context("no port")?;
        Ok(Self {
            origin: format!("http://127.0.0.1:{port}"),
            node,
            _folder: folder,
        })
    }
}

impl Drop for Endpoint {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.node.kill();
        let _ = self.node.wait();
    }
}

async fn what_a_reader_gives_is_counted_once(stage: &Stage<'_>) -> Result<()> {
    let endpoint = Endpoint::start()?;
    let blog = blog(&endpoint.origin).await?;
    let page = load(stage, &blog).await?;
    page.ready().await?;
    page.click(&reaction("Like")).await?;
    sees(&page, "All readers: 👍 1").await?;
    // Taken back, it is the reader's own no more; given again, it is not one more.
    page.click(&reaction("Like")).await?;
    page.see(&reaction("Like").pressed(false)).await?;
    page.click(&reaction("Like")).await?;
    page.click(&reaction("Thank you")).await?;
    sees(&page, "All readers: 👍 1 🙏 1").await?;
    page.reload().await?;
    page.ready().await?;
    sees(&page, "All readers: 👍 1 🙏 1").await?;
    page.see(&reaction("Like").pressed(true)).await?;
    page.see(&reaction("Love").pressed(false)).await?;
    Ok(())
}

async fn odd_answers_show_no_numbers(stage: &Stage<'_>) -> Result<()> {
    let counter = Counter::new().await?;
    counter.answer(
        r#"{"👍":"7","❤️":2,"💡":-1,"😮":1e300,"🙏":{"a":1},"__proto__":{"👍":5},"<b>":1}"#,
    );
    let blog = blog(&counter.server.origin()).await?;
    let page = load(stage, &blog).await?;
    page.ready().await?;
    sees(&page, "All readers: ❤️ 2").await?;
    let shown = page.text(&region("React to this article")).await?;
    ensure!(shown.contains("2 (what"), "{shown}");
    counter.answer("[7]");
    page.reload().await?;
    page.ready().await?;
    sees(&page, "All readers: 0 (what").await?;
    let long = format!(r#"{{"👍":4,"x":"{}"}}"#, "x".repeat(10_000_000));
    for odd in ["", "null", "7", "\"👍\"", "{\"👍\":", "<p>👍</p>", &long] {
        counter.answer(odd);
        page.reload().await?;
        page.ready().await?;
        // When this answer has been read, the one before has been.
        let read = "const { counts } = document.documentElement.dataset; \
            await (await fetch(counts.replace('{path}', location.pathname))).text(); \
            await new Promise(requestAnimationFrame); return null";
        page.js_async::<Value>(read).await?;
        let shown = page.text(&region("React to this article")).await?;
        let odd = odd.get(..20).unwrap_or(odd);
        ensure!(!shown.contains("All readers"), "{odd}: {shown}");
    }
    Ok(())
}

async fn no_answer_shows_no_numbers(stage: &Stage<'_>) -> Result<()> {
    let counter = Counter::new().await?;
    let gate = counter.server.hold(ID);
    let blog = blog(&counter.server.origin()).await?;
    let page = load(stage, &blog).await?;
    page.ready().await?;
    // Reactions are the reader's own all the while.
    page.click(&reaction("Like")).await?;
    page.see(&reaction("Like").pressed(true)).await?;
    let shown = page.text(&region("React to this article")).await?;
    ensure!(!shown.contains("All readers"), "{shown}");
    gate.open();
    Ok(())
}
