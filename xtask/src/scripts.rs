//! Our own scripts, and those that wasm-bindgen wrote.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{mirror, process, workspace};

/// Copies every script of ours; `recto` picks those that pages load.
pub fn copy_to(folder: &Path) -> Result<()> {
    let ours = workspace::root().join("src/browser");
    for path in scripts(&ours)? {
        let name = path.file_name().context("a script has a name")?;
        fs::copy(ours.join(&path), folder.join(name))
            .with_context(|| format!("copying {}", path.display()))?;
    }
    Ok(())
}

/// Minifies every script of a folder.
pub fn minify(folder: &Path) -> Result<()> {
    for path in scripts(folder)? {
        let script = folder.join(path);
        let mut terser = process::command("terser");
        terser.arg(&script).args(["--module", "--mangle"]);
        terser.args(["--compress", "passes=2"]);
        process::run(terser.arg("--output").arg(&script))?;
    }
    Ok(())
}

fn scripts(folder: &Path) -> Result<Vec<PathBuf>> {
    let files = mirror::files(folder)?.into_iter();
    let is_script = |path: &PathBuf| path.extension().is_some_and(|end| end == "js");
    Ok(files.filter(is_script).collect())
}
