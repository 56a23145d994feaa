//! What a build or a check has come to: lines for people, or one JSON object for machines.

use super::arguments::ReportArguments;
use super::{grouped, say, tell, warn};
use crate::build::diagnostics::problem::{Problem, Severity};
use crate::build::diagnostics::progress::Progress;
use serde::Serialize;
use std::path::Path;
use std::process::ExitCode;

/// How it is told.
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
struct Told<'a> {
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

    /// Tells it, and answers what the program ends with.
    pub fn tell(&self, outcome: Outcome) -> ExitCode {
        let told = outcome.told();
        if self.is_json {
            // Paths that are no text are the only values that fail, and then there was no folder to write.
            say(&serde_json::to_string(&told).unwrap_or_default());
        } else {
            match self.is_verbose {
                true => tell(told.problems),
                false => grouped::lines(told.problems)
                    .iter()
                    .for_each(|line| warn(line)),
            }
            (told.notes.iter()).for_each(|note| say(&["note: ", note].concat()));
            say(&outcome.line(&told));
        }
        match told.ok {
            true => ExitCode::SUCCESS,
            false => ExitCode::FAILURE,
        }
    }
}

impl Outcome<'_> {
    fn told(&self) -> Told<'_> {
        let told = match self {
            Self::Built {
                articles,
                files,
                changed,
                out,
                problems,
                notes,
                ..
            } => Told {
                ok: true,
                articles: Some(*articles),
                files: Some(*files),
                changed: Some(*changed),
                out: Some(out),
                problems,
                notes,
                ..Told::default()
            },
            Self::Failed { problems, .. } => Told {
                problems,
                ..Told::default()
            },
            Self::Checked { fails, problems } => Told {
                ok: !fails,
                problems,
                ..Told::default()
            },
        };
        let is_error = |problem: &&Problem| problem.severity == Severity::Error;
        let errors = told.problems.iter().filter(is_error).count();
        let warnings = told.problems.len() - errors;
        Told {
            errors,
            warnings,
            ..told
        }
    }

    fn line(&self, told: &Told) -> String {
        let counts = [
            counted(told.errors, "error"),
            counted(told.warnings, "warning"),
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
