//! Every feature as Markdown and the HTML it becomes, in `features/*.txt`.
//!
//! A line `%%% name` begins a case; `%%%` divides its Markdown, its HTML, and the remarks to the writer, if any.

use crate::judge::{judge, judge_ids};
use recto::markdown::{Enrichment, Warning, render, render_html};

struct Case {
    name: String,
    markdown: String,
    html: String,
    remarks: String,
}

fn cases(file: &str) -> Vec<Case> {
    let path = format!(
        "{}/tests/markdown/features/{file}.txt",
        env!("CARGO_MANIFEST_DIR")
    );
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let case = |case: &str| {
        let (name, rest) = case.split_once('\n').expect("a name and a text");
        let mut parts = rest.split("\n%%%\n").map(String::from);
        Case {
            name: name.into(),
            markdown: parts.next().unwrap_or_default(),
            html: parts.next().unwrap_or_default(),
            remarks: parts.next().unwrap_or_default(),
        }
    };
    format!("\n{text}")
        .split("\n%%% ")
        .skip(1)
        .map(case)
        .collect()
}

fn remark(warning: &Warning) -> String {
    let Warning {
        line,
        column,
        what,
        remedy,
    } = warning;
    format!("{line}:{column}: {what}; {remedy}\n")
}

fn check(file: &str) {
    let mut wrong = String::new();
    for Case {
        name,
        markdown,
        html,
        remarks,
    } in cases(file)
    {
        let rendered = render(&markdown, &Enrichment::default());
        let told: String = rendered.warnings.iter().map(remark).collect();
        for (what, expected, got) in [
            ("HTML", &html, &rendered.html),
            ("remarks", &remarks, &told),
        ] {
            if expected.trim_end() != got.trim_end() {
                wrong += &format!(
                    "--- {name}: {what}\n{markdown}\n--- expected\n{expected}\n--- got\n{got}\n"
                );
            }
        }
        let judged = judge(&rendered.html).and_then(|()| judge_ids(&rendered.html));
        judged.unwrap_or_else(|reason| wrong += &format!("--- {name}: {reason}\n"));
        assert_eq!(
            rendered.html,
            render_html(&markdown, &Enrichment::default()),
            "{name}"
        );
    }
    assert!(wrong.is_empty(), "{file}.txt:\n{wrong}");
}

#[test]
fn text_and_emphasis() {
    check("text");
}

#[test]
fn headings_and_links_to_them() {
    check("headings");
}

#[test]
fn links() {
    check("links");
}

#[test]
fn bare_links() {
    check("autolinks");
}

#[test]
fn lists_and_tasks_and_definitions() {
    check("lists");
}

#[test]
fn tables() {
    check("tables");
}

#[test]
fn code() {
    check("code");
}

#[test]
fn images_and_figures() {
    check("images");
}

#[test]
fn alerts() {
    check("alerts");
}

#[test]
fn footnotes() {
    check("footnotes");
}

#[test]
fn formulas() {
    check("math");
}

#[test]
fn github_flavour() {
    check("gfm");
}

#[test]
fn html_that_writers_use() {
    check("raw_html");
}
