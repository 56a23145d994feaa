//! Runs the journeys: `RECTO_ENGINE=chromium|firefox|webkit RECTO_DIST=/path/to/dist cargo test --test journeys [-- NAME…]`
//! A name that begins with `-` is ignored, but for `--list`. With RECTO_BENCH set, measurements take the place of journeys.
//! RECTO_BASE is the base path that the folder was built for, `/` if not set. RECTO_HOST is who hosts the folder: `nginx`,
//! `caddy`, or the port of a server that is running already; if not set, the harness does.

mod archive;
#[path = "../../../benches/markdown/articles.rs"]
mod articles;
mod bench;
mod blog;
mod broken_app;
mod builder;
mod contents;
mod desk;
mod documentation;
mod elsewhere;
mod embed;
mod faults;
mod first_screen;
mod first_sign;
mod for_everyone;
mod frame_messages;
mod frames;
// Shared with the native tests, which read more of it.
#[allow(dead_code)]
#[path = "../../markdown/corpus.rs"]
mod corpus;
mod harness;
mod hostile;
mod hosting;
mod languages;
mod large_text;
mod live;
mod load_errors;
mod long_article;
mod media;
mod navigation;
mod palette;
mod players;
mod preferences;
mod prefetch;
mod publisher;
mod reactions;
mod reading;
mod replies;
mod same_dom;
mod same_html;
mod scripts_off;
mod search;
mod shared_reactions;
mod site;
mod slots;
mod slow_answers;
mod storage_trouble;
mod text;
mod unprerendered;
mod upgrade;
mod whole_site;
mod you;

use std::env;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use browser_tests::engine::Engine;
use browser_tests::host::Host;
use browser_tests::paths;
use browser_tests::runner::{Journey, Tally, check_site, run_all, short_name};
use browser_tests::server::Site;
use tokio::runtime::Runtime;
use tokio::signal::unix::{SignalKind, signal};

/// Journeys on the site of RECTO_DIST.
const ON_THE_SITE: &[&[Journey]] = &[
    scripts_off::JOURNEYS,
    first_screen::JOURNEYS,
    upgrade::JOURNEYS,
    first_sign::JOURNEYS,
    contents::JOURNEYS,
    text::JOURNEYS,
    slots::JOURNEYS,
    players::JOURNEYS,
    publisher::JOURNEYS,
    replies::JOURNEYS,
    media::JOURNEYS,
    reading::JOURNEYS,
    you::JOURNEYS,
    preferences::JOURNEYS,
    palette::JOURNEYS,
    search::JOURNEYS,
    reactions::JOURNEYS,
    shared_reactions::JOURNEYS,
    storage_trouble::JOURNEYS,
    navigation::JOURNEYS,
    archive::JOURNEYS,
    prefetch::JOURNEYS,
    live::JOURNEYS,
    load_errors::JOURNEYS,
    slow_answers::JOURNEYS,
    unprerendered::JOURNEYS,
    broken_app::JOURNEYS,
    same_dom::JOURNEYS,
    same_html::JOURNEYS,
    languages::JOURNEYS,
    hostile::JOURNEYS,
    hosting::JOURNEYS,
    long_article::JOURNEYS,
    whole_site::JOURNEYS,
    for_everyone::JOURNEYS,
    large_text::JOURNEYS,
    embed::JOURNEYS,
    embed::loader::JOURNEYS,
    embed::searching::JOURNEYS,
    embed::sharing::JOURNEYS,
    embed::hostile::JOURNEYS,
    embed::frameworks::JOURNEYS,
    embed::storage::JOURNEYS,
    embed::lifetime::JOURNEYS,
    frames::JOURNEYS,
    frame_messages::JOURNEYS,
    builder::JOURNEYS,
    desk::JOURNEYS,
    elsewhere::JOURNEYS,
    text::BY_FINGER,
];

/// Groups that WebKit runs once: nothing in them depends on who follows a link.
const SAME_WITH_PLAIN_LINKS: &[&str] = &[
    "builder",
    "contents",
    "desk",
    "elsewhere",
    "embed",
    "first_screen",
    "for_everyone",
    "frame_messages",
    "frames",
    "harness",
    "hosting",
    "languages",
    "large_text",
    "media",
    "preferences",
    "same_html",
    "scripts_off",
    "storage_trouble",
    "text",
    "unprerendered",
    "upgrade",
];

