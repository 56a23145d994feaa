//! `cargo xtask shots`: every kind of page in every theme, from a small phone to a large screen, and in the faces of other
//! systems, for people to look at.
//! `RECTO_DIST=/path/to/dist cargo run --bin shots`

#[allow(dead_code)]
#[path = "../journeys/site.rs"]
mod site;

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use browser_tests::runner::{Journey, Tally, check_site, run_all};
use browser_tests::server::Site;
use browser_tests::{Engine, Page, Stage, journeys, paths};
use serde_json::Value;
use tokio::runtime::Runtime;

/// One journey for each theme, so that one that fails leaves the others, and for the faces of other systems.
const SETS: &[Journey] = journeys![light, dark, sepia, contrast, windows, android];

/// In CSS pixels. What is narrower than a tablet is as high as a phone.
const WIDTHS: [u32; 5] = [320, 390, 768, 1280, 1600];
const TABLET: u32 = 600;

/// Faces of Debian that are as wide and as dark as those that a system has for text and for labels.
struct Faces {
    system: &'static str,
    serif: &'static str,
    sans: &'static str,
}

const DESK: &str = "/write/";

/// What stands at the desk.
const DRAFT: &str = "---\ntitle: Ink and its enemies\ndescription: What eats a page, and how slowly.\ndate: 2026-05-01\n\
                     tags: [Paper, Ink]\nauthor: Odile Colophon\n---\nIron gall ink bites into the page[^1] and stays.\n\n\
                     ## The first century\n\nIt is *pale* when it is written, and darkens within a day.\n\n\
                     > [!NOTE]\n> Keep it from the light.\n\n![A leaf](leaf.png)\n\n[^1]: Which is why it cannot be scraped off.\n";

const MAC: Faces = Faces {
    system: "mac",
    serif: "Charis SIL",
    sans: "Inter",
};
const WINDOWS: Faces = Faces {
    system: "windows",
    serif: "Gentium Plus",
    sans: "Open Sans",
};
const ANDROID: Faces = Faces {
    system: "android",
    serif: "Noto Serif",
    sans: "Roboto",
};

fn main() -> ExitCode {
    match run() {
        Ok(tally) if tally.failed.is_empty() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<Tally> {
    let dist =
        env::var_os("RECTO_DIST").map_or_else(|| paths::workspace().join("dist"), PathBuf::from);
    let site = Site::new(dist, "/");
    check_site(&site)?;
    let journeys: Vec<(Journey, Site)> = SETS.iter().map(|set| (*set, site.clone())).collect();
    let mut tally = Tally::default();
    let flavour = Engine::Chromium.flavours().pop().context("no flavour")?;
    Runtime::new()?.block_on(run_all(flavour, &journeys, &mut tally));
    println!("The pictures are in {}", paths::shots()?.display());
    Ok(tally)
}

async fn light(stage: &Stage<'_>) -> Result<()> {
    shots(stage, "light", &MAC).await
}

async fn dark(stage: &Stage<'_>) -> Result<()> {
    shots(stage, "dark", &MAC).await
}

async fn sepia(stage: &Stage<'_>) -> Result<()> {
    shots(stage, "sepia", &MAC).await
}

async fn contrast(stage: &Stage<'_>) -> Result<()> {
    shots(stage, "contrast", &MAC).await
}

async fn windows(stage: &Stage<'_>) -> Result<()> {
    shots(stage, "light", &WINDOWS).await
}

async fn android(stage: &Stage<'_>) -> Result<()> {
    shots(stage, "light", &ANDROID).await
}

async fn shots(stage: &Stage<'_>, theme: &str, faces: &Faces) -> Result<()> {
    site::prefer(stage, "theme", theme);
    let Faces {
        system,
        serif,
        sans,
    } = faces;
    stage.server.run_first(&format!(
        "for (const [name, face] of [['--serif', '{serif}'], ['--sans', '{sans}']]) \
         document.documentElement.style.setProperty(name, JSON.stringify(face));"
    ));
    let mut pages = site::kinds_of_pages(stage)?;
    pages.extend([site::SPECIMEN, "/embed/", DESK].map(str::to_owned));
    for width in WIDTHS {
        let is_phone = width < TABLET;
        let height = if is_phone { 844 } else { 900 };
        for path in &pages {
            let page = stage.open(path).await?;
            page.have_screen(width, height, is_phone).await?;
            if path == DESK {
                write(&page).await?;
            }
            if path.starts_with("/search/") {
                let found = "return !!document.querySelector('.search-result')";
                page.until_true("results", found).await?;
            }
            let name = path.trim_matches('/').replace('/', "-");
            let name = if name.is_empty() { "home" } else { &name };
            page.screenshot(&format!("{name}-{theme}-{system}-{width}"))
                .await?;
        }
    }
    Ok(())
}

/// Has a text at the desk, and what is remarked of it.
async fn write(page: &Page) -> Result<()> {
    let alive = "return !!document.querySelector('.desk-remarks li')";
    page.until_true("the desk to be alive", alive).await?;
    let script = "const field = document.querySelector('textarea'); field.value = arguments[0]; \
                  field.dispatchEvent(new Event('input', { bubbles: true })); return null";
    page.js_with::<Value>(script, vec![DRAFT.into()]).await?;
    page.until_true(
        "its page",
        "return !!document.querySelector('.desk-page h2')",
    )
    .await
}
