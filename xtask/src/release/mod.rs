//! `cargo xtask release`: all that a release needs, from one commit and one version number, into
//! `target/release-files/<version>`.
//!
//! 1. The app is built (or taken from `--app`, so that every platform has the same), and the crate is packed with it.
//! 2. The program is built from that crate alone, as `cargo install` builds it, and tried where there is nothing else.
//! 3. It is packed for this platform: an archive, and a package for npm; then the npm packages for all platforms.
//! 4. `collect` writes what names the others: checksums, installers, formula. Last, what is packed is tried.

mod archive;
mod collect;
mod crate_file;
mod npm;
mod platform;
mod trial;

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, ensure};

use crate::{build, dist, mirror, process, smoke_test, workspace};
use platform::Platform;

/// The one version number: that of the workspace.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Build for this target, not for the one of this machine.
    pub target: Option<String>,
    /// Take the app from this folder.
    pub app: Option<PathBuf>,
    /// Only write what names the archives that are there.
    pub collect: bool,
}

pub fn run(options: &Options) -> Result<()> {
    let files = folder();
    fs::create_dir_all(&files)?;
    if options.collect {
        return collect::run(&files);
    }
    let platform = Platform::of(options.target.as_deref())?;
    let commit = commit()?;
    match &options.app {
        Some(app) => mirror::mirror(app, &workspace::app(true))?,
        None => build::release_app()?,
    }
    let parts = dist::parts()?;
    fs::write(parts.join("commit"), commit)?;
    let package = crate_file::pack(&parts, &files)?;
    let program = crate_file::install(&package, options.target.as_deref())?;
    smoke_test::try_program(&program)?;
    let contents = archive::contents(platform, &program)?;
    let archive = files.join(platform.archive());
    archive::write(&archive, &platform.folder(), &contents)?;
    npm::write(&files, platform, &program)?;
    collect::run(&files)?;
    trial::run(&files, platform)?;
    println!("{}", files.display());
    Ok(())
}

/// Where everything is written.
pub fn folder() -> PathBuf {
    workspace::root().join("target/release-files").join(VERSION)
}

/// What the program says of itself. A release is of one commit, whole.
fn commit() -> Result<String> {
    let git = |arguments: &[&str]| process::printed(process::command("git").args(arguments));
    let changes = git(&["status", "--porcelain", "--untracked-files=no"])?;
    ensure!(
        changes.is_empty(),
        "a release is made of a commit: commit or stash these first\n{changes}"
    );
    Ok(git(&["rev-parse", "--short=10", "HEAD"])?.trim().into())
}

/// Where the repository is, for those who download from it. GitHub's workflow says where it runs.
fn repository() -> Result<String> {
    if let Ok(named) = std::env::var("RECTO_REPOSITORY") {
        return Ok(named);
    }
    let manifest = fs::read_to_string(workspace::root().join("Cargo.toml"))?;
    let (_, rest) = manifest
        .split_once("\nrepository = \"")
        .context("Cargo.toml names no repository")?;
    Ok(rest.split('"').next().unwrap_or_default().into())
}
