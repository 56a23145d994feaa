//! Tries all that reads other people's texts with texts by chance, two programs at a time: `fuzz/` says what must hold for every one.
//!
//! As a step of `test` it tries the same texts in each run, so that a change is to blame for what is found; `cargo xtask fuzz`
//! tries others each time.
//!
//! `cargo fuzz` wants a nightly toolchain for its memory checks. What is tried holds no unsafe code, so all it needs is
//! that the fuzzer sees which branches a text takes, and those flags are stable.

use std::{fs, process::Command, thread};

use anyhow::{Context, Result, ensure};

use crate::{process, workspace};

/// For each program of the step of `test`.
const SECONDS: u32 = 30;
/// Each keeps one core busy.
const AT_A_TIME: usize = 2;
/// Bytes of a text, at most: longer ones find nothing that short ones do not, and take their time.
const LONGEST: u32 = 4096;
/// For one text. Those who hang are found by it.
const SECONDS_FOR_ONE: u32 = 20;

/// Tells the fuzzer about branches and comparisons, as its manual has it.
const FLAGS: &str = "-Cpasses=sancov-module -Ccodegen-units=1 \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";

/// A program of `fuzz/`, its words, and folders with more to begin with than its own.
type Target = (&'static str, &'static str, &'static [&'static str]);

const TARGETS: [Target; 4] = [
    (
        "render",
        "fuzz/markdown.dict",
        &["tests/markdown/features", "tests/markdown/hostile"],
    ),
    ("front_matter", "fuzz/front_matter.dict", &[]),
    ("configuration", "fuzz/front_matter.dict", &[]),
    ("run_time_json", "fuzz/json.dict", &[]),
];

/// The step of `test`.
pub fn the_same_texts() -> Result<()> {
    run(SECONDS, &["-seed=1"])
}

/// Other texts each time, for so many seconds a program.
pub fn other_texts(seconds: u32) -> Result<()> {
    run(seconds, &[])
}

fn run(seconds: u32, options: &[&str]) -> Result<()> {
    process::run(&mut cargo("build"))?;
    TARGETS.chunks(AT_A_TIME).try_for_each(|targets| {
        thread::scope(|scope| {
            let start =
                |target| scope.spawn(move || try_with_texts_by_chance(target, seconds, options));
            let running: Vec<_> = targets.iter().map(start).collect();
            let mut done = running
                .into_iter()
                .map(|thread| thread.join().expect("it tells what is wrong"));
            done.try_for_each(|result| result)
        })
    })
}

fn try_with_texts_by_chance(
    (name, words, more): &Target,
    seconds: u32,
    options: &[&str],
) -> Result<()> {
    // What is found in a run is kept in the first, which is nobody's source.
    let found = ["target/fuzz/documents/", name].concat();
    fs::create_dir_all(workspace::root().join(&found))?;
    let mut fuzzer = cargo("run");
    fuzzer.args(["--quiet", "--bin", name, "--"]);
    fuzzer.args([&found, &["fuzz/seeds/", name].concat()]);
    fuzzer.args(*more);
    fuzzer.arg(format!("-max_total_time={seconds}"));
    fuzzer.args(options);
    fuzzer.arg(format!("-max_len={LONGEST}"));
    fuzzer.arg(format!("-timeout={SECONDS_FOR_ONE}"));
    fuzzer.arg(["-dict=", words].concat());
    fuzzer.arg(format!("-artifact_prefix=target/fuzz/{name}-"));
    fuzzer.args(["-verbosity=0", "-print_final_stats=1"]);
    // It tells much that nobody reads, unless it has found something.
    let output = fuzzer.output().context("cannot start the fuzzer")?;
    let told = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{name}: {told}");
    let numbers = told.lines().filter(|line| line.starts_with("stat::"));
    numbers.for_each(|line| println!("{name}: {line}"));
    Ok(())
}

fn cargo(command: &str) -> Command {
    let mut cargo = process::command("cargo");
    // With a target named, the flags are for the program alone and not for what runs while it is compiled.
    cargo.args([command, "--release", "--locked", "--target", "host-tuple"]);
    cargo.args(["--manifest-path", "fuzz/Cargo.toml"]);
    cargo.env("CARGO_TARGET_DIR", "target/fuzz");
    cargo.env("RUSTFLAGS", FLAGS);
    cargo
}
