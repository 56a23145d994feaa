//! Pages for frames, in a page of another origin that gives them their height.

use anyhow::{Context, Result, ensure};
use browser_tests::find::{button, heading, link};
use browser_tests::runner::Journey;
use browser_tests::server::{Answer, Server, Site};
use browser_tests::wait::until;
use browser_tests::{Page, Stage, journeys};
use serde_json::Value;
use std::fs;
use tempfile::TempDir;

use crate::site::{self, LEAK, LEAK_TITLE};
use crate::whole_site::axe_finds_nothing_in_a_frame;

pub const JOURNEYS: &[Journey] = journeys![
    frames_get_the_height_of_what_they_show,
    frames_from_before_the_script_get_their_height,
    a_sandboxed_frame_tells_its_height_with_the_secret,
    a_frame_reads_without_scripts,
    a_frame_has_the_theme_and_the_length_that_are_asked_for,
    a_frame_opens_links_in_the_place_of_the_page_around,
    reactions_work_in_a_frame,
    axe_finds_nothing_in_frames,
];

const SLUG: &str = "claude-code-leak-ai-security";

/// What frames of the blog need of a strict page; with what this harness needs to be told of violations.
pub const POLICY: &str = "default-src 'none'; script-src 'self' BLOG; frame-src 'self' BLOG; \
    connect-src 'self'; img-src 'self'";

/// Notes what frames tell, and each change of a frame's style.
const NOTES: &str = include_str!("frames.js");

/// A page with a script, and what it says where it should not be heard.
pub fn lie(script: &str) -> String {
    format!("<!doctype html><html lang=\"en\"><title>Lie</title><script src=\"{script}\"></script>")
}

pub const LIE: &str = "parent.postMessage({ message: 'height', value: 405 }, '*')";

/// A page of another origin. It stops when dropped.
pub struct Host {
    server: Server,
    pub page: Page,
    _folder: TempDir,
}

/// Loads a page of another origin with this in its body. `BLOG` stands for the blog's origin.
pub async fn host(stage: &Stage<'_>, policy: &str, body: &str) -> Result<Host> {
    let folder = tempfile::tempdir()?;
    let blog = stage.server.url("");
    let html = format!(
        "<!doctype html><html lang=\"en\"><head><title>Host</title>\
         <script src=\"/notes.js\"></script></head><body>{body}</body></html>"
    );
    let headers = format!("/*\n  Content-Security-Policy: {policy}\n");
    for (file, text) in [
        ("index.html", html.as_str()),
        ("notes.js", NOTES),
        ("lie.html", &lie("/lie.js")),
        ("lie.js", LIE),
        ("_headers", &headers),
    ] {
        let origin = stage.server.origin();
        let blog = if file == "_headers" { &origin } else { &blog };
        fs::write(folder.path().join(file), text.replace("BLOG", blog))?;
    }
    let server = Server::start(Site::new(folder.path(), "/")).await?;
    let page = stage.load("/404.html").await?;
    page.go(&server.url("/")).await?;
    Ok(Host {
        server,
        page,
        _folder: folder,
    })
}

pub const RESIZER: &str = "<script type=\"module\" src=\"BLOG/embed/frame.js\"></script>";

fn frame(embed: &str) -> String {
    format!("<iframe src=\"BLOG/embed/{embed}/\" title=\"{embed}\" width=\"600\"></iframe>")
}

/// Each frame is as high as what it shows has told last.
const FITTING: &str = "return [...document.querySelectorAll('iframe')].every((frame) => { \
    const heights = told.filter(({ source, message }) => \
      source === frame.contentWindow && message === 'height'); \
    return heights.length > 0 && frame.clientHeight === heights.at(-1).value })";

async fn frames_get_the_height_of_what_they_show(stage: &Stage<'_>) -> Result<()> {
    // All on the screen: browsers let frames that nobody sees rest.
    let author = &site::leak(stage)?.authors[0].id;
    let [card, author] = [("card", SLUG), ("author", author)];
    let frames = [card, author].map(|(embed, of)| frame(&format!("{embed}/{of}")));
    let body = [RESIZER, &frames[0], &frames[1]].concat();
    let host = host(stage, POLICY, &body).await?;
    let page = &host.page;
    page.until_true("all heights", FITTING).await?;
    let heights =
        "return [...document.querySelectorAll('iframe')].map(frame => frame.clientHeight)";
    let wide: Vec<u32> = page.js(heights).await?;
    page.js::<Value>(
        "told.length = 0; document.querySelectorAll('iframe').forEach(frame => { frame.width = 260 }); return null",
    )
    .await?;
    page.until_true("all heights of narrow frames", FITTING)
        .await?;
    let narrow: Vec<u32> = page.js(heights).await?;
    ensure!(
        wide.iter().zip(&narrow).all(|(wide, narrow)| wide < narrow),
        "{wide:?} {narrow:?}"
    );
    ensure!(
        host.server.faults().is_empty(),
        "{:?}",
        host.server.faults()
    );
    Ok(())
}

