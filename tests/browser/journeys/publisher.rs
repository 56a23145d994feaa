//! A blog that is the publisher's own, with all that a publisher may add at once; the same that `tests/site/publisher.rs`
//! builds. Comments and counter are at a stand-in for others.

use anyhow::{Context, Result, ensure};
use browser_tests::find::{headline, link, navigation};
use browser_tests::runner::{Journey, navigation_api};
use browser_tests::server::{Answer, Server, Site};
use browser_tests::wait::until;
use browser_tests::{Engine, Page, Stage, journeys, paths};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

use crate::blog::Blog;
use crate::site;
use crate::whole_site::axe_finds_nothing;

pub const JOURNEYS: &[Journey] = journeys![
    every_page_of_a_publisher_can_be_read,
    the_app_opens_every_page_of_a_publisher where navigation_api,
    the_pages_of_a_publisher_need_no_scripts,
    selected_words_lead_to_their_line_in_the_repository,
];

/// Pages and their headings.
const PAGES: [(&str, &str); 8] = [
    ("/about/", "About"),
    ("/projects/one/", "A press of wood"),
    ("/notes/", "Notes"),
    ("/articles/casting/", "How type is cast"),
    ("/articles/ink/", "Ink"),
    ("/series/", "All series"),
    ("/series/from-lead-to-letter/", "From lead to letter"),
    ("/you/", "Your page"),
];

/// The hosts of others, as the blog of the fixture names them.
const OTHERS: [&str; 3] = ["giscus.app", "buttondown.com", "primer.goatcounter.com"];

struct Publisher {
    blog: Blog,
    others: Server,
    _folder: TempDir,
}

impl Publisher {
    async fn new() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        fs::write(folder.path().join("404.html"), "")?;
        let others = Server::start(Site::new(folder.path(), "/")).await?;
        others.leave_pages_alone();
        others.withhold_header("content-security-policy");
        let drawing = "<svg xmlns='http://www.w3.org/2000/svg'/>";
        let drawing = Answer::new(drawing).with_media_type("image/svg+xml");
        others.answer("/count", drawing);
        let comments = Answer::new("<!DOCTYPE html><title>C</title><p>Comments are here.");
        others.answer("/en/widget", comments.with_media_type("text/html"));
        let origin = others.origin();
        let at_stand_in = |text: String| {
            OTHERS.iter().fold(text, |text, host| {
                let text = text.replace(&["https://", host].concat(), &origin);
                text.replace(host, origin.trim_start_matches("http://"))
            })
        };
        let fixture = paths::workspace().join("tests/site/fixtures/publisher");
        let mut files = Vec::new();
        read(&fixture, &fixture, &mut files)?;
        let mut files: Vec<(String, Vec<u8>)> = files
            .into_iter()
            .map(|(path, text)| (path, at_stand_in(text).into_bytes()))
            .collect();
        let font = fs::read(paths::workspace().join("fonts/eb-garamond-subset.otf"))?;
        files.push(("public/fonts/text.otf".into(), font));
        Ok(Self {
            blog: Blog::build(&files).await?,
            others,
            _folder: folder,
        })
    }

    async fn load(&self, stage: &Stage<'_>, path: &str) -> Result<Page> {
        let page = stage.load("/404.html").await?;
        page.go(&self.blog.server.url(path)).await?;
        Ok(page)
    }

    /// What the others were asked for, but for the counter's picture.
    fn asked(&self) -> Vec<String> {
        let requests = self.others.requests().into_iter();
        let paths = requests.map(|request| request.path);
        paths.filter(|path| path != "/count").collect()
    }
}

/// All texts below a folder, by their paths in it.
fn read(whole: &Path, folder: &Path, files: &mut Vec<(String, String)>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            read(whole, &path, files)?;
        } else {
            let name = path.strip_prefix(whole)?.to_str().context("a name")?;
            files.push((name.to_owned(), fs::read_to_string(&path)?));
        }
    }
    Ok(())
}

async fn every_page_of_a_publisher_can_be_read(stage: &Stage<'_>) -> Result<()> {
    let publisher = Publisher::new().await?;
    for (path, title) in PAGES {
        let page = publisher.load(stage, path).await?;
        page.ready().await?;
        ensure!(page.text(&headline()).await? == title, "{path}");
        page.see(&link("A press").within(navigation("Main")))
            .await?;
        if stage.flavour.engine == Engine::Chromium {
            axe_finds_nothing(&page, path).await?;
        }
    }
    let asked = publisher.asked();
    ensure!(asked.is_empty(), "{asked:?} was asked for without a press");
    Ok(())
}

