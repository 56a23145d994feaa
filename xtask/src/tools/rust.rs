//! Pieces of the Rust toolchain, and programs that are crates.

use std::fs;

use anyhow::{Context, Result};

use crate::{process, progress, versions, workspace};

const WASM: &str = "wasm32-unknown-unknown";

/// A part of the toolchain that brings a subcommand of cargo.
pub fn component(name: &str, subcommand: &str) -> Result<()> {
    if process::output(process::command("cargo").args([subcommand, "--version"])).is_some() {
        return Ok(());
    }
    process::run(process::command("rustup").args(["component", "add", name]))
        .with_context(|| format!("{name} is missing: add it to your Rust toolchain"))
}

pub fn wasm_target() -> Result<()> {
    let mut libraries = process::command("rustc");
    libraries.args(["--print", "target-libdir", "--target", WASM]);
    if process::output(&mut libraries).is_some_and(|path| fs::exists(path.trim()).unwrap_or(false))
    {
        return Ok(());
    }
    process::run(process::command("rustup").args(["target", "add", WASM]))
        .with_context(|| format!("{WASM} is missing: add this target to your Rust toolchain"))
}

pub fn trunk() -> Result<()> {
    Program {
        name: "trunk",
        package: "trunk",
        version: versions::TRUNK,
        locked: true,
        // It never downloads tools for us: they are there when it runs.
        default_features: false,
        optimised: "1",
        minutes: 5,
    }
    .install()
}

pub fn wasm_bindgen() -> Result<()> {
    Program {
        name: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version: &versions::wasm_bindgen()?,
        // Its lock file may name packages that a mirror of the registry has not got yet.
        locked: false,
        default_features: true,
        optimised: "1",
        minutes: 3,
    }
    .install()
}

pub fn geckodriver() -> Result<()> {
    Program {
        name: "geckodriver",
        package: "geckodriver",
        version: versions::GECKODRIVER,
        locked: true,
        default_features: true,
        optimised: "0",
        minutes: 4,
    }
    .install()
}

pub fn cargo_deny() -> Result<()> {
    Program {
        name: "cargo-deny",
        package: "cargo-deny",
        version: versions::CARGO_DENY,
        locked: true,
        // It asks cargo itself, and no network.
        default_features: false,
        optimised: "0",
        minutes: 2,
    }
    .install()
}

/// A program that `cargo install` compiles.
struct Program<'a> {
    name: &'a str,
    package: &'a str,
    version: &'a str,
    /// Whether to compile it with the versions in its own lock file.
    locked: bool,
    default_features: bool,
    /// Cargo's `opt-level`: what runs for seconds need not take minutes to compile.
    optimised: &'static str,
    /// How long that takes on two cores.
    minutes: u32,
}

impl Program<'_> {
    fn install(&self) -> Result<()> {
        let printed = process::output(process::command(self.name).arg("--version"));
        if printed.is_some_and(|output| versions::printed(&output) == Some(self.version)) {
            return Ok(());
        }
        let (package, version, minutes) = (self.package, self.version, self.minutes);
        let build = workspace::tools().join("build").join(package);
        let mut cargo = process::command("cargo");
        cargo.args([
            "install",
            "--quiet",
            package,
            "--force",
            "--version",
            version,
        ]);
        cargo.arg("--root").arg(workspace::tools());
        cargo.args(self.locked.then_some("--locked"));
        cargo.args((!self.default_features).then_some("--no-default-features"));
        cargo.env("CARGO_TARGET_DIR", &build);
        // Trunk asks for the slowest way to compile.
        cargo.env("CARGO_PROFILE_RELEASE_LTO", "off");
        cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.optimised);
        cargo.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        let what =
            format!("Installing {package} {version} (first time only, about {minutes} minutes)");
        let installed = progress::run(&what, &mut cargo);
        // A few hundred megabytes that nobody needs again.
        let _ = fs::remove_dir_all(build);
        installed.with_context(|| format!("{package} {version} is missing"))
    }
}
