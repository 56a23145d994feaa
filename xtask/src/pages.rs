//! `cargo xtask pages`, which Trunk calls after it has built the app and before it puts it in place.
//!
//! 1. To what Trunk staged add the start script, and take its own page away.
//! 2. On release, optimise.
//! 3. Mirror that into the app folder, which `recto` reads.
//! 4. On release, unless only the app is wanted, put the finished site in its place. Trunk then makes it the new
//!    `dist/`.

use std::{env, fs, path::PathBuf};

use anyhow::{Context, Result};

use crate::{build, mirror, optimise, process, workspace};

pub fn run() -> Result<()> {
    let from_trunk =
        |name| env::var(name).with_context(|| format!("{name} is not set: this is Trunk's hook"));
    let staging = PathBuf::from(from_trunk("TRUNK_STAGING_DIR")?);
    let release = from_trunk("TRUNK_PROFILE")? == "release";
    let app = workspace::app(release);
    fs::remove_file(staging.join("index.html")).context("Trunk staged no index.html")?;
    let start = workspace::root().join("src/browser/start.js");
    fs::copy(start, staging.join("start.js")).context("copying the start script")?;
    if release {
        optimise::run(&staging)?;
    }
    mirror::mirror(&staging, &app)?;
    if release && env::var_os(build::ONLY_APP).is_none() {
        build::native()?;
        mirror::empty(&staging)?;
        let mut recto = process::command(workspace::recto());
        recto.arg("build").args(workspace::SITE);
        recto.arg("--app").arg(app).arg("--out").arg(staging);
        process::run(&mut recto)?;
    }
    Ok(())
}
