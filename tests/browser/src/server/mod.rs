//! A plain static file server for one `dist` folder, on 127.0.0.1 and a port of its own, so that every journey has
//! an origin with nothing in storage. It remembers every request, and a journey may bend single answers:
//! fail, hold back, add a page, forbid scripts, go offline. All else may come from a real server behind it.

mod answer;
mod body;
mod files;
mod gate;
mod headers_file;
mod listener;
mod upstream;

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard};

use anyhow::{Context, Result};
use tokio::task::JoinHandle;

pub use answer::Answer;
pub use body::Interruption;
pub use files::{files_in, media_type};
pub use gate::Gate;

use crate::fault::Fault;
use headers_file::HeaderRules;

/// What is served: a folder, below a base path such as `/` or `/blog/`.
#[derive(Clone, Debug)]
pub struct Site {
    pub dist: PathBuf,
    pub base: String,
    /// The port on this machine of a server that hosts the folder below the base path. Without one, files come from the
    /// folder, and headers from its `_headers`.
    pub upstream: Option<u16>,
}

impl Site {
    /// The files of a folder, below a base path with slashes at both ends.
    pub fn new(dist: impl Into<PathBuf>, base: &str) -> Self {
        Self {
            dist: dist.into(),
            base: base.to_owned(),
            upstream: None,
        }
    }
}

/// One request as it came in. `path` is still percent-encoded and holds no query.
#[derive(Clone, Debug)]
pub struct Request {
    pub method: String,
    pub path: String,
    pub query: Option<String>,
    pub headers: Vec<(String, String)>,
}

impl Request {
    /// The value of a header, by its lower-case name.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// A running server. It stops when dropped.
pub struct Server {
    state: Arc<State>,
    port: u16,
    listener: Mutex<Option<JoinHandle<()>>>,
}

/// What all connections share.
pub(crate) struct State {
    site: Site,
    rules: HeaderRules,
    plan: Mutex<Plan>,
    requests: Mutex<Vec<Request>>,
    faults: Mutex<Vec<Fault>>,
}

/// What a journey has asked for beyond the files of the folder. Keys are decoded paths.
#[derive(Default)]
struct Plan {
    answers: HashMap<String, Answer>,
    gates: HashMap<String, Gate>,
    first_script: String,
    scripts_forbidden: bool,
    frames_allowed: bool,
    pages_left_alone: bool,
    /// In lower case.
    withheld_headers: Vec<String>,
}

impl Server {
    pub async fn start(site: Site) -> Result<Self> {
        let state = Arc::new(State::new(site)?);
        let (port, listener) = listener::listen(0, state.clone()).await?;
        let listener = Mutex::new(Some(listener));
        Ok(Self {
            state,
            port,
            listener,
        })
    }

    /// The folder and base path that are served.
    pub fn site(&self) -> &Site {
        &self.state.site
    }

    /// `http://127.0.0.1:port`, without a slash at its end.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The address of a path of the site, which begins with `/` and knows nothing of the base path.
    pub fn url(&self, path: &str) -> String {
        format!("{}{}", self.origin(), self.path(path))
    }

    /// A path of the site below the base path.
    pub fn path(&self, path: &str) -> String {
        format!("{}{path}", self.state.site.base.trim_end_matches('/'))
    }

    /// Refuses connections and breaks off the open ones, until [`Server::go_online`].
    pub async fn go_offline(&self) {
        let listener = lock(&self.listener).take();
        if let Some(listener) = listener {
            listener.abort();
            let _ = listener.await;
        }
    }

    pub async fn go_online(&self) -> Result<()> {
        let (_, listener) = listener::listen(self.port, self.state.clone()).await?;
        *lock(&self.listener) = Some(listener);
        Ok(())
    }

    /// Gives this answer for the path from now on, whether or not there is such a file.
    pub fn answer(&self, path: &str, answer: Answer) {
        let path = self.path(path);
        lock(&self.state.plan).answers.insert(path, answer);
    }

    /// Answers the path from the folder again.
    pub fn answer_as_usual(&self, path: &str) {
        let path = self.path(path);
        lock(&self.state.plan).answers.remove(&path);
    }

    /// Holds back every answer for the path until the gate is opened.
    pub fn hold(&self, path: &str) -> Gate {
        let gate = Gate::default();
        let path = self.path(path);
        lock(&self.state.plan).gates.insert(path, gate.clone());
        gate
    }

    /// Runs this script in every page before any script of the page.
    pub fn run_first(&self, script: &str) {
        let mut plan = lock(&self.state.plan);
        plan.first_script.push_str(script);
        plan.first_script.push('\n');
    }

    /// Sends `script-src 'none'` with every page, and leaves out the collector.
    pub fn forbid_scripts(&self, forbidden: bool) {
        lock(&self.state.plan).scripts_forbidden = forbidden;
    }

    /// Drops `frame-ancestors` from every policy, so that a page can be shown in a narrow frame.
    pub fn allow_frames(&self) {
        lock(&self.state.plan).frames_allowed = true;
    }

    /// Sends pages as they are, without the collector.
    pub fn leave_pages_alone(&self) {
        lock(&self.state.plan).pages_left_alone = true;
    }

    /// Leaves out this header from now on, as a host does that was not told of it. Its name is in lower case.
    pub fn withhold_header(&self, name: &str) {
        lock(&self.state.plan)
            .withheld_headers
            .push(name.to_owned());
    }

    /// Every request so far, in order of arrival, but for the harness's own.
    pub fn requests(&self) -> Vec<Request> {
        lock(&self.state.requests).clone()
    }

    /// How often a path of the site was asked for.
    pub fn count(&self, path: &str) -> usize {
        let path = self.path(path);
        let requests = lock(&self.state.requests);
        requests.iter().filter(|r| r.path == path).count()
    }

    pub fn forget_requests(&self) {
        lock(&self.state.requests).clear();
    }

    /// What went wrong in pages of this server, as far as they have told.
    pub fn faults(&self) -> Vec<Fault> {
        lock(&self.state.faults).clone()
    }

    /// Adds what was read from a page that is still open; what is known already is left out.
    pub fn add_faults(&self, faults: Vec<Fault>) {
        for fault in faults {
            self.state.add_fault(fault);
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(listener) = lock(&self.listener).take() {
            listener.abort();
        }
    }
}

impl State {
    fn new(site: Site) -> Result<Self> {
        let file = site.dist.join("_headers");
        let text = if file.exists() {
            std::fs::read_to_string(&file).with_context(|| file.display().to_string())?
        } else {
            String::new()
        };
        Ok(Self {
            site,
            rules: HeaderRules::parse(&text)?,
            plan: Mutex::default(),
            requests: Mutex::default(),
            faults: Mutex::default(),
        })
    }

    fn add_fault(&self, fault: Fault) {
        let mut faults = lock(&self.faults);
        if !faults.iter().any(|known| known.id == fault.id) {
            faults.push(fault);
        }
    }
}

/// A journey that panicked while it held the lock leaves nothing half-written in these lists.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}
