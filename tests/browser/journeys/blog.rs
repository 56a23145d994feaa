//! A blog that a journey writes, built by the `recto` of the workspace and served by a server of its own.

use anyhow::{Context, Result, ensure};
use browser_tests::paths;
use browser_tests::server::{Server, Site};
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// It stops when dropped.
pub struct Blog {
    pub server: Server,
    folder: TempDir,
}

impl Blog {
    /// Builds these files, which must succeed.
    pub async fn build(files: &[(String, impl AsRef<[u8]>)]) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        fs::create_dir(folder.path().join("public"))?;
        for (path, text) in files {
            write(folder.path(), path, text.as_ref())?;
        }
        run(folder.path(), &["build"])?;
        let server = Server::start(Site::new(folder.path().join("dist"), "/")).await?;
        Ok(Self { server, folder })
    }

    /// Its folder, with `content/` and `dist/`.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn write(&self, path: &str, text: &str) -> Result<()> {
        write(self.folder(), path, text.as_bytes())
    }

    /// Runs `recto` with these arguments, which must succeed.
    pub fn run(&self, arguments: &[&str]) -> Result<()> {
        run(self.folder(), arguments)
    }
}

fn write(folder: &Path, path: &str, contents: &[u8]) -> Result<()> {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().context("no folder")?)?;
    Ok(fs::write(path, contents)?)
}

fn run(folder: &Path, arguments: &[&str]) -> Result<()> {
    let recto = paths::workspace().join("target/debug/recto");
    let done = Command::new(&recto)
        .current_dir(folder)
        .args(arguments)
        .args(["--now", "2026-01-01"])
        .args(["--content", "content", "--public", "public"])
        .arg("--style")
        .arg(paths::workspace().join("style"))
        .arg("--app")
        .arg(paths::workspace().join("target/app-release"))
        .output()
        .with_context(|| recto.display().to_string())?;
    let told = String::from_utf8_lossy(&done.stderr);
    ensure!(done.status.success(), "{arguments:?} failed:\n{told}");
    Ok(())
}
