//! Text and what stands in a line of it.

use super::elements::Content;
use super::renderer::Renderer;
use super::scan::{HINTS, MARK, SPECIAL, after, find, kinds};
use super::{autolink, raw_html, scripts};

/// Text, in which bare URLs and mail addresses become links.
pub(super) fn text(page: &mut Renderer, text: &str) {
    if page.offset < page.marker_end {
        return;
    }
    page.begin_inline();
    let text = raw_html::begin_pre(page, text);
    let interest = match page.as_specified {
        true => SPECIAL,
        false => SPECIAL | MARK | HINTS,
    };
    match kinds(text) & interest {
        0 => {
            page.note_text(text);
            page.page.html.push_str(text);
        }
        SPECIAL => scripts::plain(page, text),
        kinds if kinds & HINTS == 0 || page.links > 0 => scripts::write(page, text),
        _ => autolink::write(page, text),
    }
}

/// Smart punctuation must not change a URL: a dash or dots in one stay as they were written.
pub(super) fn unless_in_url<'a>(run: &str, piece: &'a str, as_written: &'a str) -> &'a str {
    if !matches!(piece, "–" | "—" | "…") || as_written == piece {
        return piece;
    }
    let word = match run.bytes().rposition(|byte| byte <= b' ') {
        Some(space) => after(run, space + 1),
        None => run,
    };
    match find(word, "://").or_else(|| find(word, "www.")) {
        Some(_) => as_written,
        None => piece,
    }
}

pub(super) fn soft_break(page: &mut Renderer) {
    page.note_gap();
    let line_end = raw_html::begin_pre(page, "\n");
    page.page.html.push_str(line_end);
}

pub(super) fn hard_break(page: &mut Renderer) {
    page.begin_inline();
    page.note_gap();
    page.page.html.push_str(if page.as_specified {
        "<br />\n"
    } else {
        "<br>\n"
    });
}

/// Whether the innermost element holds a line only, so that no block may begin.
pub(super) fn is_in_line(page: &Renderer) -> bool {
    let markdown = page
        .open
        .iter()
        .rev()
        .find(|element| element.raw().is_none());
    markdown.is_some_and(|element| element.content == Content::Line)
}
