//! Puts the app and the style sheets into `recto`, so that it needs nothing beside it: only where `cargo xtask dist`
//! names the folder that they lie in. A developer's `recto` reads them from the disk.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Names the folder.
const VARIABLE: &str = "RECTO_EMBED";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed={VARIABLE}");
    let mut list = String::from("&[\n");
    if let Some(folder) = env::var_os(VARIABLE).map(PathBuf::from) {
        for file in files(&folder)? {
            println!("cargo::rerun-if-changed={}", file.display());
            let name = file.strip_prefix(&folder).unwrap_or(&file);
            let name = name.to_string_lossy().replace('\\', "/");
            list.push_str(&format!("    ({name:?}, include_bytes!({file:?})),\n"));
        }
    }
    list.push_str("]\n");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("embedded.rs"), list)
}

/// All files below a folder, in order of their names.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        match path.is_dir() {
            true => files.extend(self::files(&path)?),
            false => files.push(path),
        }
    }
    files.sort();
    Ok(files)
}
