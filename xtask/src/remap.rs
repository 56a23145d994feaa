//! Keeps the folders of this machine out of the app, where messages of panics name source files: the same source gives
//! the same bytes everywhere, and fewer.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::{process, workspace};

/// For the variable of cargo's that holds flags for rustc.
pub fn flags() -> Result<String> {
    let mut metadata = process::command("cargo");
    metadata.args(["metadata", "--format-version=1", "--locked", "--offline"]);
    metadata.arg("--filter-platform=wasm32-unknown-unknown");
    let metadata = serde_json::from_str(&process::printed(&mut metadata)?)?;
    let mut folders = libraries(&metadata).context("cargo's metadata name no packages")?;
    folders.insert(workspace::root().to_owned());
    let flags: Vec<String> = folders.iter().filter_map(|folder| flag(folder)).collect();
    Ok(flags.join(" "))
}

/// The folders in which the source of our libraries lies, each in a folder of its own.
fn libraries(metadata: &Value) -> Option<BTreeSet<PathBuf>> {
    let packages = metadata["packages"].as_array()?.iter();
    let foreign = packages.filter(|package| !package["source"].is_null());
    let manifests = foreign.filter_map(|package| package["manifest_path"].as_str());
    let folder = |manifest| Some(Path::new(manifest).parent()?.parent()?.to_owned());
    Some(manifests.filter_map(folder).collect())
}

/// None for a folder with a space in its name, at which cargo would split the flag.
fn flag(folder: &Path) -> Option<String> {
    let folder = folder.to_str()?;
    (!folder.contains(' ')).then(|| format!("--remap-path-prefix={folder}="))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn libraries_lie_beside_each_other_in_few_folders() {
        let metadata = json!({ "packages": [
            { "source": null, "manifest_path": "/home/me/blog/Cargo.toml" },
            { "source": "registry+x", "manifest_path": "/home/me/registry/any-1.0.0/Cargo.toml" },
            { "source": "registry+x", "manifest_path": "/home/me/registry/both-2.0.0/Cargo.toml" },
        ] });
        let folders = libraries(&metadata).unwrap();
        assert!(folders.iter().eq([Path::new("/home/me/registry")]));
        assert_eq!(libraries(&json!({})), None);
    }

    #[test]
    fn a_folder_with_a_space_gives_no_flag() {
        let given = flag(Path::new("/home/me")).unwrap();
        assert_eq!(given, "--remap-path-prefix=/home/me=");
        assert_eq!(flag(Path::new("/home/me/my blog")), None);
    }
}
