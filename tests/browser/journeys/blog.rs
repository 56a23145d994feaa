//! A blog that a journey writes, built by the `recto` of the workspace and served by a server of its own.

use anyhow::{Context, Result, ensure};
use browser_tests::paths;
use browser_tests::server::{Server, Site};
use std::fs;
use std::process::Command;
use tempfile::TempDir;

/// It stops when dropped.
pub struct Blog {
    pub server: Server,
    _folder: TempDir,
}

impl Blog {
    /// Builds these files, which must succeed.
    pub async fn build(files: &[(String, String)]) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        fs::create_dir(folder.path().join("public"))?;
        for (path, text) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().context("no folder")?)?;
            fs::write(path, text)?;
        }
        let recto = paths::workspace().join("target/debug/recto");
        let built = Command::new(&recto)
            .current_dir(folder.path())
            .args(["build", "--now", "2026-01-01"])
            .args(["--content", "content", "--public", "public"])
            .arg("--style")
            .arg(paths::workspace().join("style"))
            .arg("--app")
            .arg(paths::workspace().join("target/app-release"))
            .output()
            .with_context(|| recto.display().to_string())?;
        let told = String::from_utf8_lossy(&built.stderr);
        ensure!(built.status.success(), "the build failed:\n{told}");
        let server = Server::start(Site::new(folder.path().join("dist"), "/")).await?;
        Ok(Self {
            server,
            _folder: folder,
        })
    }
}
