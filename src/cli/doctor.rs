//! `recto doctor`: what a folder is taken for, in ten lines or a few more.

use crate::build::check;
use crate::build::diagnostics::console::print;
use crate::build::diagnostics::problem::{Problem, Severity};
use crate::build::input::source::SkipReason;
use crate::build::options::BuildOptions;
use crate::build::options::project::System;
use crate::build::survey::{Survey, survey};
use std::path::Path;
use std::process::ExitCode;

/// Files that are named of those that are left out for one reason.
const NAMED: usize = 3;

/// Why files are left out, as the line of that reason says it.
const REASONS: [(SkipReason, &str); 5] = [
    (SkipReason::Draft, "marked as draft"),
    (SkipReason::Later, "of a later day"),
    (SkipReason::Expired, "expired"),
    (SkipReason::NoText, "without a title or a text"),
    (SkipReason::Unreadable, "with a head that cannot be read"),
];

pub fn run(options: &BuildOptions) -> ExitCode {
    let survey = survey(options);
    for (name, value) in lines(options, &survey, &check(options)) {
        print(&format!("{name:<12}{value}"));
    }
    ExitCode::SUCCESS
}

fn lines(
    options: &BuildOptions,
    survey: &Survey,
    problems: &[Problem],
) -> Vec<(&'static str, String)> {
    let site = &survey.site;
    let facts = [&site.title, &site.base_url, &site.language].map(String::as_str);
    let found = [
        (survey.articles, "article", "articles"),
        (survey.pages, "page", "pages"),
        (
            survey.introductions,
            "text above a list",
            "texts above lists",
        ),
        (survey.authors, "author", "authors"),
        (survey.old_addresses, "old address", "old addresses"),
    ];
    let mut lines = vec![
        ("taken for", taken_for(options)),
        ("content", folder(&options.content)),
        ("public", folder(&options.public)),
        ("site", facts.join(", ")),
        ("found", found.map(counted).join(", ")),
    ];
    for (reason, name) in REASONS {
        let files = survey.skipped.iter().filter(|(_, why)| *why == reason);
        let files: Vec<&str> = files.map(|(file, _)| file.as_str()).collect();
        if !files.is_empty() {
            lines.push(("left out", left_out(name, &files)));
        }
    }
    lines.extend(not_read(options).map(|folders| ("not read", folders)));
    lines.push(("problems", counts(problems)));
    lines
}

fn taken_for(options: &BuildOptions) -> String {
    let system = match options.system {
        System::Recto => return "a blog of Recto's".into(),
        System::Hugo => "Hugo",
        System::Zola => "Zola",
        System::Jekyll => "Jekyll",
        System::Astro => "Astro",
    };
    match &options.config {
        Some(config) => format!("a blog of {system}'s, because of {}", config.display()),
        None => format!("a blog of {system}'s"),
    }
}

fn folder(path: &Path) -> String {
    match path.is_dir() {
        true => path.display().to_string(),
        false => format!("{}, which is not there", path.display()),
    }
}

/// `3 marked as draft: a.md, b.md, c.md` and how many more there are.
fn left_out(reason: &str, files: &[&str]) -> String {
    let more = match files.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let named = files.iter().take(NAMED).copied().collect::<Vec<_>>();
    format!("{} {reason}: {}{more}", files.len(), named.join(", "))
}

/// Folders of the other system's templates, where there are any.
fn not_read(options: &BuildOptions) -> Option<String> {
    let names: &[&str] = match options.system {
        System::Recto => &[],
        System::Hugo => &["layouts", "themes", "assets", "archetypes", "data", "i18n"],
        System::Zola => &["templates", "themes", "sass"],
        System::Jekyll => &["_layouts", "_includes", "_sass", "_plugins"],
        System::Astro => &["src/components", "src/layouts", "src/styles"],
    };
    let root = options.config.as_deref().and_then(Path::parent);
    let root = root.unwrap_or(Path::new(""));
    let there = names.iter().filter(|name| root.join(name).is_dir());
    let there: Vec<&str> = there.copied().collect();
    (!there.is_empty()).then(|| {
        let folders = there.join(", ");
        format!("{folders}: pages and style are Recto's")
    })
}

fn counts(problems: &[Problem]) -> String {
    let is_error = |problem: &&Problem| problem.severity == Severity::Error;
    let errors = problems.iter().filter(is_error).count();
    let counts = [
        (errors, "error", "errors"),
        (problems.len() - errors, "warning", "warnings"),
    ];
    let counts = counts.map(counted).join(", ");
    match problems.is_empty() {
        true => counts,
        false => format!("{counts}: `recto check` reports them"),
    }
}

fn counted((count, one, many): (usize, &str, &str)) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
