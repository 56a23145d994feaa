//! `cargo xtask bench-search`: known items, looked for with Recto's search and with those of others, and what each makes
//! a reader load. Prints a table for `benches/README.md`.
//!
//! The harness is Node, in `benches/search`; the others come from npm. 10,000 articles take several GB of memory.

use std::fs;

use anyhow::{Result, ensure};

use crate::{
    process,
    tools::{self, Tool},
    workspace,
};

pub fn run(articles: u32) -> Result<()> {
    let recto = workspace::release_recto();
    ensure!(
        recto.is_file(),
        "{} is missing: run `cargo xtask dist`",
        recto.display()
    );
    tools::require(&[Tool::SearchPeers])?;
    let folder = workspace::root().join(format!("target/bench-search/{articles}"));
    // What another build has left is not to be measured.
    if folder.is_dir() {
        fs::remove_dir_all(&folder)?;
    }
    let mut node = process::command("node");
    node.arg(workspace::root().join("benches/search/run.mjs"))
        .arg(&folder)
        .arg(articles.to_string())
        .arg(recto)
        .arg(workspace::built_app()?)
        .arg(workspace::tools().join("search/node_modules"));
    process::run(&mut node)
}