fn main() -> ExitCode {
    match Runtime::new()
        .map_err(Into::into)
        .and_then(|runtime| runtime.block_on(run()))
    {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<bool> {
    let (flags, names): (Vec<String>, Vec<String>) =
        env::args().skip(1).partition(|word| word.starts_with('-'));
    let mut site = site_from_environment();
    let running;
    site.upstream = match env::var("RECTO_HOST") {
        Ok(host) => match host.parse() {
            Ok(port) => Some(port),
            Err(_) => {
                running = Host::start(&host, &site.dist).await?;
                Some(running.port())
            }
        },
        Err(_) => None,
    };
    let journeys = wanted(&names, &site);
    if flags.iter().any(|flag| flag == "--list") {
        journeys
            .iter()
            .for_each(|(journey, _)| println!("{}", short_name(journey)));
        return Ok(true);
    }
    let engine: Engine = env::var("RECTO_ENGINE")
        .unwrap_or_else(|_| "chromium".to_owned())
        .parse()?;
    journeys.iter().try_for_each(|(_, site)| check_site(site))?;
    let mut tally = Tally::default();
    // Told to stop, the test drops what it has started, and so ends the browsers.
    let (mut interrupt, mut terminate) = (
        signal(SignalKind::interrupt())?,
        signal(SignalKind::terminate())?,
    );
    tokio::select! {
        () = run_flavours(engine, &journeys, &mut tally) => {}
        _ = interrupt.recv() => anyhow::bail!("interrupted"),
        _ = terminate.recv() => anyhow::bail!("terminated"),
    }
    let summary = tally.summary();
    println!(
        "{summary}{} passed, {} failed",
        tally.passed,
        tally.failed.len()
    );
    // Appended: a test in steps runs this program several times.
    let mut summaries = OpenOptions::new()
        .create(true)
        .append(true)
        .open(paths::summaries()?)?;
    summaries.write_all(summary.as_bytes())?;
    Ok(tally.failed.is_empty())
}

/// The journeys with one of these names in theirs, or all but the long ones, and the site of each.
fn wanted(names: &[String], site: &Site) -> Vec<(Journey, Site)> {
    let is_wanted = |journey: &Journey| {
        let mut names = names.iter().map(String::as_str).peekable();
        names.peek().is_none() || names.any(|name| journey.name.contains(name))
    };
    let own = harness::JOURNEYS
        .iter()
        .map(|journey| (*journey, fixture()));
    // The matrix takes minutes, and the documentation is a site of its own: each runs when it is named.
    let is_named = |group: &str| names.iter().any(|name| name.starts_with(group));
    let faults = faults::JOURNEYS.iter().filter(|_| is_named("faults"));
    let documentation = is_named("documentation").then_some(documentation::JOURNEYS);
    let on_site = |journey: &Journey| (*journey, site.clone());
    let real = ON_THE_SITE.iter().chain(faults).chain(&documentation);
    let real = real.copied().flatten();
    let all: Vec<(Journey, Site)> = match env::var_os("RECTO_BENCH") {
        Some(_) => bench::JOURNEYS.into_iter().flatten().map(on_site).collect(),
        None => own.chain(real.map(on_site)).collect(),
    };
    let journeys = all.into_iter();
    journeys.filter(|(journey, _)| is_wanted(journey)).collect()
}

async fn run_flavours(engine: Engine, journeys: &[(Journey, Site)], tally: &mut Tally) {
    for flavour in engine.flavours() {
        let fitting: Vec<(Journey, Site)> = journeys
            .iter()
            .filter(|(journey, _)| flavour.navigation_api || !needs_no_second_run(journey))
            .cloned()
            .collect();
        run_all(flavour, &fitting, tally).await;
    }
}

/// Whether a journey meets the same code where links are ordinary links.
fn needs_no_second_run(journey: &Journey) -> bool {
    let group = short_name(journey).split("::").next().unwrap_or_default();
    SAME_WITH_PLAIN_LINKS.contains(&group)
}

/// A site of two pages on which the harness proves itself.
fn fixture() -> Site {
    Site::new(paths::workspace().join("tests/browser/fixture"), "/")
}

/// `RECTO_DIST`, or `dist` of the workspace, below `RECTO_BASE`.
fn site_from_environment() -> Site {
    let dist =
        env::var_os("RECTO_DIST").map_or_else(|| paths::workspace().join("dist"), PathBuf::from);
    let base = env::var("RECTO_BASE").unwrap_or_else(|_| "/".to_owned());
    Site::new(dist, &base)
}
