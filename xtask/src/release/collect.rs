//! What names the other files of a release: installers, `Dockerfile`, a formula for Homebrew, and the checksums of all.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::{
    VERSION,
    platform::{ALL, Platform},
    repository,
};
use crate::workspace;

const SUMS: &str = "SHA256SUMS";

pub fn run(files: &Path) -> Result<()> {
    let repository = repository()?;
    let downloads = format!("{repository}/releases/download/v{VERSION}");
    for name in ["install.sh", "install.ps1", "Dockerfile", "recto.rb"] {
        let text = fs::read_to_string(workspace::root().join("packaging").join(name))?;
        let text = text
            .replace("@VERSION@", VERSION)
            .replace("@DOWNLOADS@", &downloads)
            .replace("@HOMEPAGE@", &repository)
            .replace("@ARCHIVES@", &archives(files, &downloads)?);
        fs::write(files.join(name), text)?;
    }
    fs::write(files.join(SUMS), sums(files)?)?;
    Ok(())
}

/// What the formula says of each system that Homebrew has and an archive is there for.
fn archives(files: &Path, downloads: &str) -> Result<String> {
    let mut formula = String::new();
    for (system, block) in [("darwin", "on_macos"), ("linux", "on_linux")] {
        let mut inner = String::new();
        for platform in ALL.iter().filter(|platform| platform.system == system) {
            let archive = files.join(platform.archive());
            if archive.is_file() {
                inner += &of_processor(*platform, &sum(&archive)?, downloads);
            }
        }
        if !inner.is_empty() {
            formula += &format!("  {block} do\n{inner}  end\n");
        }
    }
    Ok(formula.trim_end().to_owned())
}

fn of_processor(platform: Platform, sum: &str, downloads: &str) -> String {
    let block = match platform.processor {
        "arm64" => "on_arm",
        _ => "on_intel",
    };
    let archive = platform.archive();
    format!(
        "    {block} do\n      url \"{downloads}/{archive}\"\n      sha256 \"{sum}\"\n    end\n"
    )
}

/// As `sha256sum` writes them, in order of their names.
fn sums(files: &Path) -> Result<String> {
    let entries = fs::read_dir(files)?.collect::<Result<Vec<_>, _>>()?;
    let mut paths: Vec<_> = entries.into_iter().map(|entry| entry.path()).collect();
    paths.sort();
    let mut lines = String::new();
    for path in paths {
        let name = path.file_name().context("a file has a name")?;
        let name = name.to_string_lossy();
        if name != SUMS {
            lines += &format!("{}  {name}\n", sum(&path)?);
        }
    }
    Ok(lines)
}

fn sum(path: &Path) -> Result<String> {
    let digest = Sha256::digest(fs::read(path)?);
    Ok(digest.iter().map(|byte| format!("{byte:02x}")).collect())
}
