//! What is on show: the last site that could be built, pages of what has changed since, and what keeps a newer one from being
//! built.

use crate::build::BuiltSite;
use crate::build::input::source::SkipReason;
use crate::build::text_preview::Preview;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tokio::sync::watch;
use tokio::time::timeout;

/// Shared by the threads that build and the one that answers.
pub struct State {
    shown: watch::Sender<Shown>,
    versions: AtomicU64,
    /// Tells this run of the program from the one before, which a page may still remember.
    started: u128,
}

#[derive(Default)]
struct Shown {
    site: Option<Site>,
    /// The version of the site; 0 while there is none.
    version: u64,
    problems: Vec<String>,
    /// How often something else was on show.
    builds: u64,
}

/// What answers are made of.
#[derive(Clone)]
pub struct Site {
    pub built: Arc<BuiltSite>,
    /// That of the build.
    pub version: u64,
    /// Pages that are newer than the build's.
    pub preview: Option<Arc<Preview>>,
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
            versions: AtomicU64::new(0),
            started,
        }
    }

    /// The version that is about to be made.
    pub fn next_version(&self) -> u64 {
        self.versions.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// Whether nothing newer was begun.
    pub fn is_newest(&self, version: u64) -> bool {
        self.versions.load(Ordering::Relaxed) == version
    }

    /// The whole site. A preview of something newer stays, and so does what is wrong with it.
    pub fn show(&self, built: BuiltSite, version: u64) {
        self.shown.send_modify(|shown| {
            let built = Arc::new(built);
            let preview = (shown.site.take())
                .and_then(|site| site.preview)
                .filter(|_| shown.version > version);
            shown.site = Some(Site {
                built,
                version,
                preview,
            });
            let problems = match self.is_newest(version) {
                true => Vec::new(),
                false => shown.problems.clone(),
            };
            shown.change(version.max(shown.version), problems);
        });
    }

    /// Pages that are newer than the site.
    pub fn show_preview(&self, preview: Preview, version: u64) {
        let mut last = None;
        self.shown.send_modify(|shown| {
            if let Some(site) = &mut shown.site {
                last = site.preview.replace(Arc::new(preview));
                shown.change(version, Vec::new());
            }
        });
        // It takes a while to free a large one, for which nobody waits.
        drop(last);
    }

    pub fn show_problems(&self, problems: Vec<String>) {
        self.shown
            .send_modify(|shown| shown.change(shown.version, problems));
    }

    /// What is on show now, if there is anything.
    pub fn shown(&self) -> Option<Site> {
        self.shown.borrow().site.clone()
    }

    /// The site, or what has kept it from being built; waits for the first build.
    pub async fn site(&self) -> Result<Site, Vec<String>> {
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
            version: match shown.version {
                0 => String::new(),
                version => self.name(version),
            },
            problems: shown.problems.clone(),
            badges: shown.site.as_ref().map(badges).unwrap_or_default(),
        }
    }

    /// Of a version, or of a number of builds.
    pub fn name(&self, number: u64) -> String {
        [self.started.to_string(), number.to_string()].join("-")
    }
}

impl Shown {
    /// Pages that wait are told of nothing that is no news to them.
    fn change(&mut self, version: u64, problems: Vec<String>) {
        if self.builds == 0 || version != self.version || problems != self.problems {
            self.builds += 1;
        }
        (self.version, self.problems) = (version, problems);
    }
}

fn badges(site: &Site) -> BTreeMap<String, &'static str> {
    let badge = |why: SkipReason| match why {
        SkipReason::Later => "Not published before its date",
        SkipReason::Expired => "Expired",
        SkipReason::Draft | SkipReason::NoText | SkipReason::Unreadable => "Draft",
    };
    let unpublished = match &site.preview {
        Some(preview) => &preview.unpublished,
        None => &site.built.unpublished,
    };
    unpublished
        .iter()
        .map(|(path, why)| (path.clone(), badge(*why)))
        .collect()
}
