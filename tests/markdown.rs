//! Markdown in, HTML out: the renderer seen from outside.

#[path = "markdown/spec.rs"]
mod spec;
