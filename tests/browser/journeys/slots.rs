//! What the publisher puts into pages, and who is asked for it: another server, which counts what comes.

use anyhow::{Result, ensure};
use browser_tests::find::{button, heading, link, named, region};
use browser_tests::runner::{Journey, navigation_api};
use browser_tests::server::{Answer, Server, Site};
use browser_tests::wait::until;
use browser_tests::{Engine, Page, Stage, journeys};
use serde_json::json;
use tempfile::TempDir;

use crate::blog::Blog;
use crate::whole_site::fits_a_narrow_window;

pub const JOURNEYS: &[Journey] = journeys![
    a_frame_asks_nobody_until_its_link_is_pressed,
    a_link_that_is_pressed_before_the_app_is_there_waits_for_it,
    without_scripts_the_link_of_a_frame_leads_there,
    a_page_of_the_app_has_its_slots_too where navigation_api,
    each_page_is_counted_once where navigation_api,
    a_form_is_sent_without_scripts,
    readers_find_who_is_asked where navigation_api,
    slots_fit_a_narrow_window,
];

/// A blog with comments, a newsletter and a counter at somebody else's.
struct Publisher {
    blog: Blog,
    other: Server,
    _folder: TempDir,
}

const WIDGET: &str = "<!DOCTYPE html><title>W</title><p>Comments are here.";

impl Publisher {
    async fn new() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        std::fs::write(folder.path().join("404.html"), "")?;
        let other = Server::start(Site::new(folder.path(), "/")).await?;
        other.leave_pages_alone();
        other.withhold_header("content-security-policy");
        for path in ["/widget", "/subscribe"] {
            other.answer(path, Answer::new(WIDGET).with_media_type("text/html"));
        }
        other.answer(
            "/hit",
            Answer::new("<svg xmlns='http://www.w3.org/2000/svg'/>")
                .with_media_type("image/svg+xml"),
        );
        let origin = other.origin();
        let host = origin.trim_start_matches("http://");
        let allow =
            |what: &str, purpose: &str| json!({ "host": host, "what": what, "purpose": purpose });
        let site = json!({
            "title": "Blog", "base_url": "https://blog.example/",
            "allow": [allow("frame", "Comments"), allow("form", "The newsletter"), allow("image", "Counting visits")],
        });
        let article = |title: &str, day: u8| {
            format!("---\ntitle: {title}\ndate: 2024-05-0{day}\n---\nText.\n")
        };
        let counter =
            format!("<img src=\"{origin}/hit?{{path}}\" alt=\"\" width=\"1\" height=\"1\">");
        let comments = format!(
            "<iframe src=\"{origin}/widget?{{path}}\" title=\"Comments\" height=\"300\"></iframe>"
        );
        let form = format!(
            "<form action=\"{origin}/subscribe\" method=\"post\"><label>E-mail <input type=\"email\" name=\"email\"></label> <button>Subscribe</button></form>"
        );
        let files = [
            ("content/site.json", site.to_string()),
            ("content/articles/first.md", article("First", 1)),
            ("content/articles/second.md", article("Second", 2)),
            (
                "content/slots/after-article.html",
                [&comments, "\n", &counter].concat(),
            ),
            ("content/slots/after-list.html", counter.clone()),
            ("content/slots/footer.html", form),
        ];
        let files = files.map(|(path, text)| (path.to_owned(), text));
        Ok(Self {
            blog: Blog::build(&files).await?,
            other,
            _folder: folder,
        })
    }

    /// Loads a path, and the app.
    async fn open(&self, stage: &Stage<'_>, path: &str) -> Result<Page> {
        let page = self.load(stage, path).await?;
        page.ready().await?;
        Ok(page)
    }

    async fn load(&self, stage: &Stage<'_>, path: &str) -> Result<Page> {
        let page = stage.load("/404.html").await?;
        page.go(&self.blog.server.url(path)).await?;
        Ok(page)
    }

    /// What the other server was asked for at a path: the queries.
    fn asked(&self, path: &str) -> Vec<String> {
        let requests = self.other.requests().into_iter();
        let asked = requests.filter(|request| request.path == path);
        asked
            .map(|request| request.query.unwrap_or_default())
            .collect()
    }

    async fn is_asked(&self, path: &str, queries: &[&str]) -> Result<()> {
        until(&format!("{path} to be asked for {queries:?}"), async || {
            let asked = self.asked(path);
            ensure!(asked == queries, "it was asked for {asked:?}");
            Ok(Some(()))
        })
        .await
    }
}

