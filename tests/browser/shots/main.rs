//! `cargo xtask shots`: every kind of page in every theme, on a phone and on a desktop, for people to look at.
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
use browser_tests::{Engine, Stage, journeys, paths};
use tokio::runtime::Runtime;

/// One journey for each theme, so that one that fails leaves the others.
const THEMES: &[Journey] = journeys![light, dark, sepia, contrast];

/// Width and height in CSS pixels.
const DEVICES: [(&str, u32, u32); 2] = [("phone", 390, 844), ("desktop", 1280, 900)];

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
    let journeys: Vec<(Journey, Site)> =
        THEMES.iter().map(|theme| (*theme, site.clone())).collect();
    let mut tally = Tally::default();
    let flavour = Engine::Chromium.flavours().pop().context("no flavour")?;
    Runtime::new()?.block_on(run_all(flavour, &journeys, &mut tally));
    println!("The pictures are in {}", paths::shots()?.display());
    Ok(tally)
}

async fn light(stage: &Stage<'_>) -> Result<()> {
    shots(stage, "light").await
}

async fn dark(stage: &Stage<'_>) -> Result<()> {
    shots(stage, "dark").await
}

async fn sepia(stage: &Stage<'_>) -> Result<()> {
    shots(stage, "sepia").await
}

async fn contrast(stage: &Stage<'_>) -> Result<()> {
    shots(stage, "contrast").await
}

async fn shots(stage: &Stage<'_>, theme: &str) -> Result<()> {
    site::prefer(stage, "theme", theme);
    let mut pages = site::kinds_of_pages(stage)?;
    pages.extend([site::SPECIMEN, "/embed/"].map(str::to_owned));
    for (device, width, height) in DEVICES {
        for path in &pages {
            let page = stage.open(path).await?;
            page.resize(width, height).await?;
            let name = path.trim_matches('/').replace('/', "-");
            let name = if name.is_empty() { "home" } else { &name };
            page.screenshot(&format!("{name}-{theme}-{device}")).await?;
        }
    }
    Ok(())
}
