//! Replies from another place: in the finished page, in the app's, and newer ones at a press, from a stand-in for that place.

use anyhow::{Result, ensure};
use browser_tests::find::{button, link, region};
use browser_tests::runner::{Journey, navigation_api};
use browser_tests::server::{Answer, Server, Site};
use browser_tests::wait::until;
use browser_tests::{Engine, Page, Stage, journeys};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::blog::Blog;
use crate::site;
use crate::whole_site::axe_finds_nothing;

pub const JOURNEYS: &[Journey] = journeys![
    replies_are_below_the_article_and_newer_ones_come_at_a_press,
    replies_are_in_the_pages_of_the_app where navigation_api,
    what_is_no_answer_leaves_replies_as_they_are,
    replies_need_no_scripts,
];

/// What is asked for.
const CONTEXT: &str = "/api/v1/statuses/123/context";

/// A blog with one reply, and the place that it came from.
struct Talk {
    blog: Blog,
    place: Server,
    _folder: TempDir,
}

fn post(name: &str, words: &str) -> Value {
    json!({
        "url": format!("https://a.example/@{name}/1"), "created_at": "2024-05-02T10:00:00Z", "visibility": "public",
        "content": format!("<p>{words}</p>"), "account": { "display_name": name, "acct": "x" },
    })
}

impl Talk {
    async fn new() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        std::fs::write(
            folder.path().join("_headers"),
            "/*\n  Access-Control-Allow-Origin: *\n",
        )?;
        std::fs::write(folder.path().join("404.html"), "")?;
        let place = Server::start(Site::new(folder.path(), "/")).await?;
        place.leave_pages_alone();
        let host = place.origin().trim_start_matches("http://").to_owned();
        let site = json!({
            "title": "Blog", "base_url": "https://blog.example/",
            "allow": [{ "host": host, "what": "connect", "when": "click", "purpose": "Newer replies" }],
        });
        let kept = json!({ "version": 1, "mastodon": [
            { "author": "Wren", "url": "https://a.example/@Wren/1", "published": "2024-05-02", "text": "It was\nthere." },
        ] });
        let head = format!(
            "---\ntitle: Press\ndate: 2024-05-01\nreplies: http://{host}/@me/123\n---\nText.\n"
        );
        let files = [
            ("content/site.json", site.to_string()),
            ("content/articles/press.md", head),
            (
                "content/articles/other.md",
                "---\ntitle: Other\ndate: 2024-04-01\n---\nText.\n".into(),
            ),
            ("content/replies/press.json", kept.to_string()),
        ];
        let files = files.map(|(path, text)| (path.to_owned(), text));
        Ok(Self {
            blog: Blog::build(&files).await?,
            place,
            _folder: folder,
        })
    }

    fn answer(&self, body: impl Into<String>) {
        let answer = Answer::new(body.into()).with_media_type("application/json");
        self.place.answer(CONTEXT, answer);
    }

    async fn load(&self, stage: &Stage<'_>, path: &str) -> Result<Page> {
        let page = stage.load("/404.html").await?;
        page.go(&self.blog.server.url(path)).await?;
        Ok(page)
    }
}

async fn sees(page: &Page, texts: &[&str]) -> Result<()> {
    until(&format!("the replies {texts:?}"), async || {
        let text = page.text(&region("Replies")).await?;
        ensure!(
            texts.iter().all(|wanted| text.contains(wanted)),
            "there is {text:?}"
        );
        Ok(Some(()))
    })
    .await
}

async fn replies_are_below_the_article_and_newer_ones_come_at_a_press(
    stage: &Stage<'_>,
) -> Result<()> {
    let talk = Talk::new().await?;
    let hostile = "&lt;img src=x&gt;<img src=x onerror=alert(1)><script>alert(2)</script>";
    talk.answer(json!({ "descendants": [post("Ada", "Newer"), post("Eve", hostile)] }).to_string());
    let page = talk.load(stage, "/articles/press/").await?;
    sees(&page, &["Wren", "May 2, 2024", "It was", "Reply on"]).await?;
    page.ready().await?;
    ensure!(
        talk.place.requests().is_empty(),
        "the place was asked without a press"
    );
    if stage.flavour.engine == Engine::Chromium {
        axe_finds_nothing(&page, "/articles/press/").await?;
    }
    page.click(&button("Load newer replies")).await?;
    sees(
        &page,
        &[
            "2 replies",
            "Ada",
            "Newer",
            "Eve",
            "<img src=x>",
            "Reply on",
        ],
    )
    .await?;
    page.see_no(&link("Wren")).await?;
    let foreign: usize = page
        .js("return document.querySelectorAll('.replies :is(img, script)').length")
        .await?;
    ensure!(foreign == 0, "markup of others is in the page");
    talk.answer(json!({ "descendants": [] }).to_string());
    page.click(&button("Load newer replies")).await?;
    sees(&page, &["0 replies", "Reply on"]).await?;
    page.see_no(&link("Ada")).await
}

async fn replies_are_in_the_pages_of_the_app(stage: &Stage<'_>) -> Result<()> {
    let talk = Talk::new().await?;
    talk.answer(json!({ "descendants": [post("Ada", "Newer")] }).to_string());
    let page = talk.load(stage, "/articles/other/").await?;
    page.ready().await?;
    page.see_no(&region("Replies")).await?;
    site::go(&page, "/articles/press/").await?;
    sees(&page, &["Wren", "May 2, 2024", "It was", "Reply on"]).await?;
    page.click(&button("Load newer replies")).await?;
    sees(&page, &["1 reply", "Ada", "Newer"]).await
}

async fn what_is_no_answer_leaves_replies_as_they_are(stage: &Stage<'_>) -> Result<()> {
    let talk = Talk::new().await?;
    let page = talk.load(stage, "/articles/press/").await?;
    page.ready().await?;
    for body in ["{}", "no JSON", r#"{"descendants":{"a":1}}"#] {
        talk.answer(body);
        page.click(&button("Load newer replies")).await?;
        sees(&page, &["Wren", "It was", "cannot be shown"]).await?;
    }
    Ok(())
}

async fn replies_need_no_scripts(stage: &Stage<'_>) -> Result<()> {
    let talk = Talk::new().await?;
    talk.blog.server.forbid_scripts(true);
    stage.switch_scripts_off().await?;
    let page = talk.load(stage, "/articles/press/").await?;
    let shown = "return [document.querySelector('.replies').innerText.includes('It was'), \
                 document.querySelector('.replies button').checkVisibility()]";
    until("the replies without a button", async || {
        let shown: (bool, bool) = page.js(shown).await?;
        // WebKit does not know that scripts are off.
        let has_button = stage.flavour.engine == Engine::Webkit;
        Ok((shown == (true, has_button)).then_some(()))
    })
    .await
}
