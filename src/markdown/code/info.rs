//! What stands behind a code block's opening fence: `rust title="src/main.rs" {2,4-6}`.

use crate::markdown::escape;
use crate::markdown::scan::{after, cut, find, is_space, run};

/// More ranges of marked lines than this are ignored.
const MAX_RANGES: usize = 64;

/// What names the lines to be marked, where much else is named, too.
const HL_LINES: &str = "hl_lines=";

#[derive(Default)]
pub(in crate::markdown) struct Info<'a> {
    pub(in crate::markdown) language: &'a str,
    title: &'a str,
    /// First and last of lines to be marked, counted from 1.
    marked: Vec<(usize, usize)>,
    is_diff: bool,
}

impl<'a> Info<'a> {
    pub(in crate::markdown) fn parse(info: &'a str) -> Self {
        let info = info.trim_ascii();
        let (mut language, mut rest) =
            split(info, |c| !is_space(c) && !matches!(c, '{' | ',' | '='));
        if rest.starts_with('=') {
            (language, rest) = ("", info);
        }
        let mut parsed = Info {
            language,
            is_diff: language == "diff",
            ..Info::default()
        };
        while !rest.is_empty() {
            rest = match rest.strip_prefix('{') {
                Some(braced) => parsed.braced(braced),
                None => parsed.attribute(rest),
            };
            rest = split(rest, |c| {
                is_space(c) || matches!(c, ',' | '}' | '=' | '"' | '\'')
            })
            .1;
        }
        parsed
    }

    /// Reads `2,4-6}`, which are lines, or `linenos=table,hl_lines=2-4}`, and answers with what follows.
    fn braced(&mut self, text: &'a str) -> &'a str {
        let (mut content, rest) = split(text, |c| c != '}');
        if run(content, is_of_ranges) == content.len() {
            self.mark(content);
        } else if self.language.is_empty() {
            // As pandoc has it: `{.rust .numberLines}`.
            let class = content.strip_prefix('.').unwrap_or_default();
            self.language = split(class, |c| !is_space(c)).0;
        }
        while let Some(at) = find(content, HL_LINES) {
            content = after(content, at + HL_LINES.len());
            self.mark_listed(content);
        }
        rest
    }

    /// Reads `2,4-6`, or the same between spaces.
    fn mark(&mut self, ranges: &str) {
        let ranges = ranges.split([',', ' ']).filter(|range| !range.is_empty());
        for range in ranges.take(MAX_RANGES.saturating_sub(self.marked.len())) {
            let (first, last) = split(range, |c| c != '-');
            let first = whole_number(first);
            self.marked.push((first, whole_number(last).max(first)));
        }
    }

    /// Reads `2-4 7`, `"2-4 7"` and `[2,"4-7"]`, up to whatever else it ends with.
    fn mark_listed(&mut self, text: &'a str) -> &'a str {
        let text = text.trim_start_matches(['"', '\'', '[']);
        let (ranges, rest) = split(text, |c| is_of_ranges(c) || matches!(c, '"' | '\''));
        self.mark(ranges);
        rest
    }

    /// Reads `name="value"`, `name=value` or a word and answers with what follows.
    fn attribute(&mut self, text: &'a str) -> &'a str {
        let is_word = |c: char| !is_space(c) && !matches!(c, '=' | ',' | '{');
        let (name, rest) = split(text, is_word);
        let Some(value) = rest.strip_prefix('=') else {
            self.is_diff |= name == "diff";
            // `showLineNumbers{3}` says where they begin.
            return match rest.starts_with('{') {
                true => split(rest, |c| c != '}').1,
                false => rest,
            };
        };
        if name == "hl_lines" {
            return self.mark_listed(value);
        }
        let (value, rest) = match value.as_bytes().first() {
            Some(b'"') => split(after(value, 1), |c| c != '"'),
            Some(b'\'') => split(after(value, 1), |c| c != '\''),
            Some(b'{') => split(value, |c| c != '}'),
            _ => split(value, is_word),
        };
        if matches!(name, "title" | "file" | "filename") {
            self.title = value;
        }
        rest
    }

    /// Opens the block, up to where its text begins. It scrolls, so the keyboard reaches it, by this name.
    pub(super) fn write_start(&self, html: &mut String, name: &str) {
        html.push_str("<figure class=\"code\"");
        if is_plain_name(self.language) {
            escape::named(html, "data-language", &self.language.to_ascii_lowercase());
        }
        html.push('>');
        if !self.title.is_empty() || !self.language.is_empty() {
            html.push_str("<figcaption>");
            write_label(html, "code-title", self.title);
            write_label(html, "code-language", self.language);
            html.push_str("</figcaption>");
        }
        html.push_str("<pre tabindex=\"0\" role=\"group\"");
        escape::named(html, "aria-label", name);
        html.push_str("><code>");
    }

    /// Whether some lines may be shown otherwise than their neighbours.
    pub(super) fn has_lines(&self) -> bool {
        self.is_diff || !self.marked.is_empty()
    }

    /// The class of such a line, or nothing.
    pub(super) fn line_class(&self, line: usize, text: &str) -> &'static str {
        let is_marked = self
            .marked
            .iter()
            .any(|&(first, last)| first <= line && line <= last);
        let is_change = self.is_diff && !text.starts_with("+++ ") && !text.starts_with("--- ");
        let sign = text.bytes().next().filter(|_| is_change);
        match (sign, is_marked) {
            (Some(b'+'), false) => "line line-added",
            (Some(b'-'), false) => "line line-removed",
            (Some(b'+'), true) => "line line-added line-marked",
            (Some(b'-'), true) => "line line-removed line-marked",
            (_, true) => "line line-marked",
            (_, false) => "",
        }
    }
}

fn split(text: &str, is_of_kind: fn(char) -> bool) -> (&str, &str) {
    let end = run(text, is_of_kind);
    (cut(text, 0, end), after(text, end))
}

fn is_of_ranges(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, ',' | '-' | ' ')
}

fn whole_number(digits: &str) -> usize {
    let digits = digits.bytes().filter(u8::is_ascii_digit).take(6);
    digits.fold(0, |number, digit| number * 10 + usize::from(digit - b'0'))
}

fn write_label(html: &mut String, class: &str, label: &str) {
    if !label.is_empty() {
        html.push_str("<span");
        escape::named(html, "class", class);
        html.push('>');
        escape::text(html, label);
        html.push_str("</span>");
    }
}

fn is_plain_name(language: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '#' | '-' | '_' | '.');
    (1..=32).contains(&language.len()) && run(language, is_plain) == language.len()
}
