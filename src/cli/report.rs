//! The result of a build or a check: lines for people, or one JSON object for machines.

use super::command_line::ReportArguments;
use super::grouped;
use crate::build::diagnostics::console::{print, report, warn};
use crate::build::diagnostics::problem::{Problem, Severity};
use crate::build::diagnostics::progress_line::Progress;
use crate::content::live::Live;
use serde::Serialize;
use std::path::Path;
use std::process::ExitCode;

/// How it is printed.
pub struct Report {
    /// Whether warnings are failures.
    pub is_strict: bool,
    /// Whether each of many warnings of one kind is told.
    pub is_verbose: bool,
    is_json: bool,
}

pub enum Outcome<'a> {
    Built {
        articles: usize,
        files: usize,
        /// Files that were not there before, or held something else.
        changed: usize,
        out: &'a Path,
        seconds: f32,
        problems: &'a [Problem],
        /// What single hosts do not take of it. That is never a failure.
        notes: &'a [String],
    },
    Published {
        live: &'a Live,
        files: usize,
        changed: usize,
        out: &'a Path,
        problems: &'a [Problem],
    },
    /// The folder stays as it was.
    Failed {
        out: &'a Path,
        problems: &'a [Problem],
    },
    Checked {
        fails: bool,
        problems: &'a [Problem],
    },
}

/// For machines. What does not apply is left out.
#[derive(Default, Serialize)]
struct JsonReport<'a> {
    /// Whether the exit status is 0.
    ok: bool,
    errors: usize,
    warnings: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    articles: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    files: Option<usize>,
    /// How many of the files are new or changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    changed: Option<usize>,
    /// The folder that was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    out: Option<&'a Path>,
    problems: &'a [Problem],
    /// What single hosts do not take.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    notes: &'a [String],
}

impl From<ReportArguments> for Report {
    fn from(arguments: ReportArguments) -> Self {
        Self {
            is_strict: arguments.strict,
            is_verbose: arguments.verbose,
            is_json: arguments.json,
        }
    }
}

impl Report {
    pub fn progress(&self) -> Progress {
        match self.is_json {
            true => Progress::default(),
            false => Progress::for_people(),
        }
    }

    /// Prints it. Returns the exit status.
    pub fn print(&self, outcome: Outcome) -> ExitCode {
        let totals = outcome.json_report();
        if self.is_json {
            // Paths that are no text are the only values that fail, and then there was no folder to write.
            print(&serde_json::to_string(&totals).unwrap_or_default());
        } else {
            match self.is_verbose {
                true => report(totals.problems),
                false => grouped::lines(totals.problems)
                    .iter()
                    .for_each(|line| warn(line)),
            }
            (totals.notes.iter()).for_each(|note| print(&["note: ", note].concat()));
            print(&outcome.line(&totals));
        }
        match totals.ok {
            true => ExitCode::SUCCESS,
            false => ExitCode::FAILURE,
        }
    }
}

impl Outcome<'_> {
    fn json_report(&self) -> JsonReport<'_> {
        let totals = match self {
            Self::Built {
                articles,
                files,
                changed,
                out,
                problems,
                notes,
                ..
            } => JsonReport {
                ok: true,
                articles: Some(*articles),
                files: Some(*files),
                changed: Some(*changed),
                out: Some(out),
                problems,
                notes,
                ..JsonReport::default()
            },
            Self::Published {
                live,
                files,
                changed,
                out,
                problems,
            } => JsonReport {
                ok: true,
                articles: Some(live.articles().count()),
                files: Some(*files),
                changed: Some(*changed),
                out: Some(out),
                problems,
                ..JsonReport::default()
            },
            Self::Failed { problems, .. } => JsonReport {
                problems,
                ..JsonReport::default()
            },
            Self::Checked { fails, problems } => JsonReport {
                ok: !fails,
                problems,
                ..JsonReport::default()
            },
        };
        let is_error = |problem: &&Problem| problem.severity == Severity::Error;
        let errors = totals.problems.iter().filter(is_error).count();
        let warnings = totals.problems.len() - errors;
        JsonReport {
            errors,
            warnings,
            ..totals
        }
    }

    fn line(&self, totals: &JsonReport) -> String {
        let counts = [
            counted(totals.errors, "error"),
            counted(totals.warnings, "warning"),
        ]
        .join(", ");
        match self {
            Self::Built {
                articles,
                files,
                changed,
                out,
                seconds,
                ..
            } => format!(
                "{}, {} in {}, {changed} of them new or changed, {seconds:.2} s",
                counted(*articles, "article"),
                counted(*files, "file"),
                out.display()
            ),
            Self::Published {
                live,
                files,
                changed,
                out,
                ..
            } => format!(
                "{} added, {} changed, {} removed since the last build; {} in {}, {changed} of them new or changed",
                live.added.len(),
                live.changed.len(),
                live.removed.len(),
                counted(*files, "file"),
                out.display()
            ),
            Self::Failed { out, .. } => {
                let stays = if out.exists() {
                    "stays as it was"
                } else {
                    "is not written"
                };
                format!("{counts}; {} {stays}", out.display())
            }
            Self::Checked { .. } => counts,
        }
    }
}

fn counted(count: usize, what: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {what}{ending}")
}
