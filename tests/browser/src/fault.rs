//! What can go wrong inside a page without anybody seeing it; told by `collector.js`.

use std::fmt;

use serde::Deserialize;

/// A refusal of the Content Security Policy, an uncaught error or rejection, or a line in the console.
#[derive(Clone, Debug, Deserialize)]
pub struct Fault {
    /// Tells two reports of one fault apart from two faults.
    pub id: String,
    pub kind: FaultKind,
    pub text: String,
    /// The address of the page.
    pub page: String,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum FaultKind {
    /// Against the Content Security Policy, Trusted Types included.
    Violation,
    Error,
    Rejection,
    ConsoleError,
    ConsoleWarning,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} on {}: {}", self.kind, self.page, self.text)
    }
}
