//! `cargo xtask trunk-hook`, which Trunk calls after it has built the app and before it puts it in place.
//!
//! 1. To what Trunk staged add our own scripts, and take its own page away.
//! 2. On release, minify all scripts.
//! 3. Mirror that into the app folder, which `recto` reads.
//! 4. When Trunk writes `dist/`, put the finished site in the app's place. Elsewhere the app is all that is wanted.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{
    build, mirror, process, scripts,
    tools::{self, Tool},
    workspace,
};

pub fn run() -> Result<()> {
    let staging = PathBuf::from(from_trunk("TRUNK_STAGING_DIR")?);
    let release = from_trunk("TRUNK_PROFILE")? == "release";
    fs::remove_file(staging.join("index.html")).context("Trunk staged no index.html")?;
    scripts::copy_to(&staging)?;
    if release {
        tools::require(&[Tool::NpmPackages])?;
        scripts::minify(&staging)?;
    }
    let app = workspace::app(release);
    mirror::mirror(&staging, &app)?;
    let target = from_trunk("TRUNK_DIST_DIR")?;
    let writes_dist = workspace::dist().canonicalize();
    if writes_dist.is_ok_and(|dist| dist == Path::new(&target)) {
        build::native()?;
        mirror::empty(&staging)?;
        let mut recto = process::command(workspace::recto());
        recto.arg("build").args(workspace::SITE);
        recto.arg("--app").arg(app).arg("--out").arg(staging);
        process::run(&mut recto)?;
    }
    Ok(())
}

fn from_trunk(name: &str) -> Result<String> {
    env::var(name).with_context(|| format!("{name} is not set: only Trunk calls this"))
}
