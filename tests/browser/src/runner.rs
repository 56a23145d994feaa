//! Runs journeys one after another: filters by name, runs one that failed a second time, goes on after a failure, and
//! keeps a picture and notes of it.

use std::fmt::Write;
use std::panic::AssertUnwindSafe;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, ensure};
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;
use tokio::time::timeout;

use crate::browser::Browser;
use crate::engine::Flavour;
use crate::paths;
use crate::server::Site;
use crate::stage::Stage;

/// Ends a journey that hangs.
const LIMIT: Duration = Duration::from_secs(180);

/// One journey of a reader, and in which flavours it makes sense.
#[derive(Clone, Copy)]
pub struct Journey {
    pub name: &'static str,
    pub fits: fn(Flavour) -> bool,
    pub run: for<'a> fn(&'a Stage<'a>) -> LocalBoxFuture<'a, Result<()>>,
}

/// A list of journeys from their functions: `journeys![first, second where navigation_api]`.
#[macro_export]
macro_rules! journeys {
    ($($name:ident $(where $fits:expr)?),* $(,)?) => {
        &[$($crate::runner::Journey {
            name: concat!(module_path!(), "::", stringify!($name)),
            fits: $crate::journeys!(@fits $($fits)?),
            run: |stage| Box::pin($name(stage)),
        }),*]
    };
    (@fits) => { |_| true };
    (@fits $fits:expr) => { $fits };
}

/// For `where`: links are taken over by the app.
pub fn navigation_api(flavour: Flavour) -> bool {
    flavour.navigation_api
}

#[derive(Default)]
pub struct Tally {
    pub passed: usize,
    /// A report of each journey that failed the first time and passed the second.
    pub shaky: Vec<String>,
    /// A report of each journey that failed twice.
    pub failed: Vec<String>,
}

impl Tally {
    /// The reports of all that did not go well at once, or nothing.
    pub fn summary(&self) -> String {
        let failed = self.failed.iter().map(|report| format!("{report}\n"));
        let shaky = self.shaky.iter();
        let shaky = shaky.map(|report| format!("{report}\n    It passed the second time.\n"));
        failed.chain(shaky).collect()
    }
}

/// Runs all journeys that fit the flavour, each on its site.
pub async fn run_all(flavour: Flavour, journeys: &[(Journey, Site)], tally: &mut Tally) {
    let mut browser = None;
    if let Ok(folder) = paths::failures(flavour) {
        // What an earlier run has left.
        let _ = std::fs::remove_dir_all(folder);
    }
    for (journey, site) in journeys
        .iter()
        .filter(|(journey, _)| (journey.fits)(flavour))
    {
        let Err(first) = timed(flavour, site, journey, &mut browser).await else {
            tally.passed += 1;
            continue;
        };
        // One of a thousand journeys fails on a busy machine for no fault of the site; a fault of the site stays.
        match timed(flavour, site, journey, &mut browser).await {
            Ok(()) => {
                tally.passed += 1;
                tally.shaky.push(first);
            }
            Err(second) => tally.failed.push(second),
        }
    }
    if let Some(browser) = browser {
        browser.quit().await;
    }
}

/// Runs one, and prints how it went. A report of the failure is the error.
async fn timed(
    flavour: Flavour,
    site: &Site,
    journey: &Journey,
    browser: &mut Option<Browser>,
) -> Result<(), String> {
    let started = Instant::now();
    let result = run_one(flavour, site, journey, browser).await;
    let seconds = started.elapsed().as_secs_f64();
    let name = short_name(journey);
    result
        .map(|()| println!("{flavour} {name} ... ok ({seconds:.1} s)"))
        .map_err(|error| {
            let reasons = plainly(&error);
            let report = format!("{flavour} {name} ... FAILED ({seconds:.1} s)\n    {reasons}");
            println!("{report}");
            report
        })
}

/// `reactions::survive_a_reload`, without the name of the test program.
pub fn short_name(journey: &Journey) -> &'static str {
    journey
        .name
        .split_once("::")
        .map_or(journey.name, |(_, name)| name)
}

async fn run_one(
    flavour: Flavour,
    site: &Site,
    journey: &Journey,
    browser: &mut Option<Browser>,
) -> Result<()> {
    if browser.is_none() {
        let started = Instant::now();
        *browser = Some(Browser::start(flavour).await?);
        println!(
            "{flavour} started ({:.1} s)",
            started.elapsed().as_secs_f64()
        );
    }
    let Some(running) = browser.as_ref() else {
        unreachable!("started above")
    };
    let stage = match Stage::set(running, site.clone()).await {
        Ok(stage) => stage,
        Err(error) => {
            // The next journey gets a new browser.
            *browser = None;
            return Err(error).context("the browser gave no fresh tab");
        }
    };
    let mut result = guarded(journey, &stage).await;
    if result.is_ok() {
        let faults = stage.unexpected_faults().await;
        let lines = faults
            .iter()
            .map(|fault| format!("\n      {fault}"))
            .collect::<String>();
        if !faults.is_empty() {
            result = Err(anyhow!("it went well, but not unseen:{lines}"));
        }
    }
    if let Err(error) = &result {
        keep_notes(journey, &stage, error).await;
    }
    result
}

async fn guarded(journey: &Journey, stage: &Stage<'_>) -> Result<()> {
    match timeout(LIMIT, AssertUnwindSafe((journey.run)(stage)).catch_unwind()).await {
        Err(_) => Err(anyhow!("still running after {} s", LIMIT.as_secs())),
        Ok(Ok(result)) => result,
        Ok(Err(panic)) => {
            let text = panic.downcast_ref::<String>().map(String::as_str);
            let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
            Err(anyhow!("panicked: {}", text.unwrap_or("without words")))
        }
    }
}

/// The whole chain of reasons, without the driver's own stack.
fn plainly(error: &anyhow::Error) -> String {
    let text = format!("{error:#}");
    let reasons = text.split("Stacktrace:").next().unwrap_or_default();
    reasons.trim_end().to_owned()
}

/// A picture of each tab, and a text with addresses, faults and requests.
async fn keep_notes(journey: &Journey, stage: &Stage<'_>, error: &anyhow::Error) {
    let name = short_name(journey).replace("::", "-");
    let mut notes = format!("{}\n", plainly(error));
    let Ok(folder) = paths::failures(stage.flavour) else {
        return;
    };
    for (number, page) in stage.pages().iter().enumerate() {
        let address: Result<String> = page
            .js("return location.href + ' — ' + document.title")
            .await;
        let _ = writeln!(notes, "\ntab {number}: {address:?}");
        let _ = page
            .screenshot_to(&folder.join(format!("{name}-{number}.png")))
            .await;
    }
    for fault in stage.all_faults().await {
        let _ = writeln!(notes, "fault: {fault}");
    }
    for request in stage.server.requests() {
        let _ = writeln!(notes, "request: {} {}", request.method, request.path);
    }
    for entry in stage.browser_log().await.unwrap_or_default() {
        let _ = writeln!(notes, "browser: {entry}");
    }
    let _ = std::fs::write(folder.join(format!("{name}.txt")), notes);
}

/// Says what is wrong with the folder before any browser is started.
pub fn check_site(site: &Site) -> Result<()> {
    let index = site.dist.join("index.html");
    ensure!(
        index.is_file(),
        "{} is missing: build dist/ first, or set RECTO_DIST",
        index.display()
    );
    Ok(())
}
