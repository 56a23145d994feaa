//! The builds: the native `recto`, the app in wasm for `serve`, and with both a release `dist/`.
//! Never both targets in one call of cargo: the target picks which Leptos we depend on.

use std::{env, fs, path::Path, process::Command};

use anyhow::Result;

use crate::{bindgen, mirror, process, progress, scripts, tools, tools::Tool, workspace};

/// What a release needs.
pub const TOOLS: [Tool; 4] = [
    Tool::WasmTarget,
    Tool::Trunk,
    Tool::WasmBindgen,
    Tool::NpmPackages,
];

/// Names the folder with what is put into `recto`, for the package's `build.rs`.
pub const EMBED: &str = "RECTO_EMBED";

/// Writes `dist/`: Trunk builds the app, and its hook (`trunk_hook`) makes the site of it.
pub fn release() -> Result<()> {
    let built = process::run(&mut release_trunk()?);
    if built.is_err() {
        remove_unfinished();
    }
    built
}

/// The app of a release, into `workspace::app(true)`. Leaves `dist/` alone.
pub fn release_app() -> Result<()> {
    let aside = workspace::root().join("target/trunk-release");
    process::run(release_trunk()?.arg("--dist").arg(aside))
}

fn release_trunk() -> Result<Command> {
    tools::require(&TOOLS)?;
    let mut trunk = process::command("trunk");
    trunk.args(["build", "--release", "--quiet"]);
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk takes only `true` or `false` for an answer, where everybody else says `1`.
    if env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    Ok(trunk)
}

/// The native `recto` in the profile that tests use, so that nothing is compiled twice: what is slow in a build is
/// optimised in it (see `Cargo.toml`).
pub fn native() -> Result<()> {
    progress::run("Compiling recto", &mut native_cargo())
}

/// The same with an app and style sheets inside it.
pub fn native_with(parts: &Path) -> Result<()> {
    progress::run("Compiling recto", native_cargo().env(EMBED, parts))
}

fn native_cargo() -> Command {
    let mut cargo = process::command("cargo");
    cargo.args(["build", "--quiet", "--bin", "recto"]);
    cargo
}

/// The app for `serve`, into `workspace::app(false)`.
pub fn app() -> Result<()> {
    let aside = workspace::root().join("target/app-staged");
    bindgen::build(&aside)?;
    scripts::copy_to(&aside)?;
    mirror::mirror(&aside, &workspace::app(false))
}

/// A failed build leaves what it had so far in `dist/.stage`. The last good `dist/` stays.
fn remove_unfinished() {
    let dist = workspace::dist();
    let _ = fs::remove_dir_all(dist.join(".stage"));
    // Goes only when it is empty, that is, when there was no `dist/` before.
    let _ = fs::remove_dir(dist);
}
