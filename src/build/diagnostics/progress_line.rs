//! How far long work has come: on a terminal one line that is written over and goes when the work is done, elsewhere one
//! plain line. Short work is not told.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Work on fewer things than this is done before anybody asks, unless each of them takes its time, as pictures do.
const MANY: usize = 500;
const LONG: Duration = Duration::from_secs(5);

/// Where progress is shown; by default nowhere.
#[derive(Clone, Copy, Debug, Default)]
pub struct Progress(Shown);

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Shown {
    #[default]
    Nowhere,
    Line,
    Terminal,
}

/// A step that is under way. It ends when it is dropped.
pub struct Step {
    shown: Shown,
    what: &'static str,
    total: usize,
    done: AtomicUsize,
    /// How much was done when it was shown last.
    last: AtomicUsize,
    begun: Instant,
    /// Whether the work has turned out to be long, and is told of.
    is_told: AtomicBool,
}

impl Progress {
    pub fn for_people() -> Self {
        let is_plain = std::env::var_os("TERM").is_none_or(|kind| kind == "dumb");
        match io::stderr().is_terminal() && !is_plain {
            true => Self(Shown::Terminal),
            false => Self(Shown::Line),
        }
    }

    /// Begins to do something with so many things.
    pub fn step(self, what: &'static str, total: usize) -> Step {
        let step = Step {
            shown: self.0,
            what,
            total,
            done: AtomicUsize::new(0),
            last: AtomicUsize::new(0),
            begun: Instant::now(),
            is_told: AtomicBool::new(false),
        };
        if total >= MANY {
            step.begin_to_tell(0);
        }
        step
    }
}

impl Step {
    /// One more thing is done.
    pub fn advance(&self) {
        let before = self.done.fetch_add(1, Ordering::Relaxed);
        let percent = |done: usize| done * 100 / self.total.max(1);
        if !self.is_told.load(Ordering::Relaxed) {
            if self.begun.elapsed() > LONG {
                self.begin_to_tell(before + 1);
            }
        } else if percent(before) != percent(before + 1) {
            self.show(before + 1);
        }
    }

    /// On a terminal how much is done; elsewhere only what is to be done, and only once.
    fn begin_to_tell(&self, done: usize) {
        let is_first = !self.is_told.swap(true, Ordering::Relaxed);
        if is_first && self.shown == Shown::Line {
            let _ = writeln!(io::stdout(), "{}: {}", self.what, self.total);
        }
        self.show(done);
    }

    fn show(&self, done: usize) {
        if self.shown == Shown::Terminal {
            let (what, total) = (self.what, self.total);
            // Threads may come here in another order than they have counted in.
            let mut terminal = io::stderr().lock();
            if self.last.fetch_max(done, Ordering::Relaxed) <= done {
                let _ = write!(terminal, "\r\x1b[K{what}: {done} of {total}");
            }
        }
    }
}

impl Drop for Step {
    fn drop(&mut self) {
        if self.shown == Shown::Terminal && self.is_told.load(Ordering::Relaxed) {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
