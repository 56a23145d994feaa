//! What is on show: the last site that could be built, and what has kept a newer one from being built.

use crate::build::BuiltSite;
use crate::build::input::source::SkipReason;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tokio::sync::watch;
use tokio::time::timeout;

/// Shared by the thread that builds and the one that answers.
pub struct State {
    shown: watch::Sender<Shown>,
    /// Tells this run of the program from the one before, which a page may still remember.
    started: u128,
}

#[derive(Default)]
struct Shown {
    site: Option<Arc<BuiltSite>>,
    /// The version of the site; empty while there is none.
    version: String,
    problems: Vec<String>,
    /// Builds so far, failed ones too.
    builds: u64,
}

/// What a waiting page is told.
#[derive(Serialize)]
pub struct Change {
    /// To be sent with the next question.
    builds: String,
    version: String,
    problems: Vec<String>,
    /// Paths of pages that a build leaves out, and the words of the badge that says so.
    badges: BTreeMap<String, &'static str>,
}

/// After this time a page is answered even if nothing has changed, so that pages that are gone do not pile up.
const PATIENCE: Duration = Duration::from_secs(20);

impl State {
    pub fn new() -> Self {
        let started = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |time| time.as_millis());
        Self {
            shown: watch::Sender::default(),
            started,
        }
    }

    /// The name of the version that is about to be built.
    pub fn next_version(&self) -> String {
        self.name(self.shown.borrow().builds + 1)
    }

    pub fn show(&self, site: BuiltSite, version: String) {
        self.shown.send_modify(|shown| {
            *shown = Shown {
                site: Some(Arc::new(site)),
                version,
                problems: Vec::new(),
                builds: shown.builds + 1,
            };
        });
    }

    pub fn show_problems(&self, problems: Vec<String>) {
        self.shown.send_modify(|shown| {
            shown.problems = problems;
            shown.builds += 1;
        });
    }

    /// The site, or what has kept it from being built; waits for the first build.
    pub async fn site(&self) -> Result<Arc<BuiltSite>, Vec<String>> {
        let mut changes = self.shown.subscribe();
        // It fails only without a sender, which is ours.
        let _ = changes.wait_for(|shown| shown.builds > 0).await;
        let shown = self.shown.borrow();
        shown.site.clone().ok_or_else(|| shown.problems.clone())
    }

    /// Waits until there is something newer than what a page has seen.
    pub async fn wait_for_change(&self, seen: &str) -> Change {
        let is_new = |shown: &Shown| shown.builds > 0 && self.name(shown.builds) != seen;
        let mut changes = self.shown.subscribe();
        let _ = timeout(PATIENCE, changes.wait_for(is_new)).await;
        let shown = self.shown.borrow();
        Change {
            builds: self.name(shown.builds),
            version: shown.version.clone(),
            problems: shown.problems.clone(),
            badges: shown.site.as_deref().map(badges).unwrap_or_default(),
        }
    }

    fn name(&self, builds: u64) -> String {
        [self.started.to_string(), builds.to_string()].join("-")
    }
}

fn badges(site: &BuiltSite) -> BTreeMap<String, &'static str> {
    let badge = |why: SkipReason| match why {
        SkipReason::Later => "Not published before its date",
        SkipReason::Expired => "Expired",
        SkipReason::Draft | SkipReason::NoText | SkipReason::Unreadable => "Draft",
    };
    site.unpublished
        .iter()
        .map(|(path, why)| (path.clone(), badge(*why)))
        .collect()
}
