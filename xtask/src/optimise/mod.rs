//! Makes what Trunk staged smaller for readers, measured in Brotli.
//!
//! 1. `wasm-opt`: smaller code, and a letter or two for every name that a module and its script share.
//! 2. The module's script takes over these names, and loses the classes that `link` left empty.
//! 3. `terser`: smaller scripts.
//! 4. Print what became of each file.

mod names;

use std::{
    collections::BTreeMap,
    fs, iter,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use names::Names;

use crate::{
    link, mirror, process, size,
    table::{self, grouped},
};

const MODULES: [&str; 4] = ["recto", "recto-markdown", "recto-tools", "recto-embed"];

pub fn run(folder: &Path) -> Result<()> {
    let before = sizes(folder)?;
    for module in MODULES {
        let wasm = folder.join(format!("{module}_bg.wasm"));
        let script = folder.join(format!("{module}.js"));
        let names = optimise_wasm(&wasm)?;
        let text = without_unused_classes(&fs::read_to_string(&script)?);
        let renamed = names.rename(&text);
        fs::write(&script, renamed.with_context(|| format!("{module}.js"))?)?;
    }
    let is_script = |path: &&PathBuf| path.extension().is_some_and(|name| name == "js");
    for path in before.keys().filter(is_script) {
        minify(&folder.join(path))?;
    }
    print!("{}", report(folder, &before)?);
    Ok(())
}

/// `--rereloop`, which wants flat code, and a second round take 1 % off what Brotli makes of it.
fn optimise_wasm(wasm: &Path) -> Result<Names> {
    let mut wasm_opt = process::command("wasm-opt");
    wasm_opt.args(["--flatten", "--rereloop", "-Oz", "-Oz"]);
    wasm_opt.args(["--minify-imports-and-exports-and-modules"]);
    wasm_opt.args(["--strip-producers", "--strip-target-features"]);
    Names::parse(&process::printed(wasm_opt.arg(wasm).arg("-o").arg(wasm))?)
}

/// Every statement of wasm-bindgen's script begins with a letter; its other lines do not.
fn without_unused_classes(script: &str) -> String {
    let mut kept = String::with_capacity(script.len());
    let mut is_unused = false;
    for line in script.split_inclusive('\n') {
        if line.starts_with(|first: char| first.is_ascii_alphabetic()) {
            is_unused = line.to_ascii_lowercase().contains(link::UNUSED);
        }
        if !is_unused {
            kept.push_str(line);
        }
    }
    kept
}

fn minify(script: &Path) -> Result<()> {
    let mut terser = process::command("terser");
    terser.arg(script).args(["--module", "--mangle"]);
    terser.args(["--compress", "passes=2"]);
    process::run(terser.arg("--output").arg(script))
}

/// In bytes.
fn sizes(folder: &Path) -> Result<BTreeMap<PathBuf, usize>> {
    let files = mirror::files(folder)?.into_iter();
    let size = |path: PathBuf| {
        let metadata = fs::metadata(folder.join(&path))?;
        Ok((path, metadata.len() as usize))
    };
    files.map(size).collect()
}

fn report(folder: &Path, before: &BTreeMap<PathBuf, usize>) -> Result<String> {
    let head = ["bytes of the app", "before", "after", "Brotli"].map(str::to_owned);
    let mut rows = vec![head.to_vec()];
    for (path, before) in before {
        let bytes = fs::read(folder.join(path))?;
        let numbers = [*before, bytes.len(), size::compressed_length(&bytes)?];
        let name = path.display().to_string();
        rows.push(iter::once(name).chain(numbers.map(grouped)).collect());
    }
    Ok(table::table(&rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_loses_classes_without_code_and_nothing_else() {
        let script = "\
export class IntoUnderlyingSink {
    free() {}
}
if (Symbol.dispose) IntoUnderlyingSink.prototype[Symbol.dispose] = IntoUnderlyingSink.prototype.free;

export function start() {
    return 1;
}
const IntoUnderlyingSinkFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {} }
    : new FinalizationRegistry(() => {});
const encoder = new TextEncoder();
";
        let expected = "\
export function start() {
    return 1;
}
const encoder = new TextEncoder();
";
        assert_eq!(without_unused_classes(script), expected);
    }
}