/// The script is the one that never changes.
async fn frames_from_before_the_script_get_their_height(stage: &Stage<'_>) -> Result<()> {
    let host = host(stage, POLICY, &frame("latest")).await?;
    let page = &host.page;
    page.until_true("what the frame tells", "return told.length > 0")
        .await?;
    page.js_with::<Value>(
        "told.length = 0; const script = document.createElement('script'); script.type = 'module'; \
         script.src = arguments[0]; document.head.append(script); return null",
        vec![
            stage
                .server
                .url(&site::asset(stage, "frame-", ".js")?)
                .into(),
        ],
    )
    .await?;
    page.until_true("the height", FITTING).await
}

/// As WordPress shows what it does not know. For WebKit, `'self'` is nothing there: it needs the origin that the blog was
/// built for, in the place of which this server's stands here.
async fn a_sandboxed_frame_tells_its_height_with_the_secret(stage: &Stage<'_>) -> Result<()> {
    let path = format!("/embed/card/{SLUG}/");
    let file = site::file(stage, &[&path, "index.html"].concat())?;
    let built_for = site::canonical(stage, "")?;
    let html = String::from_utf8(file)?.replace(&built_for, &stage.server.origin());
    stage.server.answer(&path, Answer::new(html));
    stage.server.withhold_header("content-security-policy");
    let body = format!(
        "<iframe sandbox=\"allow-scripts\" src=\"BLOG/embed/card/{SLUG}/#?secret=aB3\" title=\"card\"></iframe>"
    );
    let host = host(stage, POLICY, &body).await?;
    host.page
        .until_true(
            "the height",
            "return told.some(({ message, value, secret }) => \
             message === 'height' && value > 50 && secret === 'aB3')",
        )
        .await?;
    let requests = stage.server.requests();
    ensure!(requests.iter().any(|request| {
        request.path.contains("/assets/embed-view-") && request.path.ends_with(".css")
    }));
    ensure!(
        host.server.faults().is_empty(),
        "{:?}",
        host.server.faults()
    );
    Ok(())
}

async fn a_frame_reads_without_scripts(stage: &Stage<'_>) -> Result<()> {
    stage.server.forbid_scripts(true);
    for embed in ["article", "card"] {
        let page = stage.load(&format!("/embed/{embed}/{SLUG}/")).await?;
        page.see(&heading(LEAK_TITLE)).await?;
    }
    let page = stage.load("/embed/reactions/").await?;
    let home = site::document_title(stage, "")?;
    page.see(&link(&home)).await?;
    Ok(())
}

async fn a_frame_has_the_theme_and_the_length_that_are_asked_for(stage: &Stage<'_>) -> Result<()> {
    let ground = "return getComputedStyle(document.documentElement).backgroundColor + ' ' + \
                  getComputedStyle(document.querySelector('.recto')).color";
    let mut grounds = Vec::new();
    for asked in [
        "?theme=light",
        "?theme=dark",
        "#theme=dark",
        "?theme=sepia",
        "?theme=no",
    ] {
        let page = stage.load("/404.html").await?;
        page.go(&stage.server.url(&format!("/embed/latest/{asked}")))
            .await?;
        grounds.push(page.js::<String>(ground).await?);
    }
    let [light, dark, dark_too, sepia, system] = &grounds[..] else {
        anyhow::bail!("{grounds:?}");
    };
    ensure!(
        dark == dark_too && light != dark && sepia != light,
        "{grounds:?}"
    );
    ensure!(system == light || system == dark, "{grounds:?}");
    let page = stage.load("/embed/latest/?limit=2").await?;
    let items: usize = page
        .js("return document.querySelectorAll('li').length")
        .await?;
    ensure!(items == 2, "{items} items");
    Ok(())
}

async fn a_frame_opens_links_in_the_place_of_the_page_around(stage: &Stage<'_>) -> Result<()> {
    let framed = stage
        .load_narrow(&format!("/embed/card/{SLUG}/"), 400, 300)
        .await?;
    framed.click(&link(LEAK_TITLE)).await?;
    let asked = async || {
        let requests = stage.server.requests();
        let article = requests.iter().find(|request| request.path.ends_with(LEAK));
        Ok(article.map(|request| request.header("sec-fetch-dest").map(str::to_owned)))
    };
    let place = until("the article to be asked for", asked).await?;
    let place = place.context("a browser that does not tell")?;
    ensure!(place == "document", "in a {place}");
    Ok(())
}

async fn reactions_work_in_a_frame(stage: &Stage<'_>) -> Result<()> {
    let page = stage
        .load(&format!("/embed/reactions/?article={SLUG}"))
        .await?;
    page.see(&button("Like").pressed(false)).await?;
    page.click(&button("Like")).await?;
    page.see(&button("Like").pressed(true)).await?;
    Ok(())
}

async fn axe_finds_nothing_in_frames(stage: &Stage<'_>) -> Result<()> {
    let author = &site::leak(stage)?.authors[0].id;
    for theme in ["light", "dark"] {
        for embed in [
            format!("article/{SLUG}"),
            format!("card/{SLUG}"),
            format!("related/{SLUG}"),
            format!("author/{author}"),
            "latest".to_owned(),
            "search".to_owned(),
        ] {
            let path = format!("/embed/{embed}/?theme={theme}");
            let page = stage.load_narrow(&path, 320, 800).await?;
            axe_finds_nothing_in_a_frame(&page, &path).await?;
        }
    }
    Ok(())
}
