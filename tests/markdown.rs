//! Markdown in, HTML out: the renderer seen from outside.

#[path = "markdown/features.rs"]
mod features;
#[path = "markdown/hostile.rs"]
mod hostile;
#[path = "markdown/judge.rs"]
mod judge;
#[path = "markdown/pathological.rs"]
mod pathological;
#[path = "markdown/spec.rs"]
mod spec;