async fn a_frame_asks_nobody_until_its_link_is_pressed(stage: &Stage<'_>) -> Result<()> {
    let publisher = Publisher::new().await?;
    let page = publisher.open(stage, "/articles/first/").await?;
    publisher
        .is_asked("/hit", &["%2Farticles%2Ffirst%2F"])
        .await?;
    publisher.is_asked("/widget", &[]).await?;
    page.click(&link("Comments")).await?;
    publisher
        .is_asked("/widget", &["%2Farticles%2Ffirst%2F"])
        .await?;
    page.see_no(&link("Comments")).await?;
    let focused: bool = page
        .js("return document.activeElement.title === 'Comments'")
        .await?;
    ensure!(focused, "the frame has not the focus");
    ensure!(page.path().await? == "/articles/first/");
    Ok(())
}

async fn a_link_that_is_pressed_before_the_app_is_there_waits_for_it(
    stage: &Stage<'_>,
) -> Result<()> {
    let publisher = Publisher::new().await?;
    let page = publisher.load(stage, "/articles/first/").await?;
    page.click(&link("Comments")).await?;
    publisher
        .is_asked("/widget", &["%2Farticles%2Ffirst%2F"])
        .await?;
    page.comes_alive().await?;
    ensure!(page.path().await? == "/articles/first/");
    Ok(())
}

async fn without_scripts_the_link_of_a_frame_leads_there(stage: &Stage<'_>) -> Result<()> {
    let publisher = Publisher::new().await?;
    publisher.blog.server.forbid_scripts(true);
    stage.switch_scripts_off().await?;
    let page = publisher.load(stage, "/articles/first/").await?;
    publisher.is_asked("/widget", &[]).await?;
    page.click(&link("Comments")).await?;
    until("the page of the comments", async || {
        Ok((page.title().await? == "W").then_some(()))
    })
    .await
}

async fn a_page_of_the_app_has_its_slots_too(stage: &Stage<'_>) -> Result<()> {
    let publisher = Publisher::new().await?;
    let page = publisher.open(stage, "/").await?;
    page.click(&link("Second").within(named("heading", "Second")))
        .await?;
    page.arrive("/articles/second/").await?;
    page.see(&heading("Second")).await?;
    page.click(&link("Comments")).await?;
    publisher
        .is_asked("/widget", &["%2Farticles%2Fsecond%2F"])
        .await
}

async fn each_page_is_counted_once(stage: &Stage<'_>) -> Result<()> {
    let publisher = Publisher::new().await?;
    let page = publisher.open(stage, "/").await?;
    let second = link("Second").within(named("heading", "Second"));
    // Who only points at a link is not counted, though its page may be built.
    page.hover(&second).await?;
    page.until_true("the page to be prefetched", "return performance.getEntriesByType('resource').some(({ name }) => name.endsWith('second.json'))").await?;
    publisher.is_asked("/hit", &["%2F"]).await?;
    page.click(&second).await?;
    page.arrive("/articles/second/").await?;
    publisher
        .is_asked("/hit", &["%2F", "%2Farticles%2Fsecond%2F"])
        .await
}

async fn a_form_is_sent_without_scripts(stage: &Stage<'_>) -> Result<()> {
    let publisher = Publisher::new().await?;
    if stage.flavour.engine != Engine::Webkit {
        publisher.blog.server.forbid_scripts(true);
        stage.switch_scripts_off().await?;
    }
    let page = publisher.load(stage, "/").await?;
    page.focus(&named("textbox", "E-mail")).await?;
    page.type_text("ada@blog.example").await?;
    page.click(&button("Subscribe")).await?;
    until("the form to arrive", async || {
        let requests = publisher.other.requests();
        let sent = requests
            .iter()
            .any(|request| request.path == "/subscribe" && request.method == "POST");
        Ok(sent.then_some(()))
    })
    .await
}

async fn readers_find_who_is_asked(stage: &Stage<'_>) -> Result<()> {
    let publisher = Publisher::new().await?;
    let page = publisher.open(stage, "/articles/first/").await?;
    page.click(&link("Your page")).await?;
    page.arrive("/you/").await?;
    let asked = page.text(&region("Who else is asked")).await?;
    for sentence in [
        "Only after you press or send something: Comments",
        "When you open a page: Counting visits",
    ] {
        ensure!(asked.contains(sentence), "{asked}");
    }
    Ok(())
}

async fn slots_fit_a_narrow_window(stage: &Stage<'_>) -> Result<()> {
    let publisher = Publisher::new().await?;
    let paths = ["/", "/articles/first/", "/you/"];
    fits_a_narrow_window(stage, &publisher.blog.server, &paths).await
}
