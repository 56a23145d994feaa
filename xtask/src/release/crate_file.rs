//! The crate: the package as it is on crates.io, with the finished app in it, so that who installs it needs Rust alone.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::Result;

use super::VERSION;
use crate::{mirror, process, workspace};

/// Packs the commit that is checked out, and what is put into the program. Returns the folder of the package, unpacked.
pub fn pack(parts: &Path, files: &Path) -> Result<PathBuf> {
    let work = workspace::root().join("target/release-work");
    let _ = fs::remove_dir_all(&work);
    let source = work.join("source");
    fs::create_dir_all(&source)?;
    let archive = work.join("source.tar");
    let mut git = process::command("git");
    git.args(["archive", "--format=tar", "HEAD", "--output"]);
    process::run(git.arg(&archive))?;
    unpack(&archive, &source)?;
    mirror::mirror(parts, &source.join("embedded"))?;
    let mut cargo = process::command("cargo");
    cargo.current_dir(&source);
    // It is built in the next step, from what is packed.
    cargo.args(["package", "--quiet", "--package", "recto", "--no-verify"]);
    cargo.args(["--allow-dirty", "--target-dir"]).arg(&work);
    process::run(&mut cargo)?;
    let name = ["recto-", VERSION].concat();
    let packed = work.join("package").join([&name, ".crate"].concat());
    fs::copy(&packed, files.join([&name, ".crate"].concat()))?;
    unpack(&packed, &work)?;
    let package = work.join(name);
    // It lies in our workspace without being a part of it, which nobody else's does.
    let manifest = package.join("Cargo.toml");
    let text = fs::read_to_string(&manifest)?;
    fs::write(manifest, text + "\n[workspace]\n")?;
    Ok(package)
}

/// Installs the package as its users do, into a folder of its own. Returns the program.
pub fn install(package: &Path, target: Option<&str>) -> Result<PathBuf> {
    let root = workspace::root().join("target/release-work/installed");
    let mut cargo = process::command("cargo");
    // Without the repository's settings, and with what it has compiled.
    cargo.current_dir(package.parent().unwrap_or(package));
    cargo.args(["install", "--locked", "--no-track", "--force", "--path"]);
    cargo.arg(package).arg("--root").arg(&root);
    cargo
        .arg("--target-dir")
        .arg(workspace::root().join("target"));
    if let Some(target) = target {
        cargo.args(["--target", target]);
    }
    process::run(&mut cargo)?;
    let name = ["recto", env::consts::EXE_SUFFIX].concat();
    Ok(root.join("bin").join(name))
}

/// Every file is of now: in a crate all are of one day, and cargo would take what it compiled before for the same.
fn unpack(archive: &Path, folder: &Path) -> Result<()> {
    let mut tar = process::command("tar");
    tar.arg("-xmf").arg(archive).arg("-C").arg(folder);
    process::run(&mut tar)
}
