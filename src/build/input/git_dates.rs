//! The days on which files came into a Git checkout, for Markdown that says none itself.

use super::content_folder::Content;
use super::date_formats;
use crate::build::diagnostics::problem::{Position, Problems};
use crate::content::moment::Moment;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;
use std::process::Command;

/// A commit's line begins so, which no path does.
const COMMIT: char = '\0';

/// The first commit's date of each file, under its present name. Tells why there are none.
pub fn first_commits(content: &Content, problems: &mut Problems) -> BTreeMap<String, Moment> {
    let log = [
        "log",
        "--reverse",
        "--name-status",
        "--find-renames",
        "--relative",
        "--format=%x00%aI",
        "--",
        ".",
    ];
    let output = Command::new("git")
        .arg("-c")
        .arg("core.quotePath=false")
        .args(log)
        .current_dir(content.folder)
        .output();
    match output {
        Ok(output) if output.status.success() => dates(&String::from_utf8_lossy(&output.stdout)),
        _ => {
            let what = "the dates of a Git checkout cannot be read";
            let remedy = "build within the checkout, with its whole history, or take `dates` out of site.json";
            problems.error(&content.path("site.json"), Position::START, what, remedy);
            BTreeMap::new()
        }
    }
}

/// A file that was renamed keeps the date that it had.
fn dates(log: &str) -> BTreeMap<String, Moment> {
    let mut dates: BTreeMap<String, Moment> = BTreeMap::new();
    let mut now = None;
    for line in log.lines() {
        if let Some(time) = line.strip_prefix(COMMIT) {
            now = date_formats::read(time, &TimeZone::UTC);
            continue;
        }
        let mut parts = line.split('\t');
        let (Some(change), Some(path), Some(now)) = (parts.next(), parts.next(), now) else {
            continue;
        };
        match (change.as_bytes().first(), parts.next()) {
            (Some(b'A'), _) => drop(dates.entry(path.into()).or_insert(now)),
            (Some(b'R'), Some(new)) => {
                let first = dates.get(path).copied().unwrap_or(now);
                dates.insert(new.into(), first);
            }
            _ => {}
        }
    }
    dates
}

#[cfg(test)]
mod tests {
    use super::dates;

    #[test]
    fn a_file_keeps_its_first_date_under_a_new_name() {
        let log = "\x002024-05-01T10:00:00+02:00\n\nA\ta.md\nA\tb.md\n\x002024-06-01T10:00:00Z\n\nR100\ta.md\tc/a.md\nM\tb.md\n";
        let dates = dates(log);
        assert_eq!(dates["c/a.md"].to_string(), "2024-05-01T10:00:00+02:00");
        assert_eq!(dates["b.md"].to_string(), "2024-05-01T10:00:00+02:00");
    }
}
