//! What follows a change: where texts alone have changed, their pages are shown at once; then the whole site is built, by a
//! thread of its own, which leaves half of the processor to those who write on.

use super::answer::{RELOAD_SCRIPT, Server};
use crate::build::diagnostics::console::{print, report};
use crate::build::diagnostics::problem::Problem;
use crate::build::diagnostics::progress_line::Progress;
use crate::build::enrich::build_cache::BuildCache;
use crate::build::options::BuildOptions;
use crate::build::{build, text_preview};
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Instant;

pub struct Rebuild {
    options: BuildOptions,
    cache: BuildCache,
    server: Arc<Server>,
    /// What was told of the content as it is. It is not told again.
    told: Mutex<Vec<Problem>>,
    /// The last version with a change that no preview shows: until that is built, previews would show something older.
    unshown: AtomicU64,
}

impl Rebuild {
    pub fn new(options: BuildOptions, server: Arc<Server>) -> Self {
        Self {
            cache: BuildCache::for_many_builds(&options),
            options,
            server,
            told: Mutex::default(),
            unshown: AtomicU64::new(0),
        }
    }

    /// A thread that builds the whole site for each version that it is sent, or for the last of several.
    pub fn in_background(self: &Arc<Self>) -> Sender<u64> {
        let (sender, versions) = channel();
        let rebuild = Arc::clone(self);
        thread::spawn(move || {
            let threads = thread::available_parallelism().map_or(1, |all| all.get().div_ceil(2));
            let pool = ThreadPoolBuilder::new().num_threads(threads).build().ok();
            while let Ok(version) = versions.recv() {
                let version = versions.try_iter().last().unwrap_or(version);
                rebuild.whole(version, pool.as_ref());
            }
        });
        sender
    }

    /// Shows what has `changed`; nothing is all that there is.
    pub fn after(&self, changed: Option<Vec<PathBuf>>, build: &Sender<u64>) {
        let version = self.server.state.next_version();
        if changed.is_none_or(|changed| self.preview(&changed, version)) {
            // It fails only without the thread, which has panicked and said so.
            let _ = build.send(version);
        }
    }

    /// Answers whether the whole site is to be built, too.
    fn preview(&self, changed: &[PathBuf], version: u64) -> bool {
        let start = Instant::now();
        if !text_preview::shows(changed, &self.options) {
            self.unshown.store(version, Ordering::Relaxed);
        }
        let unshown = self.unshown.load(Ordering::Relaxed);
        let site = self.server.state.shown();
        let Some(site) = site.filter(|site| site.version >= unshown) else {
            return true;
        };
        let options = BuildOptions {
            progress: Progress::default(),
            ..self.options_of(version)
        };
        match text_preview::preview(&options, &site.built.preview_base, &self.cache) {
            Ok(Some(preview)) => {
                self.tell(preview.warnings.clone(), false);
                self.server.state.show_preview(preview, version);
                let seconds = start.elapsed().as_secs_f32();
                let texts: Vec<_> = (changed.iter())
                    .map(|path| path.display().to_string())
                    .collect();
                print(&format!("{}, {seconds:.2} s", texts.join(", ")));
                true
            }
            Ok(None) => {
                self.unshown.store(version, Ordering::Relaxed);
                true
            }
            Err(problems) => {
                self.fail(problems);
                false
            }
        }
    }

    fn whole(&self, version: u64, pool: Option<&ThreadPool>) {
        let start = Instant::now();
        let options = self.options_of(version);
        let built = || build(&options, &self.cache);
        // The first is waited for.
        let is_first = self.server.state.shown().is_none();
        let built = match pool.filter(|_| !is_first) {
            Some(pool) => pool.install(built),
            None => built(),
        };
        match built {
            Ok(built) => {
                self.tell(built.warnings.clone(), true);
                let (articles, files) = (built.articles, built.outputs.len());
                self.server.state.show(built, version);
                let seconds = start.elapsed().as_secs_f32();
                print(&format!(
                    "{articles} articles, {files} files, {seconds:.2} s"
                ));
            }
            // What is wrong may be right in what is newer.
            Err(problems) if self.server.state.is_newest(version) => self.fail(problems),
            Err(_) => {}
        }
    }

    fn fail(&self, problems: Vec<Problem>) {
        let shown = problems.iter().map(ToString::to_string).collect();
        self.tell(problems, true);
        print("The site stays as it was until this is corrected.");
        self.server.state.show_problems(shown);
    }

    /// Tells what is new. `is_all`: what is not among them is no longer wrong.
    fn tell(&self, problems: Vec<Problem>, is_all: bool) {
        // A thread that panicked while it held the lock has left a whole list behind.
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let is_new = |problem: &Problem| !told.contains(problem);
        let (new, known): (Vec<_>, Vec<_>) = problems.into_iter().partition(is_new);
        report(new.iter());
        match is_all {
            true => *told = [new, known].concat(),
            false => told.extend(new),
        }
    }

    fn options_of(&self, version: u64) -> BuildOptions {
        let version = self.server.state.name(version);
        BuildOptions {
            reload_script: Some([RELOAD_SCRIPT, "?built=", &version].concat()),
            ..self.options.clone()
        }
    }
}
