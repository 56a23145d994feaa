//! Which version of each tool we build with: the one place to change them.
//! `wasm-bindgen` follows Cargo.lock; npm packages are pinned in `npm/package.json` and, one that is larger than all
//! others together, in `npm/lighthouse/package.json`; what the search is compared with, in `npm/search/package.json`.

use std::fs;

use anyhow::{Context, Result};

use crate::workspace;

pub const TRUNK: &str = "0.21.14";
pub const GECKODRIVER: &str = "0.37.1";
pub const CARGO_DENY: &str = "0.20.2";
/// The oldest that runs our npm packages.
pub const NODE_MAJOR: u32 = 20;

pub const NPM_MANIFEST: &str = include_str!("../npm/package.json");
pub const NPM_LOCK: &str = include_str!("../npm/package-lock.json");
pub const LIGHTHOUSE_MANIFEST: &str = include_str!("../npm/lighthouse/package.json");
pub const LIGHTHOUSE_LOCK: &str = include_str!("../npm/lighthouse/package-lock.json");
pub const SEARCH_MANIFEST: &str = include_str!("../npm/search/package.json");
pub const SEARCH_LOCK: &str = include_str!("../npm/search/package-lock.json");

/// The command line tool must be of exactly the version of the library.
pub fn wasm_bindgen() -> Result<String> {
    let path = workspace::root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let version = locked(&lock, "wasm-bindgen").context("Cargo.lock names no wasm-bindgen")?;
    Ok(version.to_owned())
}

/// The first version number in what a program prints for `--version`.
pub fn printed(output: &str) -> Option<&str> {
    output
        .split_whitespace()
        .map(|word| word.strip_prefix('v').unwrap_or(word))
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
}

/// The number before the first dot.
pub fn major(version: &str) -> Option<u32> {
    version.split('.').next()?.parse().ok()
}

/// The version of a package in a Cargo.lock.
fn locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_version_out_of_what_each_tool_prints() {
        for (output, version) in [
            ("trunk 0.21.14\n", "0.21.14"),
            ("wasm-bindgen 0.2.130\n", "0.2.130"),
            ("geckodriver 0.37.1\n\nThe source code of 2.0", "0.37.1"),
            ("v20.20.2\n", "20.20.2"),
        ] {
            assert_eq!(printed(output), Some(version));
        }
        assert_eq!(printed("no version here"), None);
    }

    #[test]
    fn compares_majors_as_numbers() {
        assert_eq!(major("20.20.2"), Some(20));
        assert_eq!(major("next"), None);
    }

    #[test]
    fn npm_packages_are_pinned_exactly_and_name_no_host() {
        for manifest in [NPM_MANIFEST, LIGHTHOUSE_MANIFEST, SEARCH_MANIFEST] {
            let manifest: serde_json::Value = serde_json::from_str(manifest).unwrap();
            let versions = manifest["dependencies"].as_object().unwrap().values();
            for version in versions {
                let numbers = version.as_str().unwrap().split('.');
                assert!(numbers.clone().count() == 3, "{version}");
                assert!(
                    numbers.clone().all(|number| number.parse::<u32>().is_ok()),
                    "{version}"
                );
            }
        }
        for lock in [NPM_LOCK, LIGHTHOUSE_LOCK, SEARCH_LOCK] {
            assert!(!lock.contains("://"));
        }
    }

    #[test]
    fn trunk_and_serve_use_the_same_tools() {
        let file = |name| fs::read_to_string(workspace::root().join(name)).unwrap();
        let npm: serde_json::Value = serde_json::from_str(NPM_MANIFEST).unwrap();
        let wasm_opt = npm["dependencies"]["binaryen"].as_str().and_then(major);
        let wanted = format!("wasm_opt = \"version_{}\"", wasm_opt.unwrap());
        assert!(file("Trunk.toml").contains(&wanted), "{wanted}");
        let lock = file("Cargo.lock");
        let library = locked(&lock, "wasm-bindgen-cli-support");
        assert_eq!(library, locked(&lock, "wasm-bindgen"));
    }

    #[test]
    fn finds_exactly_the_named_package_in_cargo_lock() {
        let lock = "\
version = 4

[[package]]
name = \"wasm-bindgen-macro\"
version = \"0.2.1\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
source = \"registry\"
";
        assert_eq!(locked(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked(lock, "wasm"), None);
    }
}
