//! The page of the sample that plays somebody else's: every embed is alive in it, and the code beside each is its own.

use anyhow::{Result, ensure};
use browser_tests::find::link;
use browser_tests::runner::Journey;
use browser_tests::{Engine, Flavour, Page, Stage, journeys};

use crate::site::ELSEWHERE;
use crate::whole_site::axe_finds_nothing;

pub const JOURNEYS: &[Journey] = journeys![
    every_piece_is_alive_elsewhere,
    the_code_beside_each_piece_is_its_own,
    an_article_leads_elsewhere,
    elsewhere_reads_without_scripts,
    elsewhere_is_no_wider_than_a_small_screen,
    axe_finds_nothing_elsewhere where chromium,
];

/// Where the code says that the blog is, wherever this copy of it lies.
const BLOG: &str = "https://recto.example/";

const EMBEDS: [&str; 7] = [
    "article",
    "card",
    "author",
    "related",
    "reactions",
    "latest",
    "search",
];

/// Contrast and structure are the same in all engines, and axe takes its time.
fn chromium(flavour: Flavour) -> bool {
    flavour.engine == Engine::Chromium
}

/// Loads the page as wide as asked for, and scrolls until all that is in it is there.
async fn all_of_it(stage: &Stage<'_>, width: u32) -> Result<Page> {
    let page = stage.load_narrow(ELSEWHERE, width, 800).await?;
    let elements = EMBEDS.map(|embed| ["recto-", embed].concat());
    let elements = elements
        .iter()
        .map(|name| (name.as_str(), ".shadowRoot?.querySelector('.recto')"));
    let frames = ["[title^=What]", "[title*=latest]"].map(|frame| (frame, ".style.height"));
    for (embed, is_there) in elements.chain(frames) {
        let embed = format!("document.querySelector(\"{embed}\")");
        page.js::<()>(&format!("{embed}.scrollIntoView(); return null"))
            .await?;
        page.until_true(&embed, &format!("return !!{embed}{is_there}"))
            .await?;
    }
    Ok(page)
}

async fn every_piece_is_alive_elsewhere(stage: &Stage<'_>) -> Result<()> {
    let page = all_of_it(stage, 1100).await?;
    let themes = "return ['card', 'author'].map((embed) => \
                  document.querySelector(`recto-${embed}`).shadowRoot.querySelector('.ground').dataset.theme)";
    let themes: Vec<String> = page.js(themes).await?;
    ensure!(themes == ["light", "dark"], "{themes:?}");
    Ok(())
}

async fn the_code_beside_each_piece_is_its_own(stage: &Stage<'_>) -> Result<()> {
    let page = stage.load(ELSEWHERE).await?;
    let script = "const flat = (text) => text.replace(/\\s+/g, ' ').replaceAll('\"../', '\"BLOG'); \
        return [...document.querySelectorAll('.beside')].map((beside) => { \
          const embed = beside.querySelector('.box').firstElementChild.cloneNode(true); \
          embed.removeAttribute('style'); \
          return [flat(embed.outerHTML), flat(beside.querySelector('code').textContent)]; })";
    let script = script.replace("BLOG", BLOG);
    let pairs: Vec<(String, String)> = page.js(&script).await?;
    ensure!(pairs.len() == EMBEDS.len() + 2, "{pairs:?}");
    for (embed, code) in pairs {
        ensure!(embed == code, "\n{embed}\n{code}");
    }
    Ok(())
}

async fn an_article_leads_elsewhere(stage: &Stage<'_>) -> Result<()> {
    let page = stage
        .open("/articles/a-page-of-ones-own-elsewhere/")
        .await?;
    page.click(&link("A page of somebody else’s")).await?;
    page.until_true(
        "the page of somebody else",
        "return location.pathname.endsWith('/elsewhere/')",
    )
    .await
}

async fn elsewhere_reads_without_scripts(stage: &Stage<'_>) -> Result<()> {
    stage.server.forbid_scripts(true);
    let page = stage.load(ELSEWHERE).await?;
    for title in [
        "After The Measure",
        "A Short Life of the Pilcrow",
        "Odile Colophon",
    ] {
        page.see(&link(title)).await?;
    }
    Ok(())
}

async fn elsewhere_is_no_wider_than_a_small_screen(stage: &Stage<'_>) -> Result<()> {
    let page = all_of_it(stage, 320).await?;
    let widths: (u32, u32) = page
        .js("return [document.documentElement.scrollWidth, innerWidth]")
        .await?;
    ensure!(widths.0 <= widths.1, "{widths:?}");
    Ok(())
}

async fn axe_finds_nothing_elsewhere(stage: &Stage<'_>) -> Result<()> {
    for width in [320, 1100] {
        let page = all_of_it(stage, width).await?;
        axe_finds_nothing(&page, &format!("{ELSEWHERE} at {width}")).await?;
    }
    Ok(())
}
