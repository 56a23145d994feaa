//! Stands in for the linker when a release of the app is built: rustc starts this program (see `build`).
//!
//! Whatever a library of ours exports to JavaScript is kept, called or not, with all the code behind it.
//! The streams of `wasm-streams`, which comes with Leptos' server functions, weigh 4 KB of Brotli that way, and nobody
//! calls them. Left out of the exports here, they go where all unused code goes.

use std::process::Command;

use anyhow::{Context, Result, ensure};

/// What the names of exports that nobody calls have in common, in lower case.
pub const UNUSED: &str = "intounderlying";

pub fn run(arguments: &[String]) -> Result<()> {
    // rustc has it on PATH for us.
    let mut linker = Command::new("rust-lld");
    linker.args(without_unused_exports(arguments));
    let status = linker.status().context("cannot start rust-lld")?;
    ensure!(status.success(), "rust-lld failed ({status})");
    Ok(())
}

fn without_unused_exports(arguments: &[String]) -> Vec<&String> {
    let is_unused = |argument: &String| argument.contains(UNUSED);
    let mut kept = Vec::new();
    for (index, argument) in arguments.iter().enumerate() {
        let introduces_unused =
            argument == "--export" && arguments.get(index + 1).is_some_and(is_unused);
        if !(is_unused(argument) || introduces_unused) {
            kept.push(argument);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_exports_that_nobody_calls_are_left_out() {
        let line = "-flavor wasm --export open_1 --export intounderlyingsink_close_2 \
            --export __wbg_intounderlyingsink_free_3 --export start_4 app.o -o app.wasm";
        let arguments: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        let kept: Vec<&str> = without_unused_exports(&arguments)
            .into_iter()
            .map(String::as_str)
            .collect();
        assert_eq!(
            kept.join(" "),
            "-flavor wasm --export open_1 --export start_4 app.o -o app.wasm"
        );
    }
}
