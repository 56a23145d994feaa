//! What publishers of other systems have, line by line: what goes in, and what comes out. The tables beside this file are
//! the specification; a row is a number of the list they grew from, a system, what was written, and what must be true.
//!
//! In what was written, `⏎` ends a line. What must be true are sentences between `;`:
//! `unpublished` · `published` · `at SLUG` (where the article is) · `page at PATH` · `KEY = VALUE`, `KEY ~ PART`, `KEY absent` (in the
//! article's JSON) · `html ~ PART`, `html !~ PART` (in the article's text) · `told PART` (in a problem's line of this
//! file) · `not told`.

mod addresses;
mod pictures;
mod reports;
mod rows;
mod starters;
mod text;

use rows::{Row, check, columns};

/// Heads: each has `title: T` and `date: 2024-05-01` unless it begins with `=`.
#[test]
fn heads_are_read_as_their_systems_read_them() {
    let rows = columns::<4>(include_str!("heads.txt")).map(|[number, system, head, outcome]| {
        let head = match head.strip_prefix('=') {
            Some(head) => head.trim().to_string(),
            None if head.starts_with("+++") => [
                "+++⏎title = \"T\"⏎date = 2024-05-01⏎",
                head[3..].trim(),
                "⏎+++",
            ]
            .concat(),
            None => ["---⏎title: T⏎date: 2024-05-01⏎", head, "⏎---"].concat(),
        };
        Row::new(number, system, "", &head, "Text.", outcome)
    });
    check("heads", rows.collect());
}

#[test]
fn dates_are_read_in_every_spelling() {
    let rows = columns::<3>(include_str!("dates.txt")).map(|[number, date, moment]| {
        let head = ["---⏎title: T⏎date: ", date, "⏎---"].concat();
        let outcome = match moment.starts_with("told") {
            true => moment.to_string(),
            false => ["published = ", moment, "; not told"].concat(),
        };
        Row::new(number, "hugo", "", &head, "Text.", &outcome)
    });
    check("dates", rows.collect());
}

#[test]
fn names_of_files_tell_what_they_tell_elsewhere() {
    let rows = columns::<4>(include_str!("names.txt")).map(|[number, system, path, outcome]| {
        let (path, head) = path.split_once(' ').unwrap_or((path, "---⏎title: T⏎---"));
        Row::new(number, system, path, head, "Text.", outcome)
    });
    check("names", rows.collect());
}

#[test]
fn bodies_are_read_as_their_systems_read_them() {
    let rows = columns::<4>(include_str!("bodies.txt")).map(|[number, system, body, outcome]| {
        Row::new(
            number,
            system,
            "",
            "---⏎title: T⏎date: 2024-05-01⏎---",
            body,
            outcome,
        )
    });
    check("bodies", rows.collect());
}

/// Each path is a file with the link in it; beside them lie the files of `rows::neighbours`.
#[test]
fn links_are_followed_by_file_and_by_old_address() {
    let rows =
        columns::<5>(include_str!("links.txt")).map(|[number, system, path, body, outcome]| {
            Row::new(
                number,
                system,
                path,
                "---⏎title: T⏎date: 2024-05-01⏎---",
                body,
                outcome,
            )
        });
    check("links", rows.collect());
}

/// Each path is a file, with its head and its text.
#[test]
fn texts_without_a_date_are_pages_at_their_addresses() {
    let rows =
        columns::<5>(include_str!("pages.txt")).map(|[number, system, path, head, outcome]| {
            let (head, body) = head.split_once("⏎⏎").unwrap_or((head, ""));
            Row::new(number, system, path, head, body, outcome)
        });
    check("pages", rows.collect());
}

#[test]
fn there_are_rows_enough() {
    let tables = [
        include_str!("heads.txt"),
        include_str!("dates.txt"),
        include_str!("names.txt"),
        include_str!("bodies.txt"),
        include_str!("links.txt"),
        include_str!("pages.txt"),
        include_str!("text.txt"),
    ];
    let count = |table: &str| table.lines().filter(|line| line.contains(" | ")).count();
    let rows: usize = tables.iter().map(|table| count(table)).sum();
    assert!(rows >= 180, "{rows} rows");
}