async fn the_app_opens_every_page_of_a_publisher(stage: &Stage<'_>) -> Result<()> {
    let publisher = Publisher::new().await?;
    let page = publisher.load(stage, "/").await?;
    page.ready().await?;
    for (path, title) in PAGES {
        site::go(&page, path).await?;
        ensure!(page.text(&headline()).await? == title, "{path}");
    }
    site::go(&page, "/articles/ink/").await?;
    page.click(&link("Comments")).await?;
    until("the comments to be asked for", async || {
        let asked = publisher.asked();
        ensure!(asked == ["/en/widget"], "{asked:?} was asked for");
        Ok(Some(()))
    })
    .await
}

async fn the_pages_of_a_publisher_need_no_scripts(stage: &Stage<'_>) -> Result<()> {
    let publisher = Publisher::new().await?;
    publisher.blog.server.forbid_scripts(true);
    stage.switch_scripts_off().await?;
    let page = publisher.load(stage, "/").await?;
    let read = async |path: &str, title: &str| -> Result<()> {
        until(&format!("{path} to say {title:?}"), async || {
            let heading = "return document.querySelector('h1').textContent";
            let now = (page.path().await?, page.js::<String>(heading).await?);
            ensure!(now == (path.to_owned(), title.to_owned()), "it is {now:?}");
            Ok(Some(()))
        })
        .await
    };
    page.click(&link("A press").within(navigation("Main")))
        .await?;
    read("/projects/one/", "A press of wood").await?;
    page.click(&link("the first sketch")).await?;
    read("/articles/casting/", "How type is cast").await?;
    page.click(&link("Then it is set")).await?;
    read("/articles/setting/", "How type is set").await?;
    page.click(&link("Series").within(navigation("Main")))
        .await?;
    read("/series/", "All series").await?;
    page.click(&link("Notes").within(navigation("Main")))
        .await?;
    read("/notes/", "Notes").await?;
    page.click_first(&link("Ink")).await?;
    read("/articles/ink/", "Ink").await?;
    page.click(&link("Comments")).await?;
    until("the page of the comments", async || {
        Ok((page.title().await? == "C").then_some(()))
    })
    .await
}

/// Selects the first place of these words in the text.
const SELECT: &str = "const [words] = arguments; \
    const walker = document.createTreeWalker(document.querySelector('.prose'), NodeFilter.SHOW_TEXT); \
    while (walker.nextNode()) { \
      const at = walker.currentNode.data.indexOf(words); \
      if (at < 0) continue; \
      getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length); \
      return true; \
    } \
    return false;";

async fn selected_words_lead_to_their_line_in_the_repository(stage: &Stage<'_>) -> Result<()> {
    let publisher = Publisher::new().await?;
    for (path, file, words) in [
        ("/articles/ink/", "notes/ink.md", "dries"),
        ("/about/", "about.md", "type here"),
    ] {
        let fixture = paths::workspace().join("tests/site/fixtures/publisher/content");
        let source = fs::read_to_string(fixture.join(file))?;
        let line = source.lines().position(|line| line.contains(words));
        let line = line.with_context(|| format!("{words} in {file}"))? + 1;
        let page = publisher.load(stage, path).await?;
        page.ready().await?;
        let whole = format!("https://github.com/ada/primer/edit/main/content/{file}");
        leads_to(&page, "Suggest a change", &whole).await?;
        ensure!(page.js_with::<bool>(SELECT, vec![words.into()]).await?);
        if stage.flavour.engine == Engine::Webkit {
            // There the focus takes the selection away, unless the reader selects by keyboard, which is a setting.
            page.hover(&link("Suggest a change")).await?;
        } else {
            page.focus(&link("Suggest a change")).await?;
            // A window without the focus tells of none within it.
            page.js::<()>(
                "document.activeElement.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))",
            )
            .await?;
        }
        let shown =
            format!("https://github.com/ada/primer/blob/main/content/{file}?plain=1#L{line}");
        leads_to(&page, &format!("Correct line {line}"), &shown).await?;
        page.js::<()>("getSelection().removeAllRanges(); document.activeElement.blur()")
            .await?;
        page.hover(&link("Articles").within(navigation("Main")))
            .await?;
        page.hover(&link("Correct line")).await?;
        leads_to(&page, "Suggest a change", &whole).await?;
    }
    Ok(())
}

async fn leads_to(page: &Page, label: &str, url: &str) -> Result<()> {
    until(&format!("{label:?} to lead to {url}"), async || {
        let link = page.see(&link(label)).await?;
        Ok((link.attr("href").await?.as_deref() == Some(url)).then_some(()))
    })
    .await
}
