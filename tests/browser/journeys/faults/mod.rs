//! Every request of the app, answered wrongly in every way: the text stays readable, links lead on, what is said is true,
//! a page is loaded anew once at most, nothing that is stored is lost, and nothing goes wrong unseen.
//!
//! 1. `ways` says how an answer can be wrong.
//! 2. `requests` has a journey for each request: what a reader does to cause it, and what they must meet.
//! 3. `entries` does the same for WebAssembly and for each entry of the modules, `stored` for storage, `news` for
//!    what was published since the build, and `elsewhere` for embeds.
//!
//! `docs/faults.md` lists the cells.

mod elsewhere;
mod entries;
mod news;
mod reader;
mod requests;
mod stored;
mod ways;

use std::fs;

use anyhow::{Context, Result, bail, ensure};
use browser_tests::runner::Journey;
use browser_tests::server::Server;
use browser_tests::{Stage, journeys, paths};

use ways::{WAYS, Way};

pub const JOURNEYS: &[&[Journey]] = &[
    requests::JOURNEYS,
    entries::JOURNEYS,
    stored::JOURNEYS,
    news::JOURNEYS,
    elsewhere::JOURNEYS,
    IN_THE_DOCUMENTATION,
];

const IN_THE_DOCUMENTATION: &[Journey] = journeys![the_documentation_lists_every_cell];

/// Rows of `docs/faults.md` whose cells are the [`WAYS`].
const REQUESTS: [&str; 31] = [
    "start script",
    "app, script",
    "app, WebAssembly",
    "app, style sheet",
    "style of what follows the text",
    "facts about the site",
    "article, JSON",
    "article, Markdown",
    "renderer, script",
    "renderer, WebAssembly",
    "picture",
    "tools, script",
    "tools, WebAssembly",
    "tools, style sheet",
    "names for the search",
    "search, root of the index",
    "search, a shard of the index",
    "search, script",
    "search, WebAssembly",
    "messages",
    "what was published",
    "published, script",
    "published, WebAssembly",
    "embeds, script",
    "embeds, view",
    "embeds, WebAssembly",
    "embeds, style sheet",
    "embeds, facts about the site",
    "embeds, article, JSON",
    "embeds, article, Markdown",
    "embeds, renderer",
];

/// Does the same for each way in which the answer for this path can be wrong, and tells of all that did not go well.
async fn in_every_way(
    stage: &Stage<'_>,
    server: &Server,
    request: &str,
    path: &str,
    fits: fn(&Way) -> bool,
    read: impl AsyncFn(&Way) -> Result<()>,
) -> Result<()> {
    ensure!(REQUESTS.contains(&request), "{request} is not in the table");
    // Else the first good answer, or a bad one, would be kept for all that follow.
    server.withhold_header("cache-control");
    // The policy refuses the portal.
    stage.expect_fault(&format!("refused {}", server.url(path)));
    let file = server.site().dist.join(path.trim_start_matches('/'));
    let file = fs::read(&file).with_context(|| file.display().to_string())?;
    let (mut right, mut wrong) = (Vec::new(), Vec::new());
    for way in WAYS.iter().filter(|way| fits(way)) {
        server.forget_requests();
        let trouble = way.begin(server, path, &file);
        let outcome = read(way).await;
        let is_asked_for = server.count(path) > 0;
        trouble.end(server, path);
        let outcome = outcome.and_then(|()| {
            ensure!(is_asked_for, "nothing asked for it");
            Ok(())
        });
        match outcome {
            Ok(()) => right.push(way.name),
            Err(error) => wrong.push(format!("{request}, {}: {error:#}", way.name)),
        }
    }
    println!("  {request}, right: {}", right.join(", "));
    match wrong.is_empty() {
        true => Ok(()),
        false => bail!("{}", wrong.join("\n")),
    }
}

/// The head of the table in the documentation, and the first cell of each of its rows.
async fn the_documentation_lists_every_cell(_: &Stage<'_>) -> Result<()> {
    let file = paths::workspace().join("docs/faults.md");
    let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let names: Vec<&str> = WAYS.iter().map(|way| way.name).collect();
    let head = format!("| | {} |", names.join(" | "));
    ensure!(
        text.contains(&head),
        "docs/faults.md lacks the line\n{head}"
    );
    for request in REQUESTS {
        let row = format!("\n| {request} |");
        ensure!(
            text.contains(&row),
            "docs/faults.md has no row for {request}"
        );
    }
    Ok(())
}
