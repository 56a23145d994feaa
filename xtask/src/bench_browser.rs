//! `cargo xtask bench-browser`: measures `dist/` in Chromium, and prints tables for `benches/README.md`.

use anyhow::{Result, ensure};

use crate::{engine::Engine, process, size, test::Step, tools, workspace};

pub fn run() -> Result<()> {
    let step = Step::Browser(Engine::Chromium);
    tools::require(&step.tools())?;
    ensure!(
        size::can_run(),
        "there is no dist/: run `cargo xtask build` first"
    );
    let mut bench = process::command("cargo");
    bench.args(["test", "--test", "journeys"]);
    bench
        .env("RECTO_BENCH", "1")
        .env("RECTO_DIST", workspace::dist());
    process::run(bench.env("RECTO_ENGINE", Engine::Chromium.name()))
}
