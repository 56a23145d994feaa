//! One line that says what is being done and for how long: on a terminal it counts the seconds, elsewhere it is printed
//! at the start and at the end.

use std::{
    io::IsTerminal,
    process::Command,
    sync::LazyLock,
    time::{Duration, Instant},
};

use anyhow::Result;
use indicatif::{MultiProgress, ProgressBar, ProgressStyle};

use crate::process;

/// Quicker work is not worth a line that stays.
const SHORT: Duration = Duration::from_secs(1);

/// The lines of work that goes on at once.
static LINES: LazyLock<MultiProgress> = LazyLock::new(MultiProgress::new);

/// Runs a command that prints nothing meanwhile; its warnings come afterwards.
pub fn run(what: &str, command: &mut Command) -> Result<()> {
    eprint!("{}", show(what, || process::warnings(command))?);
    Ok(())
}

/// Does the work, with `what` in the line: "Compiling the app".
pub fn show<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let start = Instant::now();
    let line = line(what);
    let result = work();
    line.finish_and_clear();
    let taken = start.elapsed();
    if result.is_ok() && taken >= SHORT {
        println!("{what}: {:.1} s", taken.as_secs_f64());
    }
    result
}

fn line(what: &str) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        println!("{what} …");
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{spinner} {msg} … {elapsed}");
    let style = style.expect("the template is well-formed");
    let line = LINES.add(ProgressBar::new_spinner().with_style(style));
    line.set_message(what.to_owned());
    line.enable_steady_tick(Duration::from_millis(100));
    line
}
