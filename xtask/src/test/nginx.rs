//! The step `browser-nginx`: the sample below a base path, served by nginx with the configuration that its build wrote.
//!
//! 1. `recto` builds the sample with the app of the last release, for an address below a host.
//! 2. The journeys run on that, in Chromium, with nginx behind their server.

use anyhow::Result;

use crate::{build, engine::Engine, process, workspace};

const BASE: &str = "/blog/";

pub fn run() -> Result<()> {
    let app = workspace::built_app()?;
    build::native()?;
    let dist = workspace::root().join("target/nginx");
    let mut recto = process::command(workspace::recto());
    recto.arg("build").args(workspace::SITE).arg("--compress");
    recto.args(["--base-url", &["https://example.org", BASE].concat()]);
    recto.arg("--app").arg(app).arg("--out").arg(&dist);
    process::run(&mut recto)?;
    let mut journeys = process::command("cargo");
    journeys.args(["test", "--package", "browser-tests"]);
    journeys
        .env("RECTO_ENGINE", Engine::Chromium.name())
        .env("RECTO_DIST", dist);
    journeys.env("RECTO_BASE", BASE).env("RECTO_HOST", "nginx");
    process::run(&mut journeys)
}
