//! Any file of an article: its head is read or told, at a place that the file has, and its body is the end of it.
#![no_main]

#[path = "../yaml_panics.rs"]
mod yaml_panics;
#[path = "../../src/content"]
pub mod content {
    pub mod date;
    pub mod discussion;
    pub mod moment;
    pub mod url;
}
#[path = "../../src/markdown"]
pub mod markdown {
    mod enrichment;
    pub use enrichment::FigureWidth;
}
#[path = "../../src/build"]
pub mod build {
    pub mod diagnostics {
        pub mod line_index;
        pub mod problem;
    }
    pub mod options {
        pub mod project;
    }
    pub mod input {
        pub mod date_formats;
        pub mod file_name;
        pub mod front_matter;
        pub mod menus;
        pub mod slug;
    }
}

use build::diagnostics::problem::{Problem, Problems};
use build::input::front_matter::{FileFacts, FrontMatter, HeadState, parse_config, split};
use content::date::Date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: yaml_panics::let_pass(), |input: &[u8]| {
    let text = String::from_utf8_lossy(input);
    let mut problems = Problems::default();
    let split = split("a.md", &text, &mut problems);
    assert!(text.ends_with(split.body));
    assert!(split.body_line <= text.matches('\n').count());
    let is_told = problems.has_errors();
    assert_eq!(is_told, split.state == HeadState::Unreadable, "{text:?}");
    let _ = (
        FrontMatter::is_draft(&split.head),
        FrontMatter::is_dated(&split.head),
    );
    let facts = FileFacts {
        title: None,
        date: Date::parse("2024-05-01").expect("it is a day").into(),
        language: String::new(),
        zone: jiff::tz::TimeZone::UTC,
        is_strict: true,
    };
    let facts = FrontMatter::read("a.md", &split.head, facts, &mut problems);
    let url = &facts.canonical_url;
    assert!(
        url.is_empty() || url.to_ascii_lowercase().starts_with("http"),
        "{url:?}"
    );
    for problem in problems.into_sorted() {
        check(&problem, &text);
    }
    for extension in ["toml", "json", "yaml"] {
        let _ = parse_config(&text, extension);
    }
});

fn check(problem: &Problem, text: &str) {
    // YAML ends a line at a carriage return as well.
    let lines = text.matches(['\n', '\r']).count() + 1;
    let position = problem.position;
    // The end of a text without a last line end is told in the line behind it.
    assert!(
        (1..=lines + 1).contains(&position.line),
        "{problem} in {text:?}"
    );
    assert!(
        (1..=text.len() + 1).contains(&position.column),
        "{problem} in {text:?}"
    );
    assert!(
        !problem.to_string().contains(char::is_control),
        "{problem:?} in {text:?}"
    );
}
