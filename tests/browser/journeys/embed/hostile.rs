//! Fifty embeds in a page that does what it can: its style resets everything, its scripts have changed what every
//! object inherits, and its policy may allow nothing. Each shows its content or what its tag holds, and nothing of the
//! page changes, to the pixel.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Journey;
use browser_tests::server::Answer;
use browser_tests::wait::until;
use browser_tests::{Page, Stage, journeys};
use serde_json::json;

use super::host::{Host, SLUG, host};
use crate::site;

pub const JOURNEYS: &[Journey] = journeys![
    fifty_pieces_in_a_hostile_page,
    fifty_pieces_under_the_documented_policy,
    fifty_pieces_under_trusted_types,
    fifty_pieces_without_leave_for_wasm,
    fifty_pieces_without_leave_for_the_script,
    a_hostile_blog_gets_no_script_into_the_page,
];

const COUNT: usize = 50;

const DOCUMENTED: &str = "default-src 'none'; style-src 'self'; script-src 'self' BLOG 'wasm-unsafe-eval'; \
                          connect-src 'self' BLOG; img-src 'self' BLOG";

/// The page itself stands still, so that it can be compared: all embeds are in a box that cuts off what does not fit.
const STYLE: &str = "* { all: unset !important; display: block !important; color: red !important } \
    head, head * { display: none !important } \
    button, h1, h2, h3 { font: 40px monospace !important; letter-spacing: 3px !important } \
    body { background: #fe8 !important; height: 800px !important } \
    #embeds { position: absolute !important; top: 60px !important; left: 500px !important; \
      width: 600px !important; height: 600px !important; overflow: hidden !important }";

const SCRIPT: &str = "Object.prototype.polluted = () => 1; Object.prototype.once = true; \
    Object.prototype.mode = 'closed'; Array.prototype.also = 'polluted'; window.recto = 'old'; \
    window.told = []; for (const type of ['recto-ready', 'recto-error']) \
      addEventListener(type, (event) => told.push(event.detail.reason ?? 'ready')); \
    window.begin = (url) => import(url).catch(() => { told.push('refused') });";

/// What a page has that a guest might have touched.
const HOUSEHOLD: &str = "return JSON.stringify([Object.getOwnPropertyNames(window).sort(), \
    Object.getOwnPropertyNames(Object.prototype), window.recto, history.length, history.state, location.href, \
    document.title, document.activeElement.id, [scrollX, scrollY], document.styleSheets.length, \
    document.adoptedStyleSheets.length, document.head.innerHTML, document.documentElement.getAttributeNames(), \
    document.body.getAttributeNames(), document.body.children.length, getSelection().toString(), \
    Object.keys(localStorage)])";

async fn fifty_pieces_in_a_hostile_page(stage: &Stage<'_>) -> Result<()> {
    all_show(stage, "").await
}

async fn fifty_pieces_under_the_documented_policy(stage: &Stage<'_>) -> Result<()> {
    all_show(stage, DOCUMENTED).await
}

async fn fifty_pieces_under_trusted_types(stage: &Stage<'_>) -> Result<()> {
    let policy = [
        DOCUMENTED,
        "; require-trusted-types-for 'script'; trusted-types recto-embed",
    ];
    all_show(stage, &policy.concat()).await
}

async fn fifty_pieces_without_leave_for_wasm(stage: &Stage<'_>) -> Result<()> {
    stage.expect_fault("script-src");
    let policy = DOCUMENTED.replace(" 'wasm-unsafe-eval'", "");
    let page = put_into_hostile_page(stage, &policy, COUNT).await?;
    let reasons: Vec<String> = page.js("return [...new Set(told)]").await?;
    ensure!(reasons == ["blocked"], "{reasons:?}");
    links_are_left(&page).await
}

async fn fifty_pieces_without_leave_for_the_script(stage: &Stage<'_>) -> Result<()> {
    stage.expect_fault("script-src");
    let policy = DOCUMENTED.replace("'self' BLOG 'wasm", "'self' 'wasm");
    let page = put_into_hostile_page(stage, &policy, 1).await?;
    links_are_left(&page).await?;
    ensure!(stage.server.count("/embed/v1.js") == 0);
    Ok(())
}

async fn all_show(stage: &Stage<'_>, policy: &str) -> Result<()> {
    let page = put_into_hostile_page(stage, policy, COUNT).await?;
    let empty: Vec<String> = page
        .js("return [...document.querySelectorAll('#embeds > *')].filter(({ shadowRoot, offsetHeight }) => \
             !(shadowRoot.querySelector('.recto')?.textContent.trim() && offsetHeight > 0)) \
             .map((element) => element.outerHTML)")
        .await?;
    ensure!(empty.is_empty(), "{empty:?}");
    for module in ["embed-view-", "markdown-"] {
        let wasm = site::asset(stage, module, ".wasm")?;
        let count = stage.server.count(&wasm);
        ensure!(count == 1, "{count} requests for {wasm}");
    }
    Ok(())
}

