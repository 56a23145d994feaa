//! Packages from npm: `wasm-opt` (in `binaryen`; Debian's own is too old for today's wasm), `terser`, and what tests read;
//! and Lighthouse, in a folder of its own.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, bail};

use crate::{
    process, progress,
    versions::{self, NODE_MAJOR},
    workspace,
};

/// Installs all that `npm/package.json` names, unless exactly that is installed.
pub fn packages() -> Result<()> {
    Packages {
        names: "wasm-opt, terser and test data",
        folder: workspace::tools().join("npm"),
        manifest: versions::NPM_MANIFEST,
        lock: versions::NPM_LOCK,
    }
    .install()
}

/// The same for `npm/lighthouse/package.json`.
pub fn lighthouse() -> Result<()> {
    Packages {
        names: "Lighthouse (176 MB)",
        folder: workspace::tools().join("lighthouse"),
        manifest: versions::LIGHTHOUSE_MANIFEST,
        lock: versions::LIGHTHOUSE_LOCK,
    }
    .install()
}

/// The same for `npm/search/package.json`.
pub fn search_peers() -> Result<()> {
    Packages {
        names: "other searches",
        folder: workspace::tools().join("search"),
        manifest: versions::SEARCH_MANIFEST,
        lock: versions::SEARCH_LOCK,
    }
    .install()
}

struct Packages {
    /// What is told while they are installed.
    names: &'static str,
    folder: PathBuf,
    manifest: &'static str,
    lock: &'static str,
}

impl Packages {
    fn install(&self) -> Result<()> {
        // Lies where `npm ci` begins by removing everything: it is there only after a whole install.
        let stamp = self
            .folder
            .join("node_modules/.installed-package-lock.json");
        if fs::read_to_string(&stamp).is_ok_and(|installed| installed == self.lock) {
            return Ok(());
        }
        require_node()?;
        let what = format!(
            "Installing {} from npm (first time only, about a minute)",
            self.names
        );
        fs::create_dir_all(&self.folder)?;
        fs::write(self.folder.join("package.json"), self.manifest)?;
        fs::write(self.folder.join("package-lock.json"), self.lock)?;
        let mut npm = process::command("npm");
        npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        progress::run(&what, npm.arg("--loglevel=error").current_dir(&self.folder))?;
        fs::write(stamp, self.lock).context("writing that npm packages are installed")
    }
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
