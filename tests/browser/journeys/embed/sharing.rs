//! What the blog lets other origins load: what embeds need, and no more. Without that permission a page keeps what it
//! has.

use anyhow::{Result, ensure};
use browser_tests::find::{heading, link};
use browser_tests::runner::Journey;
use browser_tests::server::{Server, files_in};
use browser_tests::{Stage, journeys};

use super::host::{Host, SLUG, card, document, eager_card, host, loader};
use crate::site::LEAK_TITLE;

pub const JOURNEYS: &[Journey] = journeys![
    other_origins_may_read_what_embeds_need_and_nothing_else,
    a_blog_that_permits_nothing_leaves_a_link,
    another_blog_that_permits_nothing_leaves_a_link_and_says_so,
];

const PERMISSIONS: [&str; 2] = [
    "access-control-allow-origin",
    "cross-origin-resource-policy",
];

async fn other_origins_may_read_what_embeds_need_and_nothing_else(stage: &Stage<'_>) -> Result<()> {
    let host = Host::start(stage, "").await?;
    host.show(&document("", "")).await?;
    let dist = &stage.server.site().dist;
    let files = files_in(dist)?.into_iter();
    // Hosts read these; the rest of the site is pages and feeds like the ones that stay here.
    let files = files.filter(|path| {
        let is_page = path.ends_with(".html") || path.starts_with("/_") || path.starts_with("/.");
        !is_page || path == "/index.html" || path.contains(SLUG)
    });
    let files: Vec<String> = files.collect();
    let urls: Vec<String> = files.iter().map(|path| stage.server.url(path)).collect();
    let script = format!(
        "const read = (url) => fetch(url).then(() => true, () => false); \
         const readable = []; for (const url of {}) readable.push(await read(url)); return readable",
        serde_json::to_string(&urls)?
    );
    let readable: Vec<bool> = host.page.js_async(&script).await?;
    for (path, readable) in files.iter().zip(readable) {
        let beginnings = [
            "/embed/",
            "/content/",
            "/assets/v1-",
            "/assets/frame-",
            "/assets/embed-view-",
            "/assets/markdown-",
            "/assets/search",
            "/assets/messages-",
            "/assets/media/",
        ];
        let needed = beginnings
            .iter()
            .any(|beginning| path.starts_with(beginning));
        ensure!(readable == needed, "{path} can be read: {readable}");
    }
    Ok(())
}

async fn a_blog_that_permits_nothing_leaves_a_link(stage: &Stage<'_>) -> Result<()> {
    withhold_permission(&stage.server);
    let host = host(stage, "", "", &eager_card()).await?;
    host.page.see(&link("Read it there")).await?;
    ensure!(stage.server.count("/embed/v1.js") == 1);
    let defined = "return customElements.get('recto-card') !== undefined";
    ensure!(!host.page.js::<bool>(defined).await?);
    Ok(())
}

async fn another_blog_that_permits_nothing_leaves_a_link_and_says_so(
    stage: &Stage<'_>,
) -> Result<()> {
    let other = Server::start(stage.server.site().clone()).await?;
    withhold_permission(&other);
    let told =
        "<script>addEventListener('recto-error', event => window.told = event.detail)</script>";
    let src = format!("<recto-card loading=\"eager\" src=\"{}\" ", other.url("/"));
    let body = [
        card().replace("<recto-card ", &src),
        eager_card().replace("there", "here"),
    ]
    .concat();
    let host = Host::start(stage, "").await?;
    let head = [told, &loader(stage)].concat();
    host.show(&document(&head, &body)).await?;
    host.page
        .until_true("the event", "return window.told?.reason === 'offline'")
        .await?;
    host.page.see(&link("Read it there")).await?;
    // The blog that permits it is embedded beside it.
    host.page.see(&heading(LEAK_TITLE)).await?;
    ensure!(other.count("/content/site.json") == 1);
    Ok(())
}

fn withhold_permission(server: &Server) {
    for name in PERMISSIONS {
        server.withhold_header(name);
    }
}
