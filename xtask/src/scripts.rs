//! Our own scripts, and those that wasm-bindgen wrote.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use crate::{mirror, process, workspace};

const OURS: &str = "src/browser/scripts";

/// Copies every script of ours; `recto` picks those that pages load.
pub fn copy_to(folder: &Path) -> Result<()> {
    let ours = workspace::root().join(OURS);
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

/// Checks the types in the comments of our scripts.
pub fn check_types() -> Result<()> {
    let folder = workspace::root().join(OURS);
    let mut tsc = process::command("tsc");
    tsc.args(["--allowJs", "--checkJs", "--strict", "--noEmit"]);
    tsc.args(["--target", "esnext", "--module", "esnext"]);
    // Each is a file of its own, even where it imports and exports nothing.
    tsc.args(["--moduleDetection", "force"]);
    tsc.args(["--lib", "esnext,dom,dom.iterable"]);
    tsc.args(scripts(&folder)?.iter().map(|path| folder.join(path)));
    process::run(&mut tsc)
}

fn scripts(folder: &Path) -> Result<Vec<PathBuf>> {
    let files = mirror::files(folder)?.into_iter();
    let is_script = |path: &PathBuf| path.extension().is_some_and(|end| end == "js");
    let scripts: Vec<PathBuf> = files.filter(is_script).collect();
    ensure!(!scripts.is_empty(), "{} holds no script", folder.display());
    Ok(scripts)
}
