//! Quotes that are notes, of more kinds than GitHub's five and with titles of their own: `> [!question]+ Why is that?`.
//!
//! Rules: Hugo's blockquote render hooks (alerts, extended syntax) and Obsidian's callouts.

use super::surrounding_lines;
use super::transpiler::Transpiler;
use crate::build::options::project::System;

/// Their names, and those of alerts.
const KINDS: [(&str, &[&str]); 5] = [
    ("TIP", &["tip", "hint", "success", "check", "done"]),
    ("IMPORTANT", &["important"]),
    ("WARNING", &["warning", "attention"]),
    (
        "CAUTION",
        &[
            "caution", "danger", "error", "bug", "failure", "fail", "missing",
        ],
    ),
    ("NOTE", &["note"]),
];

/// The first line of a note, from its bracket on.
struct Callout<'a> {
    kind: &'a str,
    title: &'a str,
    length: usize,
}

fn callout(text: &str) -> Option<Callout<'_>> {
    let line = text.split('\n').next().unwrap_or_default();
    let (kind, rest) = line.strip_prefix("[!")?.split_once(']')?;
    // Behind the bracket may stand whether the note is folded.
    let title = rest.strip_prefix(['+', '-']).unwrap_or(rest);
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let is_kind = !kind.is_empty() && kind.chars().all(is_word);
    (is_kind && title.chars().next().is_none_or(char::is_whitespace)).then_some(Callout {
        kind,
        title: title.trim(),
        length: line.len(),
    })
}

impl Transpiler<'_> {
    /// Whether a bracket begins the first line of a quote that is a note.
    pub(super) fn is_callout(&self, at: usize) -> bool {
        let Some(text) = self.text.get(at..).filter(|text| text.starts_with("[!")) else {
            return false;
        };
        let before = surrounding_lines::line_before(self.text, at);
        let is_in_quote =
            before.trim_end().ends_with('>') && before.chars().all(|c| matches!(c, '>' | ' '));
        is_in_quote && callout(text).is_some()
    }

    pub(super) fn callout(&mut self, start: usize) {
        let Some(found) = self.text.get(start..).and_then(callout) else {
            return;
        };
        let lower = found.kind.to_ascii_lowercase();
        let mut kinds = KINDS.iter();
        let alert = kinds
            .find(|(_, names)| names.contains(&&*lower))
            .map(|(alert, _)| *alert);
        let is_ours =
            self.context.system == System::Recto && matches!(&*lower, "takeaway" | "quote");
        let is_of_github = alert.is_some_and(|alert| alert.eq_ignore_ascii_case(found.kind));
        if found.title.is_empty() && (is_ours || is_of_github) {
            return;
        }
        let quote = surrounding_lines::line_before(self.text, start);
        let mut lines = Vec::new();
        // A quote of somebody's words is a quote already.
        if !matches!(&*lower, "quote" | "cite") {
            lines.push(["[!", alert.unwrap_or("NOTE"), "]"].concat());
        }
        let named = match alert {
            None if lines.is_empty() => String::new(),
            None => with_capital(found.kind),
            Some(_) => String::new(),
        };
        let title = if found.title.is_empty() {
            &named
        } else {
            found.title
        };
        if !title.is_empty() {
            lines.push(["**", title, "**"].concat());
            lines.push(String::new());
        }
        let written = lines.join(&["\n", quote].concat());
        self.replace(start, start + found.length, &written);
    }
}

fn with_capital(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}
