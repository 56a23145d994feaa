//! `cargo xtask bench-build`: how long a whole build takes, from starting the program to the last file on the disk.
//!
//! 1. Invent blogs of 100, 1,000 and 10,000 articles.
//! 2. Build each with `target/release/recto` and, if they are there, with a Recto of an earlier commit and with Hugo: in
//!    turn, so that whatever else the machine does meets all; each time from nothing, into a new folder. None is removed before the last run, because ext4
//!    passes over the inodes of files that were just removed, one by one, and whoever writes next would pay for it.
//! 3. Print the medians: seconds on the clock, seconds of work on all cores, and the most memory.
//!
//! Figures of other machines, and of other hours, are not comparable; nor are those of a disk on which much was removed
//! within five minutes before. Needs `/usr/bin/time`, from the package `time`, and 8 GB.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};

use crate::{process, table, workspace};

#[path = "../../benches/invented_blog.rs"]
mod invented_blog;

const SIZES: [u64; 3] = [100, 1_000, 10_000];
const RUNS: usize = 3;

/// Seconds on the clock, seconds of work, and kilobytes.
#[derive(Clone, Copy)]
struct Measured {
    elapsed: f64,
    work: f64,
    memory: f64,
}

/// `before` is a Recto of an earlier commit.
pub fn run(hugo: Option<&Path>, before: Option<&Path>) -> Result<()> {
    let recto = workspace::release_recto();
    ensure!(
        recto.is_file(),
        "{} is missing: run `cargo xtask dist`",
        recto.display()
    );
    let folder = env::temp_dir().join(format!("recto-bench-{}", std::process::id()));
    let measured = SIZES
        .iter()
        .map(|count| {
            measure(
                &folder.join(count.to_string()),
                *count,
                [Some(&recto), before, hugo],
            )
        })
        .collect::<Result<Vec<_>>>();
    let _ = fs::remove_dir_all(&folder);
    let mut rows = vec![
        ["articles", "", "clock s", "work s", "memory MB"]
            .map(String::from)
            .to_vec(),
    ];
    for (count, programs) in SIZES.iter().zip(measured?) {
        for (name, runs) in programs {
            rows.push(row(*count, name, &runs));
        }
    }
    print!("{}", table::table(&rows));
    Ok(())
}

type Runs = Vec<(&'static str, Vec<Measured>)>;

/// `programs` are this Recto, an earlier one, and Hugo.
fn measure(folder: &Path, count: u64, programs: [Option<&Path>; 3]) -> Result<Runs> {
    let content = folder.join("content");
    invented_blog::write(&content, count)?;
    let [recto, before, hugo] = programs;
    let mut runs = vec![
        ("Recto", recto, Vec::new()),
        ("before", before, Vec::new()),
        ("Hugo", hugo, Vec::new()),
    ];
    runs.retain(|(_, program, _)| program.is_some());
    for run in 0..RUNS {
        for (name, program, measured) in &mut runs {
            let out = folder.join(format!("{name}-{run}"));
            let program = program.expect("those without a program are left out");
            measured.push(measure_build(program, *name == "Hugo", folder, &out)?);
        }
    }
    let measured = runs.into_iter().map(|(name, _, runs)| (name, runs));
    Ok(measured.collect())
}

fn measure_build(program: &Path, is_hugo: bool, folder: &Path, out: &Path) -> Result<Measured> {
    let mut command = timed(program, folder);
    if is_hugo {
        let site = workspace::root().join("benches/hugo");
        command.args(["--quiet", "--noBuildLock"]);
        command.arg("--source").arg(site).arg("--contentDir");
        command.arg(folder.join("content")).arg("--destination");
    } else {
        // What an earlier build has highlighted; it is one file.
        let _ = fs::remove_dir_all(folder.join(".recto-cache"));
        command.args(["build", "--no-images", "--json", "--now", "2026-01-01"]);
        command.args(["--content", "content", "--out"]);
    }
    measured(command.arg(out))
}

fn timed(program: &Path, folder: &Path) -> Command {
    let mut command = process::command("/usr/bin/time");
    command
        .args(["--quiet", "--format", "%e %U %S %M"])
        .arg(program);
    command.current_dir(folder);
    command
}

fn measured(command: &mut Command) -> Result<Measured> {
    let output = command.output().context("cannot start /usr/bin/time")?;
    let told = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{told}");
    let last = told.lines().last().unwrap_or_default();
    let numbers: Vec<f64> = last
        .split(' ')
        .filter_map(|number| number.parse().ok())
        .collect();
    match numbers[..] {
        [elapsed, user, system, memory] => Ok(Measured {
            elapsed,
            work: user + system,
            memory,
        }),
        _ => anyhow::bail!("/usr/bin/time told `{last}`"),
    }
}

fn row(count: u64, name: &str, runs: &[Measured]) -> Vec<String> {
    let median = |of: fn(&Measured) -> f64| {
        let mut values: Vec<f64> = runs.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    vec![
        count.to_string(),
        name.into(),
        format!("{:.2}", median(|run| run.elapsed)),
        format!("{:.2}", median(|run| run.work)),
        format!("{:.0}", median(|run| run.memory) / 1000.0),
    ]
}

/// Where Hugo is, as told, or on PATH.
pub fn hugo(told: Option<PathBuf>) -> Option<PathBuf> {
    let on_path = || process::is_on_path("hugo").then(|| PathBuf::from("hugo"));
    told.or_else(on_path)
}
