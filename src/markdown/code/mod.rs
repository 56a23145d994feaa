//! Code: spans, and blocks with their language, file name, marked lines and token classes.

mod info;
mod lines;

use super::escape;
use super::html_output::{HtmlOutput, Label};
use super::marks::Events;
use pulldown_cmark::{CodeBlockKind, Event};

pub(super) use info::Info;

/// The classes that token runs may name, by index. New ones go to the end: stored content counts on the order.
#[rustfmt::skip]
pub const TOKEN_CLASSES: [&str; 26] = [
    "", "tok-comment", "tok-keyword", "tok-string", "tok-number", "tok-function", "tok-type",
    "tok-constant", "tok-variable", "tok-property", "tok-operator", "tok-punctuation", "tok-tag",
    "tok-attribute", "tok-builtin", "tok-namespace", "tok-label", "tok-escape", "tok-regexp",
    "tok-inserted", "tok-deleted", "tok-heading", "tok-emphasis", "tok-strong", "tok-link", "tok-invalid",
];

pub(super) fn span(output: &mut HtmlOutput, text: &str) {
    output.begin_inline();
    output.note_text(text);
    output.fragment.html.push_str("<code>");
    escape::text(&mut output.fragment.html, text);
    output.fragment.html.push_str("</code>");
}

/// A whole code block, to its end.
pub(super) fn block(output: &mut HtmlOutput, events: &mut Events, kind: &CodeBlockKind) {
    output.begin_block();
    let mut text = String::new();
    while let Some((Event::Text(part), _)) = events.next() {
        text.push_str(&part);
    }
    let number = output.code_blocks;
    output.code_blocks += 1;
    let info = match kind {
        CodeBlockKind::Fenced(info) => Info::parse(info),
        CodeBlockKind::Indented => Info::default(),
    };
    if output.commonmark_mode {
        return write_commonmark(output, info.language, &text);
    }
    if output.is_too_deep(3) {
        return escape::text(&mut output.fragment.html, &text);
    }
    let name = output.label(Label::Code);
    info.write_start(&mut output.fragment.html, name);
    lines::write(
        &mut output.fragment.html,
        &info,
        &text,
        fitting_runs(output.enrichment.code.get(number), &text),
    );
    output.fragment.html.push_str("</code></pre></figure>\n");
}

fn write_commonmark(output: &mut HtmlOutput, language: &str, text: &str) {
    let html = &mut output.fragment.html;
    html.push_str("<pre><code");
    if !language.is_empty() {
        escape::named(html, "class", &["language-", language].concat());
    }
    html.push('>');
    escape::text(html, text);
    html.push_str("</code></pre>\n");
}

/// A block's token runs; none if they do not fit its text.
fn fitting_runs<'a>(runs: Option<&'a super::CodeTokens>, text: &str) -> &'a [u32] {
    let runs = runs.map_or(&[][..], |runs| &runs.0);
    let mut end = 0usize;
    for run in runs.chunks(2) {
        let &[class, length] = run else {
            return &[];
        };
        end = end.saturating_add(length as usize);
        if class as usize >= TOKEN_CLASSES.len() || !text.is_char_boundary(end) {
            return &[];
        }
    }
    if end == text.len() { runs } else { &[] }
}
