//! Problems as lines for people: of many warnings of one kind the first three, and how many there are.

use crate::build::diagnostics::problem::{Problem, Severity};
use std::collections::{BTreeSet, HashMap};

/// Told one by one, of each kind.
const SHOWN: usize = 3;

/// In the order of the problems; what is said of a kind stands behind the last that is shown of it.
pub fn lines(problems: &[Problem]) -> Vec<String> {
    let is_warning = |problem: &&Problem| problem.severity == Severity::Warning;
    let mut kinds: HashMap<String, Vec<&Problem>> = HashMap::new();
    for problem in problems.iter().filter(is_warning) {
        kinds.entry(problem.kind()).or_default().push(problem);
    }
    let mut told: HashMap<String, usize> = HashMap::new();
    let mut lines = Vec::new();
    for problem in problems {
        if !is_warning(&problem) {
            lines.push(problem.to_string());
            continue;
        }
        let kind = problem.kind();
        let of_kind = kinds.get(&kind).map_or(&[][..], Vec::as_slice);
        let told = told.entry(kind).or_default();
        *told += 1;
        // One more line is no longer than a line that says so.
        if *told <= SHOWN || of_kind.len() == SHOWN + 1 {
            lines.push(problem.to_string());
        }
        if *told == SHOWN && of_kind.len() > SHOWN + 1 {
            lines.push(rest(of_kind));
        }
    }
    lines
}

fn rest(of_kind: &[&Problem]) -> String {
    let rest = &of_kind[SHOWN..];
    let files: BTreeSet<&str> = rest.iter().map(|problem| problem.path.as_str()).collect();
    let in_files = match files.len() {
        1 => "in one file".into(),
        count => format!("in {count} files"),
    };
    let what = of_kind[0].kind();
    format!(
        "  and {} more of this kind, {in_files}: {what} (--verbose tells each)",
        rest.len()
    )
}
