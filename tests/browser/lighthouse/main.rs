//! `cargo xtask lighthouse`: the scores that Lighthouse gives to the front page and to an article, as a phone on a slow
//! line loads them, with the headers that the build wrote. All have to be 100.
//! `RECTO_DIST=/path/to/dist RECTO_LIGHTHOUSE=/path/to/lighthouse cargo run --bin lighthouse`
//!
//! 1. Serve the folder on this machine, uncompressed, which no host does worse.
//! 2. Have each page measured, again where it was too slow: the machine may have been busy with something else.
//! 3. Print a line for each page, and what cost it points.

#[allow(dead_code)]
#[path = "../journeys/site.rs"]
mod site;

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result, anyhow, bail, ensure};
use browser_tests::browser::{CHROMIUM, CHROMIUM_FLAGS};
use browser_tests::paths;
use browser_tests::runner::check_site;
use browser_tests::server::{Server, Site};
use serde_json::Value;

const PAGES: [&str; 2] = ["/", site::LEAK];
const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];
/// How often a page may be measured until it is quick enough.
const RUNS: usize = 3;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let program = env::var_os("RECTO_LIGHTHOUSE").map(PathBuf::from);
    let program = program.context("RECTO_LIGHTHOUSE does not say where Lighthouse is")?;
    let dist =
        env::var_os("RECTO_DIST").map_or_else(|| paths::workspace().join("dist"), PathBuf::from);
    let site = Site::new(dist, "/");
    check_site(&site)?;
    let runtime = tokio::runtime::Runtime::new()?;
    let server = runtime.block_on(Server::start(site))?;
    server.leave_pages_alone();
    let mut lost = Vec::new();
    println!("{}", line("", CATEGORIES));
    for page in PAGES {
        let report = best_report(&program, &server.url(page))?;
        println!(
            "{}",
            line(page, report.scores.map(|score| score.to_string()))
        );
        lost.extend(report.lost.iter().map(|audit| format!("{page}: {audit}")));
        if report.scores != [100; 4] && report.lost.is_empty() {
            bail!("{page} has less than 100, and Lighthouse does not say why");
        }
    }
    ensure!(
        lost.is_empty(),
        "below 100; seconds count only on a machine that has nothing else to do:\n{}",
        lost.join("\n")
    );
    Ok(())
}

/// What Lighthouse says of one page.
struct Report {
    /// For each category, from 0 to 100.
    scores: [u64; 4],
    /// What cost points, where there is less than 100.
    lost: Vec<String>,
}

/// The first that is quick enough, or else the quickest. Now and then Lighthouse cannot record a load.
fn best_report(program: &Path, url: &str) -> Result<Report> {
    let mut best: Result<Report> = Err(anyhow!("{url} was never measured"));
    for _ in 0..RUNS {
        let report = measure(program, url).and_then(|report| Report::read(&report));
        let is_better = match (&best, &report) {
            (Ok(best), Ok(report)) => best.scores[0] < report.scores[0],
            (best, _) => best.is_err(),
        };
        if is_better {
            best = report;
        }
        if best.as_ref().is_ok_and(|best| best.scores[0] == 100) {
            break;
        }
    }
    best
}

fn measure(program: &Path, url: &str) -> Result<Value> {
    let mut lighthouse = Command::new(program);
    lighthouse.arg(url).args(["--quiet", "--output=json"]);
    lighthouse.arg(format!("--only-categories={}", CATEGORIES.join(",")));
    lighthouse.arg("--no-enable-error-reporting");
    let flags = CHROMIUM_FLAGS.map(quoted).join(" ");
    lighthouse.arg(format!("--chrome-flags={flags}"));
    lighthouse.env("CHROME_PATH", CHROMIUM);
    let output = lighthouse.stderr(Stdio::inherit()).output();
    let output = output.with_context(|| format!("starting {}", program.display()))?;
    ensure!(output.status.success(), "Lighthouse failed on {url}");
    serde_json::from_slice(&output.stdout).context("reading Lighthouse's report")
}

/// As in a shell: a value may have spaces in it.
fn quoted(flag: &str) -> String {
    match flag.split_once('=') {
        Some((name, value)) => format!("{name}='{value}'"),
        None => flag.to_owned(),
    }
}

impl Report {
    fn read(report: &Value) -> Result<Report> {
        let mut scores = [0; 4];
        let mut lost = Vec::new();
        for (score, name) in scores.iter_mut().zip(CATEGORIES) {
            let category = &report["categories"][name];
            let part = category["score"].as_f64();
            let part = part.with_context(|| format!("Lighthouse gave no score for {name}"))?;
            *score = (part * 100.0).round() as u64;
            if *score < 100 {
                lost.extend(imperfect(report, category));
            }
        }
        Ok(Report { scores, lost })
    }
}

/// The audits of the category that count and are not perfect.
fn imperfect(report: &Value, category: &Value) -> Vec<String> {
    let references = category["auditRefs"].as_array().into_iter().flatten();
    let audits = references
        .filter(|reference| reference["weight"].as_f64() > Some(0.0))
        .filter_map(|reference| reference["id"].as_str())
        .map(|id| &report["audits"][id]);
    audits
        .filter(|audit| audit["score"].as_f64().is_some_and(|score| score < 1.0))
        .map(|audit| {
            let text = |name: &str| audit[name].as_str().unwrap_or_default();
            format!("{} {}", text("title"), text("displayValue"))
        })
        .collect()
}

fn line<T: AsRef<str>>(page: &str, cells: [T; 4]) -> String {
    let cells = cells.map(|cell| format!("{:>15}", cell.as_ref()));
    format!("{page:<40}{}", cells.concat())
}
