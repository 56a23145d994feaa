//! `cargo xtask lighthouse`: what Lighthouse says of `dist/`, on this machine and without the network.
//!
//! Not a step of `cargo xtask test`, because its packages from npm are 176 MB, and because its figure for performance
//! depends on what else the machine does.

use anyhow::Result;

use crate::{build, engine::Engine, process, size, tools, tools::Tool, workspace};

/// Takes `dist/` as it is, and builds it where there is none.
pub fn run() -> Result<()> {
    tools::require(&[
        Tool::Lighthouse,
        Tool::Fonts,
        Tool::Browser(Engine::Chromium),
    ])?;
    if !size::can_run() {
        build::release()?;
    }
    let mut lighthouse = process::command("cargo");
    lighthouse.args(["run", "--quiet", "--bin", "lighthouse"]);
    lighthouse
        .env("RECTO_DIST", workspace::dist())
        .env("RECTO_LIGHTHOUSE", tools::lighthouse());
    process::run(&mut lighthouse)
}
