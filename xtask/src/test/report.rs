//! What became of each step, and the table of it.

use std::{fmt, time::Duration};

use super::Step;
use crate::table;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Passed,
    Failed,
    /// What it needs is not there, because an earlier step failed.
    Skipped,
}

#[derive(Default)]
pub struct Report(Vec<(Step, Outcome, Duration)>);

impl Report {
    pub fn add(&mut self, step: Step, outcome: Outcome, duration: Duration) {
        self.0.push((step, outcome, duration));
    }

    /// Whether this step ran, or should have, and did not pass.
    pub fn lacks(&self, step: Step) -> bool {
        let mut outcomes = self.0.iter();
        outcomes.any(|(other, outcome, _)| *other == step && *outcome != Outcome::Passed)
    }

    pub fn failed(&self) -> bool {
        self.count(Outcome::Failed) > 0
    }

    fn count(&self, wanted: Outcome) -> usize {
        let outcomes = self.0.iter().map(|(_, outcome, _)| *outcome);
        outcomes.filter(|outcome| *outcome == wanted).count()
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Outcome::Passed => "passed",
            Outcome::Failed => "failed",
            Outcome::Skipped => "skipped",
        })
    }
}

/// The table, and below it the numbers of steps.
impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rows = vec![["step", "result", "seconds"].map(str::to_owned).to_vec()];
        rows.extend(self.0.iter().map(|(step, outcome, duration)| {
            let seconds = format!("{:.1}", duration.as_secs_f64());
            vec![step.name().to_owned(), outcome.to_string(), seconds]
        }));
        let (passed, failed) = (self.count(Outcome::Passed), self.count(Outcome::Failed));
        write!(
            formatter,
            "{}\n{passed} passed, {failed} failed",
            table::table(&rows)
        )?;
        match self.count(Outcome::Skipped) {
            0 => writeln!(formatter),
            skipped => writeln!(formatter, ", {skipped} skipped"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(outcomes: &[(Step, Outcome)]) -> Report {
        let mut report = Report::default();
        for (step, outcome) in outcomes {
            report.add(*step, *outcome, Duration::from_millis(1234));
        }
        report
    }

    #[test]
    fn the_table_ends_with_the_numbers_of_steps() {
        let passed = report(&[
            (Step::Tools, Outcome::Passed),
            (Step::Format, Outcome::Passed),
        ]);
        let expected = "\
step    result  seconds
tools   passed      1.2
format  passed      1.2

2 passed, 0 failed
";
        assert_eq!(passed.to_string(), expected);
        assert!(!passed.failed());
    }

    #[test]
    fn a_skipped_step_is_counted_apart_and_keeps_what_builds_on_it_from_running() {
        let broken = report(&[
            (Step::Tests, Outcome::Failed),
            (Step::Dist, Outcome::Skipped),
        ]);
        assert!(
            broken
                .to_string()
                .ends_with("\n0 passed, 1 failed, 1 skipped\n")
        );
        assert!(broken.failed());
        assert!(broken.lacks(Step::Dist));
        assert!(!broken.lacks(Step::Size));
    }
}
