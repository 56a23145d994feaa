//! The steps of `cargo xtask test`: what each needs and runs, and which of them a call means.

use std::{ffi::OsStr, fs, path::Path, process::Command, str::FromStr};

use anyhow::{Context, Error, Result, ensure};

use super::nginx;
use crate::{
    build, docs, engine::Engine, fuzz, process, scripts, size, smoke_test, tools::Tool, workspace,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Tools,
    Format,
    ClippyNative,
    ClippyWasm,
    ScriptTypes,
    Dependencies,
    Tests,
    Fuzz,
    Dist,
    Size,
    Browser(Engine),
    BrowserNginx,
    Docs,
    Faults,
    SmokeTest,
}

/// Two lists of steps that run at the same time; the steps of a list run one after another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    Left,
    Right,
}

impl Step {
    /// In the order in which they run.
    pub const ALL: [Step; 17] = [
        Step::Tools,
        Step::Format,
        Step::ClippyNative,
        Step::ClippyWasm,
        Step::ScriptTypes,
        Step::Dependencies,
        Step::Tests,
        Step::Fuzz,
        Step::Dist,
        Step::Size,
        Step::Browser(Engine::Chromium),
        Step::BrowserNginx,
        Step::Browser(Engine::Webkit),
        Step::Browser(Engine::Firefox),
        Step::Faults,
        Step::Docs,
        // Last: all that is compiled after it is compiled anew.
        Step::SmokeTest,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Step::Tools => "tools",
            Step::Format => "format",
            Step::ClippyNative => "clippy-native",
            Step::ClippyWasm => "clippy-wasm",
            Step::ScriptTypes => "script-types",
            Step::Dependencies => "dependencies",
            Step::Tests => "tests",
            Step::Fuzz => "fuzz",
            Step::Dist => "dist",
            Step::Size => "size",
            Step::Browser(Engine::Chromium) => "browser-chromium",
            Step::Browser(Engine::Firefox) => "browser-firefox",
            Step::Browser(Engine::Webkit) => "browser-webkit",
            Step::BrowserNginx => "browser-nginx",
            Step::Docs => "docs",
            Step::Faults => "faults",
            Step::SmokeTest => "smoke-test",
        }
    }

    /// What the step `tools` installs for this one.
    pub fn tools(self) -> Vec<Tool> {
        match self {
            Step::Tools | Step::Size | Step::SmokeTest => vec![],
            Step::Format => vec![Tool::Rustfmt],
            Step::ClippyNative => vec![Tool::Clippy],
            Step::ClippyWasm => vec![Tool::Clippy, Tool::WasmTarget],
            Step::ScriptTypes | Step::Tests => vec![Tool::NpmPackages],
            Step::Dependencies => vec![Tool::CargoDeny],
            Step::Fuzz => vec![Tool::CxxCompiler],
            Step::Dist => build::TOOLS.to_vec(),
            Step::Browser(engine) => vec![Tool::NpmPackages, Tool::Fonts, Tool::Browser(engine)],
            Step::Docs | Step::Faults => Step::Browser(Engine::Chromium).tools(),
            Step::BrowserNginx => {
                let mut tools = Step::Browser(Engine::Chromium).tools();
                tools.extend([Tool::Nginx, Tool::Caddy]);
                tools
            }
        }
    }

    /// Whether the step after this one belongs to the same [`Lane`]s.
    pub fn shares_lanes(self, next: Self) -> bool {
        self.lane().is_some() && next.lane().is_some()
    }

    /// For steps that run beside others. A browser alone leaves a quarter of two cores idle.
    pub fn lane(self) -> Option<Lane> {
        match self {
            // It takes as long as the rest together.
            Step::Browser(Engine::Webkit) => Some(Lane::Left),
            Step::Browser(Engine::Firefox) | Step::Faults | Step::Docs => Some(Lane::Right),
            _ => None,
        }
    }

    /// The step whose output this one reads.
    pub fn input(self) -> Option<Step> {
        match self {
            Step::Size
            | Step::Browser(_)
            | Step::BrowserNginx
            | Step::Docs
            | Step::Faults
            | Step::SmokeTest => Some(Step::Dist),
            _ => None,
        }
    }

    pub fn run(self) -> Result<()> {
        match self {
            Step::Tools => Ok(()),
            Step::Format => cargo("fmt --all --check")
                .and_then(|()| cargo("fmt --manifest-path fuzz/Cargo.toml --check")),
            Step::ClippyNative => cargo("clippy --workspace --all-targets -- -D warnings"),
            Step::ClippyWasm => cargo(
                "clippy --target wasm32-unknown-unknown --lib --bins --package recto --features modules,live,desk -- -D warnings",
            ),
            Step::ScriptTypes => scripts::check_types(),
            // Advisories change without us: they are no reason for a test to fail.
            Step::Dependencies => cargo("deny check licenses bans sources"),
            Step::Tests => native_tests(),
            Step::Fuzz => fuzz::the_same_texts(),
            Step::Dist => build::release(),
            Step::Size => size::run(),
            Step::Browser(engine) => process::run(&mut journeys(engine, &workspace::dist(), &[])),
            Step::BrowserNginx => nginx::run(),
            Step::Docs => {
                docs::build()?;
                let site = docs::site();
                process::run(&mut journeys(Engine::Chromium, &site, &["documentation"]))
            }
            // In one engine: what answers a request wrongly is the same for all.
            Step::Faults => {
                let dist = workspace::dist();
                process::run(&mut journeys(Engine::Chromium, &dist, &["faults"]))
            }
            Step::SmokeTest => smoke_test::run(),
        }
    }
}

