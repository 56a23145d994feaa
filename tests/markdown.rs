//! Markdown in, HTML out: the renderer seen from outside.

#[path = "markdown/corpus.rs"]
mod corpus;
#[path = "markdown/enrichment.rs"]
mod enrichment;
#[path = "markdown/extract.rs"]
mod extract;
#[path = "markdown/features.rs"]
mod features;
#[path = "markdown/gfm.rs"]
mod gfm;
#[path = "markdown/hostile.rs"]
mod hostile;
#[path = "markdown/judge.rs"]
mod judge;
#[path = "markdown/pathological.rs"]
mod pathological;
#[path = "markdown/report.rs"]
mod report;
#[path = "markdown/sink.rs"]
mod sink;
#[path = "markdown/spec.rs"]
mod spec;
