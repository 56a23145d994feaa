//! What is wrong with the content, where, and what to do about it. Problems are collected, never thrown: one run
//! tells all of them.

use serde::Serialize;
use std::fmt;

/// One remark about one place in one file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Problem {
    /// As the publisher would type it: the content folder as given, then the path below it.
    pub path: String,
    #[serde(flatten)]
    pub position: Position,
    pub severity: Severity,
    pub what: String,
    pub remedy: String,
}

/// A place in a text: line and column from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// Errors stop the build, warnings do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    Error,
    Warning,
}

/// All that was found, in the order it was found.
#[derive(Clone, Debug, Default)]
pub struct Problems(Vec<Problem>);

impl Problems {
    pub fn error(
        &mut self,
        path: &str,
        position: Position,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.add(Severity::Error, path, position, what.into(), remedy.into());
    }

    pub fn warning(
        &mut self,
        path: &str,
        position: Position,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.add(
            Severity::Warning,
            path,
            position,
            what.into(),
            remedy.into(),
        );
    }

    pub fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    pub fn has_errors(&self) -> bool {
        has_errors(&self.0)
    }

    /// Makes warnings of errors: what stops a build of ours need not stop one of a folder that another system builds.
    pub fn forgive(&mut self) {
        self.0
            .iter_mut()
            .for_each(|problem| problem.severity = Severity::Warning);
    }

    /// By path, then by place.
    pub fn into_sorted(mut self) -> Vec<Problem> {
        self.0.sort();
        self.0.dedup();
        self.0
    }

    fn add(
        &mut self,
        severity: Severity,
        path: &str,
        position: Position,
        what: String,
        remedy: String,
    ) {
        self.0.push(Problem {
            path: on_one_line(path.into()),
            position,
            severity,
            what: on_one_line(what),
            remedy: on_one_line(remedy),
        });
    }
}

/// It may quote the content, which could hold line ends, or a terminal's own orders.
fn on_one_line(text: String) -> String {
    text.replace(char::is_control, " ")
}

pub fn has_errors(problems: &[Problem]) -> bool {
    problems
        .iter()
        .any(|problem| problem.severity == Severity::Error)
}

impl Problem {
    /// What it has in common with others of its kind: all but what it quotes from the content, and numbers.
    pub fn kind(&self) -> String {
        let mut quote = None;
        let mut kind = String::new();
        for character in [&*self.what, "; ", &self.remedy].concat().chars() {
            match (character, quote) {
                (_, Some(open)) if character == open => quote = None,
                (_, Some(_)) | ('0'..='9', None) => {}
                ('`' | '"', None) => {
                    quote = Some(character);
                    kind.push('…');
                }
                (_, None) => kind.push(character),
            }
        }
        kind
    }
}

impl Position {
    /// Where a problem of a whole file is told.
    pub const START: Self = Self { line: 1, column: 1 };

    /// The same place in a text that has this many lines before it.
    pub fn below(self, lines: usize) -> Self {
        Self {
            line: self.line + lines,
            ..self
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            path,
            position: Position { line, column },
            what,
            remedy,
            ..
        } = self;
        let severity = if self.severity == Severity::Warning {
            "warning: "
        } else {
            ""
        };
        write!(
            formatter,
            "{path}:{line}:{column}: {severity}{what}; {remedy}"
        )
    }
}
