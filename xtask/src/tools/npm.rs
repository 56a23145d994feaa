//! Packages from npm: `wasm-opt` (in `binaryen`; Debian's own is too old for today's wasm), `terser`, and what tests read.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::{
    process,
    versions::{self, NODE_MAJOR},
    workspace,
};

/// Installs all that `npm/package.json` names, unless exactly that is installed.
pub fn packages() -> Result<()> {
    let folder = workspace::tools().join("npm");
    // Lies where `npm ci` begins by removing everything: it is there only after a whole install.
    let stamp = folder.join("node_modules/.installed-package-lock.json");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == versions::NPM_LOCK) {
        return Ok(());
    }
    require_node()?;
    println!(
        "Installing wasm-opt, terser and test data from npm: first time only, about a minute."
    );
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("package.json"), versions::NPM_MANIFEST)?;
    fs::write(folder.join("package-lock.json"), versions::NPM_LOCK)?;
    let mut npm = process::command("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    process::run(npm.arg("--loglevel=error").current_dir(&folder))?;
    fs::write(stamp, versions::NPM_LOCK).context("writing that npm packages are installed")
}

fn require_node() -> Result<()> {
    let printed = process::output(process::command("node").arg("--version"));
    let version = printed.as_deref().and_then(versions::printed);
    match version.and_then(versions::major) {
        None => bail!("Node is missing: install version {NODE_MAJOR} or newer, with npm"),
        Some(major) if major < NODE_MAJOR => {
            bail!("Node {major} is too old: install version {NODE_MAJOR} or newer, with npm")
        }
        Some(_) => Ok(()),
    }
}
