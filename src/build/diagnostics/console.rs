//! What the command line prints. Whoever has stopped reading does not stop the work.

use super::problem::Problem;
use std::io::{self, Write};
use std::process::ExitCode;

/// A line on standard output.
pub fn print(line: &str) {
    let _ = writeln!(io::stdout(), "{line}");
}

/// One line each, on standard error.
pub fn report<'a>(problems: impl IntoIterator<Item = &'a Problem>) {
    for problem in problems {
        warn(&problem.to_string());
    }
}

/// What somebody who waits should know, on standard error.
pub fn remark(what: &str) {
    let _ = writeln!(io::stderr(), "recto: {what}");
}

/// A line on standard error.
pub fn warn(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// Why a command could not do what it was asked for.
pub fn fail(why: &str) -> ExitCode {
    let _ = writeln!(io::stderr(), "recto: {why}");
    ExitCode::FAILURE
}
