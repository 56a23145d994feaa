//! `cargo xtask shots`: pictures of every kind of page, into `target/shots`.

use anyhow::Result;

use crate::{build, engine::Engine, process, size, tools, tools::Tool, workspace};

/// Takes `dist/` as it is, and builds it where there is none.
pub fn run() -> Result<()> {
    tools::require(&[Tool::Fonts, Tool::Faces, Tool::Browser(Engine::Chromium)])?;
    if !size::can_run() {
        build::release()?;
    }
    let mut shots = process::command("cargo");
    shots.args(["run", "--quiet", "--bin", "shots"]);
    process::run(shots.env("RECTO_DIST", workspace::dist()))
}
