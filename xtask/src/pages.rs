//! `cargo xtask pages`, which Trunk calls after it has built the app and before it puts it in place.
//!
//! 1. To what Trunk staged add our own scripts, and take its own page away.
//! 2. On release, optimise.
//! 3. Mirror that into the app folder, which `recto` reads.
//! 4. On release, unless only the app is wanted, put the finished site in its place. Trunk then makes it the new
//!    `dist/`.

use std::{env, fs, path::PathBuf};

use anyhow::{Context, Result};

use crate::{build, mirror, optimise, process, workspace};

/// What of the app is JavaScript.
const SCRIPTS: [&str; 8] = [
    "start.js",
    "pieces.js",
    "reading.js",
    "text.js",
    "embed.js",
    "frame.js",
    "framed.js",
    "builder.js",
];

pub fn run() -> Result<()> {
    let from_trunk =
        |name| env::var(name).with_context(|| format!("{name} is not set: this is Trunk's hook"));
    let staging = PathBuf::from(from_trunk("TRUNK_STAGING_DIR")?);
    let release = from_trunk("TRUNK_PROFILE")? == "release";
    let app = workspace::app(release);
    fs::remove_file(staging.join("index.html")).context("Trunk staged no index.html")?;
    for script in SCRIPTS {
        let original = workspace::root().join("src/browser").join(script);
        fs::copy(original, staging.join(script)).with_context(|| format!("copying {script}"))?;
    }
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
