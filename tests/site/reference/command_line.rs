//! The help of each command as a page: what it does, its arguments and options as tables, its examples as code.

use super::super::blog::Blog;
use super::{page, table};

/// Headings of what becomes a table.
const TABLES: [&str; 3] = ["Commands:", "Arguments:", "Options:"];

pub fn command_line(blog: &Blog) -> String {
    let help = |arguments: &[&str]| {
        let output = blog.recto(arguments).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let all = help(&["--help"]);
    let (_, commands) = all.split_once("Commands:\n").unwrap();
    let commands = commands.lines().take_while(|line| !line.is_empty());
    let names = commands.filter_map(|line| line.split_whitespace().next());
    let mut body = section(&all);
    for name in names.filter(|&name| name != "help") {
        let help = help(&[name, "--help"]);
        body += &format!("\n## recto {name}\n\n{}", section(&help));
    }
    page(
        "Command line",
        "Every command, with its arguments and options, as the help says it.",
        &body,
    )
}

fn section(help: &str) -> String {
    let mut text = String::new();
    let mut lines = help.lines().peekable();
    while let Some(line) = lines.next() {
        if TABLES.contains(&line) {
            let mut rows = Vec::new();
            while let Some(row) = lines.next_if(|row| row.is_empty() || row.starts_with(' ')) {
                rows.push(row);
            }
            let name = line.trim_end_matches(':').to_lowercase();
            let name = name.trim_end_matches('s');
            text += &format!("\n{}\n", table(&[name, "what it does"], entries(&rows)));
        } else if let Some(usage) = line.strip_prefix("Usage: ") {
            text += &format!("\n```text\n{usage}\n```\n");
        } else if let Some(first) = line.strip_prefix("  ") {
            let mut code = format!("{first}\n");
            while let Some(line) = lines.next_if(|line| line.starts_with("  ")) {
                code += &format!("{}\n", line.strip_prefix("  ").unwrap_or(line));
            }
            text += &format!("\n```text\n{code}```\n");
        } else {
            text += &format!("{}\n", plain(line));
        }
    }
    text.trim_start().into()
}

/// Names, and what is said of each: behind it, or in the lines below it that begin further to the right.
fn entries(lines: &[&str]) -> Vec<Vec<String>> {
    let mut entries: Vec<Vec<String>> = Vec::new();
    for line in lines {
        let indent = line.len() - line.trim_start().len();
        let text = line.trim();
        let is_name = indent < 10 && (indent == 2 || text.starts_with('-'));
        if is_name {
            let (name, about) = text.split_once("  ").unwrap_or((text, ""));
            entries.push(vec![format!("`{name}`"), about.trim().into()]);
        } else if let Some(entry) = entries.last_mut().filter(|_| !text.is_empty()) {
            let text = match text
                .strip_prefix("- ")
                .and_then(|text| text.split_once(':'))
            {
                Some((value, about)) => format!("`{value}`: {};", about.trim()),
                None => text.into(),
            };
            entry[1] = [entry[1].as_str(), &text].join(" ");
        }
    }
    for entry in &mut entries {
        entry[1] = plain(entry[1].trim().trim_end_matches(';'));
    }
    entries
}

/// What looks like HTML stays text; in code it does anyway.
fn plain(text: &str) -> String {
    let parts = text.split('`').enumerate();
    let parts = parts.map(|(index, part)| match index % 2 {
        0 => part.replace('<', "\\<"),
        _ => part.into(),
    });
    parts.collect::<Vec<_>>().join("`")
}
