//! How far long work has come: on a terminal one line that is written over and goes when the work is done, elsewhere one
//! plain line at its beginning. Short work is not told.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Work on fewer things than this is done before anybody asks.
const LONG: usize = 500;

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
        let shown = if total < LONG { Shown::Nowhere } else { self.0 };
        let done = AtomicUsize::new(0);
        let step = Step {
            shown,
            what,
            total,
            done,
        };
        if shown == Shown::Line {
            let _ = writeln!(io::stdout(), "{what}: {total}");
        }
        step.show(0);
        step
    }
}

impl Step {
    /// One more thing is done.
    pub fn advance(&self) {
        let before = self.done.fetch_add(1, Ordering::Relaxed);
        let percent = |done: usize| done * 100 / self.total.max(1);
        if percent(before) != percent(before + 1) {
            self.show(before + 1);
        }
    }

    fn show(&self, done: usize) {
        if self.shown == Shown::Terminal {
            let (what, total) = (self.what, self.total);
            let _ = write!(io::stderr(), "\r\x1b[K{what}: {done} of {total}");
        }
    }
}

impl Drop for Step {
    fn drop(&mut self) {
        if self.shown == Shown::Terminal {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
