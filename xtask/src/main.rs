//! `cargo xtask`: every command a developer of Recto needs. Each installs the tools it misses first.
//!
//! `arguments` says which commands there are; `serve`, `build`, `dist`, `docs`, `release`, `size`, `test`, `fuzz`, `shots`, `lighthouse`, `trunk_hook`
//! and each `bench_…` hold one command each; `smoke_test` is a step of `test`; `tools` installs; the rest is
//! what they share.

mod arguments;
mod bench_browser;
mod bench_build;
mod bench_peers;
mod bench_search;
mod bindgen;
mod build;
mod dist;
mod docs;
mod engine;
mod fuzz;
mod lighthouse;
mod mirror;
mod process;
mod progress;
mod release;
mod scripts;
mod serve;
mod shots;
mod size;
mod smoke_test;
mod table;
mod test;
mod tools;
mod trunk_hook;
mod versions;
mod watch;
mod workspace;

use std::{env, process::ExitCode};

use anyhow::Result;
use arguments::Arguments;

fn main() -> ExitCode {
    match arguments::parse(env::args_os().skip(1)).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> Result<()> {
    match arguments {
        Arguments::Help => {
            print!("{}", arguments::HELP);
            Ok(())
        }
        Arguments::Serve { port } => serve::run(port),
        Arguments::Build => build::release(),
        Arguments::Dist => dist::run(),
        Arguments::Docs => docs::run(),
        Arguments::Release(options) => release::run(&options),
        Arguments::TrunkHook => trunk_hook::run(),
        Arguments::Shots => shots::run(),
        Arguments::Lighthouse => lighthouse::run(),
        Arguments::Size => size::run(),
        Arguments::Fuzz { seconds } => fuzz::other_texts(seconds),
        Arguments::Bench { arguments } => {
            process::run(process::command("cargo").arg("bench").args(arguments))
        }
        Arguments::BenchBuild { hugo, before } => {
            bench_build::run(bench_build::hugo(hugo).as_deref(), before.as_deref())
        }
        Arguments::BenchBrowser => bench_browser::run(),
        Arguments::BenchPeers { dir } => bench_peers::run(&dir),
        Arguments::BenchSearch { articles } => bench_search::run(articles),
        Arguments::Test { only, engines } => test::run(&only, &engines),
    }
}
