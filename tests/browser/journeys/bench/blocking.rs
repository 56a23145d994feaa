//! How long the page answers neither a key nor a click while an article is put on screen, on a processor four times
//! slower than this one, as telephones are.

use anyhow::Result;
use browser_tests::runner::Journey;
use browser_tests::server::Answer;
use browser_tests::{Engine, Flavour, Stage, journeys};
use serde::Deserialize;

use crate::{articles, site};

pub const JOURNEYS: &[Journey] = journeys![an_article_is_put_on_screen where can_be_slowed];

/// Only Chromium can be slowed down, and tells of long tasks.
fn can_be_slowed(flavour: Flavour) -> bool {
    flavour.engine == Engine::Chromium
}

const SLOWER: f64 = 4.0;
const ROUNDS: usize = 5;

/// Opens an article as a click does, and waits until it was painted and the browser has nothing to do.
const MEASURE: &str = include_str!("blocking.js");

#[derive(Deserialize)]
struct Opened {
    /// Milliseconds: the longest task, and what all tasks had above 50; until the article was painted.
    longest: f64,
    blocked: f64,
    painted: f64,
}

async fn an_article_is_put_on_screen(stage: &Stage<'_>) -> Result<()> {
    site::ask_to_save_data(stage);
    stage
        .server
        .run_first(&format!("window.__open = async (path) => {{ {MEASURE} }};"));
    println!("| text | longest task, ms | above 50, ms | painted, ms |\n|---|---|---|---|");
    for (name, length) in articles::LENGTHS {
        let mut rounds = Vec::new();
        for round in 0..ROUNDS {
            let slug = format!("long-{length}-{round}");
            publish(stage, &slug, length)?;
            let page = stage.open(site::LEAK).await?;
            page.slow_down(SLOWER).await?;
            let path = stage.server.path(&format!("/articles/{slug}/"));
            let opened: Opened = page
                .js_async(&format!("return window.__open({path:?})"))
                .await?;
            page.slow_down(1.0).await?;
            rounds.push(opened);
        }
        let median = |of: fn(&Opened) -> f64| {
            let mut values: Vec<f64> = rounds.iter().map(of).collect();
            values.sort_by(f64::total_cmp);
            values[ROUNDS / 2]
        };
        let [longest, blocked, painted] = [
            |o: &Opened| o.longest,
            |o: &Opened| o.blocked,
            |o: &Opened| o.painted,
        ]
        .map(median);
        println!("| {name} | {longest:.0} | {blocked:.0} | {painted:.0} |");
    }
    Ok(())
}

fn publish(stage: &Stage<'_>, slug: &str, length: usize) -> Result<()> {
    let mut data = site::leak_json(stage)?;
    data["slug"] = slug.into();
    data["enrichment"].take();
    // The text is another one.
    data["hash"] = "".into();
    let path = |end: &str| format!("/content/articles/{slug}.{end}");
    stage
        .server
        .answer(&path("json"), Answer::new(data.to_string()));
    stage
        .server
        .answer(&path("md"), Answer::new(articles::text(length)));
    Ok(())
}
