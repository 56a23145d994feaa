//! The step `browser-nginx`: the sample below a base path, served by nginx with the configuration that its build wrote,
//! and by Caddy with its own.
//!
//! 1. `recto` builds the sample with the app of the last release, for an address below a host.
//! 2. The journeys on which a base path or a host has a say run on that, in Chromium, with nginx behind their server.
//! 3. Those that ask what the host sends run once more, with Caddy.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::step;
use crate::{build, engine::Engine, process, workspace};

const BASE: &str = "/blog/";

/// Groups of journeys that follow addresses, build them or ask for them.
const GROUPS: &[&str] = &[
    "builder::",
    "elsewhere::",
    "embed::every",
    "embed::links",
    "embed::loader::",
    "embed::sharing::",
    "first_sign::",
    "frames::",
    "hosting::",
    "load_errors::",
    "navigation::",
    "palette::",
    "prefetch::",
    "scripts_off::",
    "unprerendered::",
    "upgrade::",
    "whole_site::",
    "you::",
];

pub fn run() -> Result<()> {
    let app = workspace::built_app()?;
    build::native()?;
    let dist = workspace::root().join("target/nginx");
    // A build keeps assets of the one before it, which journeys would take for those of today.
    if dist.is_dir() {
        fs::remove_dir_all(&dist).with_context(|| format!("removing {}", dist.display()))?;
    }
    let mut recto = process::command(workspace::recto());
    recto.arg("build").args(workspace::SITE).arg("--compress");
    recto.args(["--base-url", &["https://example.org", BASE].concat()]);
    recto.arg("--app").arg(app).arg("--out").arg(&dist);
    process::run(&mut recto)?;
    run_journeys(&dist, "nginx", GROUPS)?;
    run_journeys(&dist, "caddy", &["hosting::"])
}

fn run_journeys(dist: &Path, host: &str, groups: &[&str]) -> Result<()> {
    let mut journeys = step::journeys(Engine::Chromium, dist, groups);
    journeys.env("RECTO_BASE", BASE).env("RECTO_HOST", host);
    process::run(&mut journeys)
}
