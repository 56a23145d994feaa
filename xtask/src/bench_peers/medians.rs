//! The samples of the harness as the table of `benches/README.md`: a row for each figure, a column for each site, and in
//! a cell the medians of the fast and the phone profile.

use anyhow::{Context, Result};
use serde_json::Value;

/// The lines of `benches/README.md` that the table stands between.
const BEGIN: &str = "<!-- bench-peers: begin -->\n";
const END: &str = "<!-- bench-peers: end -->";

const PROFILES: [&str; 2] = ["fast", "mobile"];

/// Where a figure is in a sample, what it is called, and by what it is divided to be read.
const ROWS: [(&str, &str, f64); 9] = [
    ("/article/text", "text painted, cold, ms", 1.0),
    ("/article/tbt", "blocking, ms", 1.0),
    ("/article/task", "main thread busy, ms", 1.0),
    ("/nav/headline", "click → headline painted, ms", 1.0),
    ("/nav/text", "click → whole text, ms", 1.0),
    ("/again/text", "second visit, text, ms", 1.0),
    ("/article/requests", "requests, cold", 1.0),
    ("/article/bytes", "all that is loaded, cold, kB", 1000.0),
    ("/article/cls", "layout shift, thousandths", 0.001),
];

/// The best of a row and profile is bold.
pub fn table(results: &Value) -> Result<String> {
    let sites = results["sites"]
        .as_array()
        .context("the results name no sites")?;
    let sites: Vec<&str> = sites.iter().filter_map(Value::as_str).collect();
    let samples = results["samples"]
        .as_array()
        .context("the results hold no samples")?;
    let mut lines = vec![
        format!("| fast / phone | {} |", sites.join(" | ")),
        format!("|---|{}", "---:|".repeat(sites.len())),
    ];
    for (pointer, title, unit) in ROWS {
        let medians = PROFILES.map(|profile| {
            let of_site = |site| median(samples, site, profile, pointer).map(|value| value / unit);
            sites.iter().map(|site| of_site(site)).collect::<Vec<_>>()
        });
        let cells: Vec<String> = (0..sites.len())
            .map(|site| medians.each_ref().map(|row| cell(row, site)).join(" / "))
            .collect();
        lines.push(format!("| {title} | {} |", cells.join(" | ")));
    }
    Ok(lines.join("\n") + "\n")
}

/// The text with the table between the marks.
pub fn put(readme: &str, table: &str) -> Result<String> {
    let marks = "benches/README.md has lost the marks of the table";
    let (before, rest) = readme.split_once(BEGIN).context(marks)?;
    let (_, after) = rest.split_once(END).context(marks)?;
    Ok([before, BEGIN, table, END, after].concat())
}

fn cell(medians: &[Option<f64>], site: usize) -> String {
    let shown = |value: f64| format!("{value:.0}");
    let best = medians.iter().flatten().copied().reduce(f64::min);
    match medians[site].map(shown) {
        Some(value) if best.map(shown).as_ref() == Some(&value) => format!("**{value}**"),
        Some(value) => value,
        None => "–".to_owned(),
    }
}

fn median(samples: &[Value], site: &str, profile: &str, pointer: &str) -> Option<f64> {
    let samples = samples.iter();
    let samples = samples.filter(|sample| sample["site"] == site && sample["profile"] == profile);
    let mut values: Vec<f64> = samples
        .filter_map(|sample| sample.pointer(pointer)?.as_f64())
        .collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn sample(site: &str, profile: &str, text: f64) -> Value {
        json!({ "site": site, "profile": profile, "article": { "text": text } })
    }

    #[test]
    fn a_row_holds_the_medians_of_both_profiles_and_marks_the_best() {
        let results = json!({ "sites": ["recto", "hugo"], "samples": [
            sample("recto", "fast", 90.0), sample("recto", "fast", 70.0), sample("recto", "fast", 80.0),
            sample("hugo", "fast", 84.0), sample("recto", "mobile", 412.0), sample("hugo", "mobile", 400.4),
        ] });
        let table = table(&results).unwrap();
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines[0], "| fast / phone | recto | hugo |");
        assert_eq!(
            lines[2],
            "| text painted, cold, ms | **80** / 412 | 84 / **400** |"
        );
        assert_eq!(lines[3], "| blocking, ms | – / – | – / – |");
    }

    #[test]
    fn the_table_replaces_the_one_before() {
        let readme = format!("Before\n{BEGIN}old\n{END}\nAfter\n");
        let expected = format!("Before\n{BEGIN}new\n{END}\nAfter\n");
        assert_eq!(put(&readme, "new\n").unwrap(), expected);
        assert!(put("no marks", "new\n").is_err());
    }
}
