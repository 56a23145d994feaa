//! The systems that there is a program for, as npm calls them.

use anyhow::{Context, Result};

use crate::process;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Platform {
    /// As `process.platform` of Node.
    pub system: &'static str,
    /// As `process.arch`.
    pub processor: &'static str,
}

pub const ALL: [Platform; 5] = [
    Platform::new("linux", "x64"),
    Platform::new("linux", "arm64"),
    Platform::new("darwin", "x64"),
    Platform::new("darwin", "arm64"),
    Platform::new("win32", "x64"),
];

impl Platform {
    const fn new(system: &'static str, processor: &'static str) -> Self {
        Self { system, processor }
    }

    /// The platform of a target of rustc's; without one, of this machine.
    pub fn of(target: Option<&str>) -> Result<Self> {
        let target = match target {
            Some(target) => target.to_owned(),
            None => host()?,
        };
        let mut parts = target.split('-');
        let processor = parts.next().map(|processor| match processor {
            "x86_64" => "x64",
            "aarch64" => "arm64",
            other => other,
        });
        let system = ["linux", "darwin", "windows"]
            .into_iter()
            .find(|system| target.contains(system))
            .map(|system| match system {
                "windows" => "win32",
                other => other,
            });
        ALL.into_iter()
            .find(|platform| {
                Some(platform.system) == system && Some(platform.processor) == processor
            })
            .with_context(|| format!("nothing is released for {target}"))
    }

    /// `linux-x64`.
    pub fn name(self) -> String {
        [self.system, "-", self.processor].concat()
    }

    /// The name of the folder in its archive.
    pub fn folder(self) -> String {
        ["recto-", super::VERSION, "-", &self.name()].concat()
    }

    pub fn archive(self) -> String {
        [&self.folder(), ".tar.gz"].concat()
    }

    pub fn program(self) -> &'static str {
        match self.system {
            "win32" => "recto.exe",
            _ => "recto",
        }
    }
}

fn host() -> Result<String> {
    let told = process::printed(process::command("rustc").arg("-vV"))?;
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host
        .context("rustc does not say for what it is")?
        .to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_of_the_workflow_has_a_platform_of_its_own() {
        let workflow = include_str!("../../../.github/workflows/release.yml");
        let words = workflow.split_whitespace();
        let mut targets: Vec<&str> = words
            .filter(|word| word.starts_with("x86_64-") || word.starts_with("aarch64-"))
            .collect();
        targets.dedup();
        let platforms: Vec<Platform> = targets
            .iter()
            .map(|target| Platform::of(Some(target)).unwrap())
            .collect();
        assert_eq!(platforms, ALL);
    }

    #[test]
    fn what_is_not_released_is_refused() {
        let refusal = Platform::of(Some("riscv64gc-unknown-linux-gnu")).unwrap_err();
        assert!(refusal.to_string().contains("riscv64gc"), "{refusal}");
    }
}
