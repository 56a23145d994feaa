//! The builds: the native `recto`, the app in wasm for `serve`, and with both a release `dist/`.
//! Never both targets in one call of cargo: the target picks which Leptos we depend on.

use std::{env, fs, path::Path, process::Command};

use anyhow::Result;

use crate::{compile, process, remap, tools, tools::Tool, workspace};

/// What a release needs.
pub const TOOLS: [Tool; 4] = [
    Tool::WasmTarget,
    Tool::Trunk,
    Tool::WasmBindgen,
    Tool::NpmPackages,
];

/// Set while Trunk is to build no more than the app.
pub const ONLY_APP: &str = "RECTO_ONLY_APP";

/// Names the folder with what is put into `recto`, for the package's `build.rs`.
pub const EMBED: &str = "RECTO_EMBED";

/// Writes `dist/`: Trunk builds the app, and its hook (`pages`) makes the site of it.
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
    let mut trunk = release_trunk()?;
    process::run(trunk.env(ONLY_APP, "true").arg("--dist").arg(aside))
}

fn release_trunk() -> Result<Command> {
    tools::require(&TOOLS)?;
    fetch()?;
    let mut trunk = trunk();
    // Only here, so that nothing else is compiled anew because of it.
    let this_program = env::current_exe()?;
    trunk.env(for_wasm("LINKER"), &this_program);
    trunk.env("RUSTC_WRAPPER", &this_program);
    let flags = format!("{} {}", remap::flags()?, compile::FLAG);
    trunk.env(for_wasm("RUSTFLAGS"), flags);
    trunk.arg("--release");
    Ok(trunk)
}

/// The native `recto`. What it writes does not depend on its profile, so the quick one will do.
pub fn native() -> Result<()> {
    process::run(process::command("cargo").args(["build", "--bin", "recto"]))
}

/// The same with an app and style sheets inside it.
pub fn native_with(parts: &Path) -> Result<()> {
    let mut cargo = process::command("cargo");
    process::run(cargo.args(["build", "--bin", "recto"]).env(EMBED, parts))
}

/// The app for `serve`, into `workspace::app(false)` by way of Trunk's hook. Leaves `dist/` alone.
pub fn app() -> Result<()> {
    fetch()?;
    let aside = workspace::root().join("target/trunk");
    process::run(trunk().arg("--dist").arg(aside))
}

/// Trunk works offline, so all that it will compile must be here before.
fn fetch() -> Result<()> {
    let targets = [
        "--target",
        "wasm32-unknown-unknown",
        "--target",
        "host-tuple",
    ];
    let mut fetch = process::command("cargo");
    process::run(fetch.args(["fetch", "--quiet", "--locked"]).args(targets))
}

fn trunk() -> Command {
    let mut trunk = process::command("trunk");
    trunk.args(["build", "--quiet"]);
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk takes only `true` or `false` for an answer, where everybody else says `1`.
    if env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    trunk
}

/// The variable that cargo reads a setting of this target from.
fn for_wasm(setting: &str) -> String {
    format!("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_{setting}")
}

/// A failed build leaves what it had so far in `dist/.stage`. The last good `dist/` stays.
fn remove_unfinished() {
    let dist = workspace::dist();
    let _ = fs::remove_dir_all(dist.join(".stage"));
    // Goes only when it is empty, that is, when there was no `dist/` before.
    let _ = fs::remove_dir(dist);
}
