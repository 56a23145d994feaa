//! Packages of Debian: browsers, their drivers, a display for the one that needs it, fonts, servers, and a compiler.

use std::process::Command;

use anyhow::{Result, bail};

use crate::{process, progress};

pub struct Package {
    name: &'static str,
    /// What it puts on PATH; fonts put nothing there.
    program: Option<&'static str>,
}

pub const CHROMIUM: [Package; 2] = [
    Package::with_program("chromium", "chromium"),
    Package::with_program("chromium-driver", "chromedriver"),
];
pub const FIREFOX: [Package; 1] = [Package::with_program("firefox-esr", "firefox-esr")];
pub const WEBKIT: [Package; 2] = [
    Package::with_program("webkit2gtk-driver", "WebKitWebDriver"),
    Package::with_program("xvfb", "Xvfb"),
];
pub const NGINX: [Package; 1] = [Package::with_program("nginx", "nginx")];
pub const CADDY: [Package; 1] = [Package::with_program("caddy", "caddy")];
pub const CXX: [Package; 1] = [Package::with_program("g++", "c++")];
/// Enough that text and emoji look as they do on a reader's machine.
pub const FONTS: [Package; 3] = [
    Package::without_program("fonts-dejavu-core"),
    Package::without_program("fonts-liberation"),
    Package::without_program("fonts-noto-color-emoji"),
];
/// For pictures of pages: text and labels as Macs, Windows and Android show them.
pub const FACES: [Package; 6] = [
    Package::without_program("fonts-sil-charis"),
    Package::without_program("fonts-inter"),
    Package::without_program("fonts-sil-gentiumplus"),
    Package::without_program("fonts-open-sans"),
    Package::without_program("fonts-noto-core"),
    Package::without_program("fonts-roboto-unhinted"),
];

impl Package {
    const fn with_program(name: &'static str, program: &'static str) -> Package {
        Package {
            name,
            program: Some(program),
        }
    }

    const fn without_program(name: &'static str) -> Package {
        Package {
            name,
            program: None,
        }
    }

    /// Where there is no Debian, fonts are taken to be there.
    fn is_present(&self) -> bool {
        match self.program {
            Some(program) => process::is_on_path(program),
            None => !process::is_on_path("dpkg-query") || self.is_installed(),
        }
    }

    fn is_installed(&self) -> bool {
        let mut query = process::command("dpkg-query");
        query.args(["--show", "--showformat=${db:Status-Status}", self.name]);
        process::output(&mut query).is_some_and(|status| status == "installed")
    }
}

pub fn install(packages: &[Package]) -> Result<()> {
    let missing: Vec<&Package> = packages.iter().filter(|p| !p.is_present()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    if !process::is_on_path("apt-get") || !is_root() {
        bail!("{}", how_to_get(&missing));
    }
    let names: Vec<&str> = missing.iter().map(|package| package.name).collect();
    let what = format!(
        "Installing {} (first time only, about a minute)",
        names.join(", ")
    );
    progress::show(&what, || {
        process::warnings(apt_get().args(["update", "--quiet"]))?;
        let install = ["install", "--yes", "--quiet", "--no-install-recommends"];
        process::warnings(apt_get().args(install).args(names))?;
        Ok(())
    })
}

fn apt_get() -> Command {
    let mut apt_get = process::command("apt-get");
    apt_get.env("DEBIAN_FRONTEND", "noninteractive");
    // A server is not started on the machine because it is installed.
    apt_get.env("RUNLEVEL", "1");
    apt_get
}

/// A line for each.
fn how_to_get(missing: &[&Package]) -> String {
    let line = |package: &&Package| {
        let Package { name, program } = package;
        match program {
            Some(program) => format!(
                "{program} is missing: on Debian, as root, `apt-get install {name}`; elsewhere put it on PATH"
            ),
            None => format!("{name} is missing: as root, `apt-get install {name}`"),
        }
    };
    missing.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn is_root() -> bool {
    process::output(process::command("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_missing_package_gets_a_line_that_says_how_to_get_it() {
        let missing: Vec<&Package> = CHROMIUM.iter().chain(&FONTS).collect();
        let lines = how_to_get(&missing);
        assert_eq!(lines.lines().count(), missing.len());
        assert!(lines.contains("chromedriver is missing"));
        assert!(lines.contains("apt-get install chromium-driver"));
        assert!(lines.contains("apt-get install fonts-liberation"));
    }
}
