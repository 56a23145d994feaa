//! Code: spans, and blocks with their language, file name, marked lines and token classes.

mod info;
mod lines;

use super::escape;
use super::renderer::Renderer;
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

pub(super) fn span(page: &mut Renderer, text: &str) {
    page.begin_inline();
    page.note_text(text);
    page.page.html.push_str("<code>");
    escape::text(&mut page.page.html, text);
    page.page.html.push_str("</code>");
}

/// A whole code block, to its end.
pub(super) fn block(page: &mut Renderer, kind: &CodeBlockKind) {
    page.begin_block();
    let mut text = String::new();
    while let Some(Event::Text(piece)) = page.next_event() {
        text.push_str(&piece);
    }
    let number = page.code_blocks;
    page.code_blocks += 1;
    let info = match kind {
        CodeBlockKind::Fenced(info) => Info::parse(info),
        CodeBlockKind::Indented => Info::default(),
    };
    if page.as_specified {
        return write_as_specified(page, info.language, &text);
    }
    if page.is_too_deep(3) {
        return escape::text(&mut page.page.html, &text);
    }
    info.write_start(&mut page.page.html);
    lines::write(
        &mut page.page.html,
        &info,
        &text,
        fitting_runs(page.enrichment.code.get(number), &text),
    );
    page.page.html.push_str("</code></pre></figure>\n");
}

fn write_as_specified(page: &mut Renderer, language: &str, text: &str) {
    let html = &mut page.page.html;
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
