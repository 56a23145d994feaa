//! The app for `serve`, built without Trunk: cargo compiles the modules that `index.html` names, and wasm-bindgen's own
//! library writes their scripts. A newcomer then need not wait until Trunk and wasm-bindgen's command are compiled, and
//! a change of the source is on screen sooner, because one call of cargo compiles all modules.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::{process, progress, workspace};

const TARGET: &str = "wasm32-unknown-unknown";

/// Writes every module and its script into the folder, under the names that Trunk gives them.
pub fn build(folder: &Path) -> Result<()> {
    let modules = modules()?;
    let mut cargo = process::command("cargo");
    cargo.args([
        "build",
        "--quiet",
        "--features",
        "modules,live,desk",
        "--target",
        TARGET,
    ]);
    for module in &modules {
        cargo.args(["--bin", module]);
    }
    progress::run("Compiling the app", &mut cargo)?;
    progress::show("Writing the app's scripts", || {
        modules.iter().try_for_each(|module| bind(module, folder))
    })
}

fn bind(module: &str, folder: &Path) -> Result<()> {
    let compiled = workspace::root().join("target").join(TARGET).join("debug");
    let mut bindgen = Bindgen::new();
    bindgen.input_path(compiled.join(module).with_extension("wasm"));
    bindgen.web(true)?.typescript(false).generate(folder)
}

/// The one list of modules is the page that Trunk reads.
fn modules() -> Result<Vec<String>> {
    let page =
        fs::read_to_string(workspace::root().join("index.html")).context("reading index.html")?;
    let names = page.split("data-bin=\"").skip(1);
    Ok(names
        .filter_map(|rest| Some(rest.split_once('"')?.0.to_owned()))
        .collect())
}
