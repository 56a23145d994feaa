//! A film of somebody else's, on a stand-in for PeerTube: a link that stands for the player until it is pressed.

use anyhow::{Result, ensure};
use browser_tests::find::{link, named};
use browser_tests::runner::{Journey, navigation_api};
use browser_tests::server::{Answer, Server, Site};
use browser_tests::wait::until;
use browser_tests::{Page, Stage, journeys};
use serde_json::json;
use tempfile::TempDir;

use crate::blog::Blog;
use crate::whole_site::fits_a_narrow_window;

pub const JOURNEYS: &[Journey] = journeys![
    a_player_is_loaded_at_the_press,
    a_press_before_the_app_is_there_is_not_lost,
    a_page_of_the_app_has_its_players_too where navigation_api,
    without_scripts_the_link_leads_to_the_film,
    players_fit_a_narrow_window,
];

const PLAYER: &str = "/videos/embed/Ab1";

/// A blog with a film at somebody else's.
struct Cinema {
    blog: Blog,
    place: Server,
    _folder: TempDir,
}

impl Cinema {
    async fn new() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        std::fs::write(folder.path().join("404.html"), "")?;
        let place = Server::start(Site::new(folder.path(), "/")).await?;
        place.leave_pages_alone();
        place.withhold_header("content-security-policy");
        for (path, title) in [(PLAYER, "The player"), ("/w/Ab1", "The film's page")] {
            let page = format!("<!DOCTYPE html><title>{title}</title><p>{title}");
            place.answer(path, Answer::new(page).with_media_type("text/html"));
        }
        let origin = place.origin();
        let host = origin.trim_start_matches("http://");
        let site = json!({
            "title": "Blog", "base_url": "https://blog.example/",
            "allow": [{ "host": host, "what": "frame", "purpose": "Films" }],
        });
        let film = format!(
            "---\ntitle: Film\ndate: 2024-05-01\n---\nSee this:\n\n[![Type is cast](cast.svg)]({origin}/w/Ab1)\n"
        );
        let words = format!(
            "---\ntitle: Words\ndate: 2024-05-02\n---\n[How type was cast]({origin}/w/Ab1)\n"
        );
        let cast = "<svg xmlns='http://www.w3.org/2000/svg' width='160' height='90'/>";
        let files = [
            ("content/site.json", site.to_string()),
            ("content/articles/film.md", film),
            ("content/articles/words.md", words),
            ("content/articles/cast.svg", cast.into()),
        ];
        let files = files.map(|(path, text)| (path.to_owned(), text));
        Ok(Self {
            blog: Blog::build(&files).await?,
            place,
            _folder: folder,
        })
    }

    async fn load(&self, stage: &Stage<'_>, path: &str) -> Result<Page> {
        let page = stage.load("/404.html").await?;
        page.go(&self.blog.server.url(path)).await?;
        Ok(page)
    }

    /// Whether the player was asked for once and nothing else was.
    async fn plays(&self, page: &Page, title: &str) -> Result<()> {
        until("the player to be asked for", async || {
            let asked: Vec<String> = self
                .place
                .requests()
                .into_iter()
                .map(|it| it.path)
                .collect();
            ensure!(asked == [PLAYER], "{asked:?} was asked for");
            Ok(Some(()))
        })
        .await?;
        let focused: String = page.js("return document.activeElement.title").await?;
        ensure!(focused == title, "`{focused}` has the focus");
        page.see_no(&link(title)).await
    }
}

async fn a_player_is_loaded_at_the_press(stage: &Stage<'_>) -> Result<()> {
    let cinema = Cinema::new().await?;
    let page = cinema.load(stage, "/articles/film/").await?;
    page.ready().await?;
    ensure!(
        cinema.place.requests().is_empty(),
        "the place is asked before a press"
    );
    page.click(&link("Type is cast")).await?;
    cinema.plays(&page, "Type is cast").await?;
    ensure!(page.path().await? == "/articles/film/");
    Ok(())
}

async fn a_press_before_the_app_is_there_is_not_lost(stage: &Stage<'_>) -> Result<()> {
    let cinema = Cinema::new().await?;
    let page = cinema.load(stage, "/articles/words/").await?;
    page.click(&link("How type was cast")).await?;
    cinema.plays(&page, "How type was cast").await
}

async fn a_page_of_the_app_has_its_players_too(stage: &Stage<'_>) -> Result<()> {
    let cinema = Cinema::new().await?;
    let page = cinema.load(stage, "/").await?;
    page.ready().await?;
    page.click(&link("Words").within(named("heading", "Words")))
        .await?;
    page.arrive("/articles/words/").await?;
    let has_style =
        "return getComputedStyle(document.querySelector('.player a')).display === 'grid'";
    page.until_true("the box to have its style", has_style)
        .await?;
    page.click(&link("How type was cast")).await?;
    cinema.plays(&page, "How type was cast").await
}

async fn without_scripts_the_link_leads_to_the_film(stage: &Stage<'_>) -> Result<()> {
    let cinema = Cinema::new().await?;
    cinema.blog.server.forbid_scripts(true);
    stage.switch_scripts_off().await?;
    let page = cinema.load(stage, "/articles/film/").await?;
    page.click(&link("Type is cast")).await?;
    until("the page of the film", async || {
        Ok((page.title().await? == "The film's page").then_some(()))
    })
    .await
}

async fn players_fit_a_narrow_window(stage: &Stage<'_>) -> Result<()> {
    let cinema = Cinema::new().await?;
    let paths = ["/articles/film/", "/articles/words/"];
    fits_a_narrow_window(stage, &cinema.blog.server, &paths).await
}