/// What a blog's JSON says at run time is checked where it becomes a page.
async fn a_hostile_blog_gets_no_script_into_the_page(stage: &Stage<'_>) -> Result<()> {
    const RUNS: &str = " java\tscript:window.__ran=true";
    let author = json!({
        "id": "mallory", "name": "Mallory", "url": RUNS, "avatar": "data:image/svg+xml,<svg/>",
        "same_as": ["JAVASCRIPT:window.__ran=true", "https://social.example/@mallory", "java&#115;cript:x"],
    });
    let cover = json!({ "src": RUNS, "srcset": "javascript:a 1x, data:x 2x" });
    let article = json!({ "slug": "a", "title": "A", "authors": [{ "name": "Mallory", "slug": "mallory" }], "cover": cover });
    let list = json!({ "version": 1, "author": author, "articles": [article], "page": 1, "pages": 1, "total": 1 });
    let list = Answer::new(list.to_string());
    stage
        .server
        .answer("/content/lists/authors/mallory/1.json", list);
    let body = "<recto-author author=\"mallory\" loading=\"eager\"></recto-author>";
    let host = host(stage, "", "", body).await?;
    let script = "const root = document.querySelector('recto-author').shadowRoot; \
        return [...root.querySelectorAll('a, img')].map((element) => element.href ?? element.src)";
    let links: Vec<String> = until("the author", async || {
        let links: Vec<String> = host.page.js(script).await?;
        Ok(links
            .iter()
            .any(|link| link.contains("social.example"))
            .then_some(links))
    })
    .await?;
    let is_harmless = |link: &String| link.starts_with("http://") || link.starts_with("https://");
    ensure!(links.iter().all(is_harmless), "{links:?}");
    Ok(())
}

/// What each tag holds is shown, in the page's own style.
async fn links_are_left(page: &Page) -> Result<()> {
    let hidden: Vec<String> = page
        .js("return [...document.querySelectorAll('#embeds > * > a')] \
             .filter(({ offsetHeight }) => offsetHeight === 0).map(({ textContent }) => textContent)")
        .await?;
    ensure!(hidden.is_empty(), "{hidden:?}");
    Ok(())
}

/// Loads the page, lets the elements in, waits until that many of them have told what became of them, and compares the
/// page with what it was.
async fn put_into_hostile_page(stage: &Stage<'_>, policy: &str, told: usize) -> Result<Page> {
    let host = Host::start(stage, policy).await?;
    host.server.answer("/host.css", Answer::new(STYLE));
    host.server.answer("/host.js", Answer::new(SCRIPT));
    host.show(&hostile_page(stage)?).await?;
    let page = host.page.clone();
    page.js::<()>("document.getElementById('own').focus()")
        .await?;
    let (before, household) = (
        shot(&page, "before").await?,
        page.js::<String>(HOUSEHOLD).await?,
    );
    let begin = format!("begin('{}')", stage.server.url("/embed/v1.js"));
    page.js::<()>(&begin).await?;
    let all = format!("return told.length >= {told}");
    page.until_true("all embeds", &all).await?;
    let (after, now) = (
        shot(&page, "after").await?,
        page.js::<String>(HOUSEHOLD).await?,
    );
    ensure!(now == household, "the page was\n{household}\nand is\n{now}");
    ensure!(
        before == after,
        "the page looks different: target/shots/hostile-*.png"
    );
    Ok(page)
}

fn hostile_page(stage: &Stage<'_>) -> Result<String> {
    let author = &site::leak(stage)?.authors[0].id;
    let kinds = [
        ("card", "article", SLUG),
        ("author", "author", author.as_str()),
        ("related", "article", SLUG),
        ("reactions", "article", SLUG),
        ("latest", "limit", "3"),
        ("card", "article", "specimen-sheet"),
        ("article", "article", SLUG),
    ];
    let embeds = (0..COUNT).map(|number| {
        let (name, attribute, value) = kinds[number % kinds.len()];
        format!(
            "<recto-{name} {attribute}=\"{value}\" loading=\"eager\"><a href=\"#\">Embed {number}</a></recto-{name}>"
        )
    });
    let embeds: String = embeds.collect();
    Ok(format!(
        "<!doctype html><html lang=\"en\"><head><title>Host</title><link rel=\"stylesheet\" href=\"/host.css\">\
         <script src=\"/host.js\"></script></head><body><h1>A hostile page</h1><p>Its own text.</p>\
         <button id=\"own\">Its own button</button><div id=\"embeds\">{embeds}</div><p>More of it.</p></body></html>"
    ))
}

/// The picture of the page without the box that the embeds are in: rows of pixels.
async fn shot(page: &Page, name: &str) -> Result<Vec<Vec<u8>>> {
    let file = page.screenshot(&format!("hostile-{name}")).await?;
    let (left, top, right, bottom): (usize, usize, usize, usize) = page
        .js("const { left, top, right, bottom } = document.getElementById('embeds').getBoundingClientRect(); \
             return [left, top, right, bottom]")
        .await?;
    let (width, channels, pixels) = pixels(&file)?;
    let mut rows: Vec<Vec<u8>> = pixels
        .chunks(width * channels)
        .map(<[u8]>::to_vec)
        .collect();
    ensure!(rows.len() > bottom && width > right, "the box is cut off");
    for row in &mut rows[top..bottom] {
        row.drain(left * channels..right * channels);
    }
    Ok(rows)
}

/// Width in pixels, bytes of a pixel, all bytes.
fn pixels(file: &Path) -> Result<(usize, usize, Vec<u8>)> {
    let mut reader = png::Decoder::new(BufReader::new(File::open(file)?)).read_info()?;
    let size = reader.output_buffer_size().context("a picture too large")?;
    let mut bytes = vec![0; size];
    let info = reader.next_frame(&mut bytes)?;
    bytes.truncate(info.buffer_size());
    Ok((info.width as usize, info.color_type.samples(), bytes))
}