impl FromStr for Step {
    type Err = Error;

    fn from_str(name: &str) -> Result<Step> {
        let names = Step::ALL.map(Step::name).join(", ");
        Step::ALL
            .into_iter()
            .find(|step| step.name() == name)
            .with_context(|| format!("there is no step `{name}`; there are {names}"))
    }
}

/// The steps that a call means. Empty lists mean all. Tools always come first; `dist/` is built
/// when it is asked for, or when a step reads it and there is none.
pub fn plan(only: &[Step], engines: &[Engine], has_dist: bool) -> Result<Vec<Step>> {
    let asked = |step: &Step| {
        let engine_fits = match step {
            Step::Browser(engine) => engines.is_empty() || engines.contains(engine),
            Step::BrowserNginx | Step::Docs | Step::Faults => {
                engines.is_empty() || engines.contains(&Engine::Chromium)
            }
            _ => true,
        };
        engine_fits && (only.is_empty() || only.contains(step))
    };
    let chosen: Vec<Step> = Step::ALL.into_iter().filter(asked).collect();
    ensure!(
        !chosen.is_empty(),
        "nothing to run: --engine leaves out every step of --only"
    );
    let lacks_dist = !has_dist && chosen.iter().any(|step| step.input() == Some(Step::Dist));
    let added = |step: &Step| match step {
        Step::Tools => true,
        Step::Dist => lacks_dist,
        _ => false,
    };
    let planned = |step: &Step| chosen.contains(step) || added(step);
    Ok(Step::ALL.into_iter().filter(planned).collect())
}

/// All but the journeys. No package is named: for a choice of packages cargo chooses other features of libraries, and
/// compiles them once more.
fn native_tests() -> Result<()> {
    let mut test = cargo_command("test --lib --bins");
    for entry in fs::read_dir(workspace::root().join("tests"))? {
        let path = entry?.path();
        let name = path.file_stem().filter(|_| path.is_file());
        test.args(
            name.into_iter()
                .flat_map(|name| [OsStr::new("--test"), name]),
        );
    }
    process::run(&mut test)
}

/// What runs the journeys on a built site: those of these names, or all.
pub(super) fn journeys(engine: Engine, dist: &Path, names: &[&str]) -> Command {
    let mut test = cargo_command("test --test journeys --");
    test.args(names).env("RECTO_ENGINE", engine.name());
    test.env("RECTO_DIST", dist);
    test
}

fn cargo(arguments: &str) -> Result<()> {
    process::run(&mut cargo_command(arguments))
}

fn cargo_command(arguments: &str) -> Command {
    let mut command = process::command("cargo");
    command.args(arguments.split(' '));
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(only: &[&str], engines: &[Engine], has_dist: bool) -> String {
        let only: Vec<Step> = only.iter().map(|name| name.parse().unwrap()).collect();
        let steps = plan(&only, engines, has_dist).unwrap();
        steps
            .into_iter()
            .map(Step::name)
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn every_step_has_a_name_of_its_own() {
        for step in Step::ALL {
            assert_eq!(step.name().parse::<Step>().unwrap(), step);
        }
    }

    #[test]
    fn without_options_everything_runs() {
        let all = Step::ALL.map(Step::name).join(" ");
        assert_eq!(names(&[], &[], true), all);
        assert_eq!(names(&[], &[], false), all);
    }

    #[test]
    fn an_engine_leaves_out_the_browsers_of_the_others_only() {
        let steps = names(&[], &[Engine::Webkit], true);
        assert!(
            steps.ends_with("dependencies tests fuzz dist size browser-webkit smoke-test"),
            "{steps}"
        );
    }

    #[test]
    fn one_step_alone_takes_dist_as_it_is_or_builds_the_first() {
        assert_eq!(
            names(&["browser-firefox"], &[], true),
            "tools browser-firefox"
        );
        assert_eq!(
            names(&["browser-firefox"], &[], false),
            "tools dist browser-firefox"
        );
        assert_eq!(
            names(&["size", "format"], &[], false),
            "tools format dist size"
        );
        assert_eq!(names(&["tests"], &[], false), "tools tests");
    }

    #[test]
    fn a_call_that_means_no_step_is_refused() {
        let only = [Step::Browser(Engine::Firefox)];
        assert!(plan(&only, &[Engine::Webkit], true).is_err());
    }
}
