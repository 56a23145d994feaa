//! `cargo xtask test`: everything that must pass, in one go.
//!
//! 1. Plan: the chosen steps in their order, with what they need in front.
//! 2. Run each; one that fails does not stop those that do not build on it.
//! 3. Print which journeys did not pass at once, and one table: step, result, seconds.

mod nginx;
mod report;
mod step;

use std::{
    fs, thread,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};
use report::{Outcome, Report};
use step::Lane;
pub use step::Step;

use crate::{
    engine::Engine,
    size,
    tools::{self, Tool},
    workspace,
};

/// Empty lists mean all.
pub fn run(only: &[Step], engines: &[Engine]) -> Result<()> {
    let steps = step::plan(only, engines, size::can_run())?;
    let summaries = workspace::journey_summaries();
    if summaries.exists() {
        fs::remove_file(&summaries)?;
    }
    let mut report = Report::default();
    let mut missing = Vec::new();
    for together in steps.chunk_by(|step, next| step.shares_lanes(*next)) {
        let done = match together {
            [Step::Tools] => {
                let installed = timed(Step::Tools, || install_tools(&steps, &mut missing));
                vec![(Step::Tools, installed)]
            }
            _ => in_lanes(together, |step| {
                timed(step, || run_step(step, &report, &missing))
            }),
        };
        for (step, (outcome, duration)) in done {
            report.add(step, outcome, duration);
        }
    }
    // At the end, where whoever reads a long log looks first. No journeys, no file.
    let summary = fs::read_to_string(&summaries).unwrap_or_default();
    print!("{summary}\n{report}");
    if report.failed() {
        bail!("not everything passed");
    }
    Ok(())
}

/// Runs the steps of each lane one after another, the lanes at the same time.
fn in_lanes<T: Send>(steps: &[Step], run: impl Fn(Step) -> T + Sync) -> Vec<(Step, T)> {
    let in_lane = |lane: Option<Lane>| {
        let steps = steps.iter().filter(move |step| step.lane() == lane);
        steps.map(|&step| (step, run(step))).collect::<Vec<_>>()
    };
    thread::scope(|scope| {
        let left = scope.spawn(|| in_lane(Some(Lane::Left)));
        let mut done = in_lane(Some(Lane::Right));
        done.extend(in_lane(None));
        done.extend(left.join().expect("a step does not panic"));
        done
    })
}

fn timed(step: Step, run: impl FnOnce() -> Outcome) -> (Outcome, Duration) {
    println!("== {}", step.name());
    let start = Instant::now();
    let outcome = run();
    let duration = start.elapsed();
    let seconds = duration.as_secs_f64();
    println!("== {} {outcome} in {seconds:.1} s\n", step.name());
    (outcome, duration)
}

fn install_tools(steps: &[Step], missing: &mut Vec<Tool>) -> Outcome {
    // Asked for alone, it prepares the machine for all that follow.
    let steps = if steps == [Step::Tools] {
        &Step::ALL
    } else {
        steps
    };
    let mut needed: Vec<Tool> = Vec::new();
    for tool in steps.iter().flat_map(|step| step.tools()) {
        if !needed.contains(&tool) {
            needed.push(tool);
        }
    }
    for (tool, line) in tools::install(&needed) {
        eprintln!("error: {line}");
        missing.push(tool);
    }
    if missing.is_empty() {
        Outcome::Passed
    } else {
        Outcome::Failed
    }
}

fn run_step(step: Step, report: &Report, missing: &[Tool]) -> Outcome {
    let lacks_tool = step.tools().iter().any(|tool| missing.contains(tool));
    let lacks_input = step.input().is_some_and(|input| report.lacks(input));
    if lacks_tool || lacks_input {
        return Outcome::Skipped;
    }
    match step.run() {
        Ok(()) => Outcome::Passed,
        Err(error) => {
            eprintln!("error: {error:#}");
            Outcome::Failed
        }
    }
}
