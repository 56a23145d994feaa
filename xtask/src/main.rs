//! `cargo xtask`: every command a developer of Recto needs. Each installs the tools it misses first.
//!
//! `arguments` says which commands there are; `serve`, `build`, `dist`, `pages`, `shots`, `lighthouse`, `size` and `test` hold
//! one command each; `alone` tries the finished program; `compile`, `link` and `optimise` make the app smaller; `tools`
//! installs; the rest is what they share.

mod alone;
mod arguments;
mod bench_browser;
mod bench_build;
mod build;
mod compile;
mod dist;
mod engine;
mod fuzz;
mod lighthouse;
mod link;
mod mirror;
mod optimise;
mod pages;
mod process;
mod remap;
mod serve;
mod shots;
mod size;
mod table;
mod test;
mod tools;
mod versions;
mod watch;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use arguments::Arguments;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match arguments::parse(&words).and_then(run) {
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
        Arguments::Pages => pages::run(),
        Arguments::Link { arguments } => link::run(&arguments),
        Arguments::Compile { words } => compile::run(&words),
        Arguments::Shots => shots::run(),
        Arguments::Lighthouse => lighthouse::run(),
        Arguments::Size => size::run(),
        Arguments::Bench { arguments } => {
            process::run(process::command("cargo").arg("bench").args(arguments))
        }
        Arguments::BenchBuild { hugo } => {
            bench_build::run(bench_build::hugo(hugo.as_deref()).as_deref())
        }
        Arguments::BenchBrowser => bench_browser::run(),
        Arguments::Test { only, engines } => test::run(&only, &engines),
    }
}
