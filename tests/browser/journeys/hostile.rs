//! A browser judges hostile texts: each becomes an article, which the app renders under the site's own policies.
//!
//! Nothing runs (a script would be refused, and the policies would tell of it), the browser reads what the renderer
//! wrote, nothing that could run is in the article, and what stands around the article stays where it was.

use anyhow::{Result, ensure};
use browser_tests::runner::{Journey, navigation_api};
use browser_tests::server::Answer;
use browser_tests::{Engine, Flavour, Stage, journeys};
use recto::markdown::{Enrichment, render_html};

use crate::{corpus, site};

pub const JOURNEYS: &[Journey] = journeys![
    hostile_articles_are_harmless where navigation_api,
    a_browser_that_checks_html_checks_the_renderer where checks_html,
];

/// So far only Chromium has `setHTML`.
fn checks_html(flavour: Flavour) -> bool {
    flavour.engine == Engine::Chromium
}

/// Opens articles one after another and answers with what is wrong with each.
const JUDGE: &str = include_str!("hostile.js");

/// Articles that one script opens: the driver waits half a minute for a script.
const AT_ONCE: usize = 10;

async fn hostile_articles_are_harmless(stage: &Stage<'_>) -> Result<()> {
    site::ask_to_save_data(stage);
    // In the page's own world: drivers run scripts in one of theirs, where a module would be loaded anew.
    stage.server.run_first(&format!(
        "window.alert = () => {{ window.__ran = true }}; \
         window.__judge = async (base, numbers) => {{ {JUDGE} }};"
    ));
    // Pictures and films are refused where they would be loaded without encryption. Nothing else is.
    for directive in ["img-src", "media-src"] {
        stage.expect_fault(&format!("{directive} refused http:"));
    }
    let mut documents = vec!["Harmless.".to_owned()];
    documents.extend(corpus::HOSTILE.into_iter().flat_map(corpus::hostile));
    for (number, document) in documents.iter().enumerate() {
        publish(stage, number, document)?;
    }
    let page = stage.open(site::LEAK).await?;
    let base = stage.server.path("/");
    let mut wrong: Vec<String> = Vec::new();
    let numbers: Vec<usize> = (0..documents.len()).collect();
    for numbers in numbers.chunks(AT_ONCE) {
        let script = format!("return window.__judge({base:?}, {numbers:?})");
        wrong.extend(page.js_async::<Vec<String>>(&script).await?);
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    ensure!(
        !page.js::<bool>("return window.__ran === true").await?,
        "a script ran"
    );
    Ok(())
}

/// In the renderer's place stands one that lets everything through.
async fn a_browser_that_checks_html_checks_the_renderer(stage: &Stage<'_>) -> Result<()> {
    site::ask_to_save_data(stage);
    let renderer = "export default () => {}; export const render = (source) => source;";
    let module = format!(
        "/{}",
        site::asset(stage, "markdown-", ".js")?.trim_start_matches('/')
    );
    stage.server.answer(
        &module,
        Answer::new(renderer).with_media_type("text/javascript"),
    );
    // Told while the text is read; then the check takes it out.
    stage.expect_fault("script-src-attr refused inline");
    let markdown = "<p onclick=\"alert(1)\" class=\"cut-off\">Kept<script>alert(2)</script>\
                    <iframe src=\"/\"></iframe><a href=\"javascript:alert(3)\">so</a></p>";
    publish(stage, 0, markdown)?;
    let page = stage.open(site::LEAK).await?;
    site::navigate(stage, &page, "/articles/hostile-0/").await?;
    let html: String = page
        .js("return document.querySelector('.prose').innerHTML.replace(/<!---->$/, '')")
        .await?;
    ensure!(html == "<p class=\"cut-off\">Kept<a>so</a></p>", "{html}");
    Ok(())
}

/// Puts an article on the host, and its HTML as the build would have written it.
fn publish(stage: &Stage<'_>, number: usize, markdown: &str) -> Result<()> {
    let slug = format!("hostile-{number}");
    let mut data = site::leak_json(stage)?;
    data["slug"] = slug.clone().into();
    data["enrichment"].take();
    data["hash"] = "".into();
    let html = render_html(markdown, &Enrichment::default());
    let expected =
        format!("<!DOCTYPE html><div class=\"prose\">{html}</div><p id=\"recto-after\"></p>");
    let answer = |path: String, body: String| stage.server.answer(&path, Answer::new(body));
    answer(format!("/content/articles/{slug}.json"), data.to_string());
    answer(format!("/content/articles/{slug}.md"), markdown.to_owned());
    answer(format!("/expected/{slug}/"), expected);
    Ok(())
}
