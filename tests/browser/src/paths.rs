//! Where things are in the workspace.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::engine::Flavour;

/// The folder with the workspace's Cargo.toml.
pub fn workspace() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let package = package
        .canonicalize()
        .unwrap_or_else(|_| package.to_owned());
    package.ancestors().nth(2).unwrap_or(&package).to_owned()
}

/// Screenshots a journey asks for.
pub fn shots() -> Result<PathBuf> {
    made(workspace().join("target/shots"))
}

/// A screenshot and notes of every journey that failed.
pub fn failures(flavour: Flavour) -> Result<PathBuf> {
    made(
        workspace()
            .join("target/shots/failures")
            .join(flavour.to_string()),
    )
}

/// What each run says of the journeys that did not pass at once, one run after another.
pub fn summaries() -> Result<PathBuf> {
    Ok(made(workspace().join("target/shots"))?.join("summaries.txt"))
}

/// What drivers and browsers say.
pub fn logs() -> Result<PathBuf> {
    made(workspace().join("target/shots/logs"))
}

fn made(folder: PathBuf) -> Result<PathBuf> {
    fs::create_dir_all(&folder)?;
    Ok(folder)
}
