//! `cargo xtask docs`: the pages of the reference that are made, and the documentation as a site.

use std::path::PathBuf;

use anyhow::Result;

use crate::{process, workspace};

/// Tells the test that checks the pages to write them; see `tests/site/reference`.
const WRITE: &str = "RECTO_WRITE_DOCS";

/// Writes what is made anew, then the site.
pub fn run() -> Result<()> {
    let mut test = process::command("cargo");
    test.args(["test", "--quiet", "--test", "site", "--"]);
    test.args(["the_reference_is_up_to_date"]);
    process::run(test.env(WRITE, "1"))?;
    build()
}

/// The documentation, from what lies there.
pub fn build() -> Result<()> {
    let mut recto = process::command(workspace::recto());
    recto.args(["build", "--strict", "--style", "style", "--app"]);
    recto.arg(workspace::built_app()?);
    recto.args(["--content", "docs/site/content"]);
    recto.args(["--public", "docs/site/public"]);
    recto.args(["--cache", "target/docs-cache", "--out"]);
    process::run(recto.arg(site()))
}

pub fn site() -> PathBuf {
    workspace::root().join("target/docs")
}
