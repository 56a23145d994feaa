//! `cargo xtask dist`: the one program that a publisher needs.
//!
//! 1. Trunk builds the app.
//! 2. The app and the style sheets are laid out in one folder; `build.rs` puts that into `target/release/recto`.
//! 3. The program is tried where there is nothing else.

use std::{fs, path::PathBuf};

use anyhow::Result;

use crate::{build, mirror, process, smoke_test, workspace};

pub fn run() -> Result<()> {
    build::release_app()?;
    let mut cargo = process::command("cargo");
    cargo.args(["build", "--release", "--bin", "recto"]);
    process::run(cargo.env(build::EMBED, parts()?))?;
    let program = workspace::release_recto();
    smoke_test::try_program(&program)?;
    let bytes = fs::metadata(&program)?.len();
    println!("{}: {} MB", program.display(), bytes.div_ceil(1_000_000));
    Ok(())
}

/// Lays out what is put into the program: the app as it was last built, and the style sheets.
pub fn parts() -> Result<PathBuf> {
    let parts = workspace::root().join("target/embed");
    mirror::mirror(&workspace::app(true), &parts.join("app"))?;
    mirror::mirror(&workspace::root().join("style"), &parts.join("style"))?;
    Ok(parts)
}
