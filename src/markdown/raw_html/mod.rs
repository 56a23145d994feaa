//! HTML inside Markdown: read anew tag by tag, allowed tags balanced and written in one form,
//! everything else shown as the text it is. Comments are left out.

pub(super) mod allowed;
mod attributes;
pub(super) mod tokens;

use super::elements::{Content, Kind};
use super::renderer::Renderer;
use super::{entity, escape, inline};
use allowed::{Allowed, Place, allowed, word};
use pulldown_cmark::Event;
use tokens::{Token, Tokens};

/// A block of HTML, to its end: its lines are read as one.
pub(super) fn block(page: &mut Renderer) {
    let mut html = String::new();
    while let Some(Event::Html(line) | Event::Text(line)) = page.next_event() {
        html.push_str(&line);
    }
    if page.open.last().is_none_or(|top| top.raw().is_none()) {
        page.fresh_line();
    }
    write(page, &html);
    if page.open.last().is_none_or(|top| top.raw().is_none()) {
        page.fresh_line();
    }
}

/// HTML in a line, or a whole block of it.
pub(super) fn write(page: &mut Renderer, html: &str) {
    if page.as_specified {
        return page.page.html.push_str(html);
    }
    let mut tokens = Tokens::new(html);
    while let Some((token, source)) = tokens.next() {
        read(page, token, source);
        page.offset += source.len();
    }
}

fn read(page: &mut Renderer, token: Token, source: &str) {
    match token {
        Token::Text(source) => text(page, source),
        Token::Comment(comment) if comment.trim_ascii() == "more" => page.report.end_excerpt(),
        Token::Comment(_) => {}
        Token::TextElement => refuse(page, source),
        Token::Open {
            name,
            rest,
            is_closed,
        } => match allowed(name) {
            Some(element) => open(page, &element, rest, is_closed),
            None => refuse(page, source),
        },
        Token::Close { name } => match allowed(name) {
            Some(element) => close(page, &element),
            None => refuse(page, source),
        },
    }
}

/// Text between tags. Between the parts of a table there is none; other text ends the table.
fn text(page: &mut Renderer, source: &str) {
    let content = page.open.last().map_or(Content::Flow, |top| top.content);
    let is_between_blocks = content == Content::Flow && page.page.html.ends_with('\n');
    if source.trim_ascii().is_empty() && (content == Content::Rows || is_between_blocks) {
        return;
    }
    page.begin_inline();
    let text = entity::decoded(source);
    let text = begin_pre(page, &text);
    page.note_text(text);
    escape::text(&mut page.page.html, text);
}

/// A browser drops a line end that directly follows `<pre>`. So it is not written; a second one is kept.
pub(super) fn begin_pre<'a>(page: &mut Renderer, text: &'a str) -> &'a str {
    let Some(top) = page.open.last() else {
        return text;
    };
    let is_start = page.is_untouched(top) && top.raw().is_some_and(|raw| raw.name == "pre");
    match text.strip_prefix('\n') {
        Some(rest) if is_start => {
            page.page.html.push_str(if rest.starts_with('\n') {
                "<span></span>"
            } else {
                ""
            });
            rest
        }
        _ => text,
    }
}

/// A tag that is not on the list, as text.
fn refuse(page: &mut Renderer, source: &str) {
    page.begin_inline();
    escape::text(&mut page.page.html, source);
    let what = [
        "the HTML tag ",
        source,
        " is not allowed and is shown as text",
    ];
    let remedy = ["use Markdown or an allowed tag"];
    page.report.warn_once(page.offset, &what, &remedy);
}

/// A tag of the list where it cannot stand is left out.
fn misplaced(page: &mut Renderer, name: &str) {
    let what = ["<", name, "> cannot stand here and is left out"];
    let remedy = ["close what is open before it, or write it on a line of its own"];
    page.report.warn_once(page.offset, &what, &remedy);
}

fn open(page: &mut Renderer, element: &Allowed, rest: &str, is_closed: bool) {
    let is_nested_link = element.is_link() && page.links > 0;
    if is_nested_link || page.is_too_deep(3) || !make_place(page, element) {
        return misplaced(page, element.name);
    }
    if element.name == "img" {
        return attributes::write_image(page, rest);
    }
    page.page.html.push('<');
    page.page.html.push_str(element.name);
    attributes::write(page, element, rest);
    page.page.html.push('>');
    if let Some(content) = element.content {
        page.links += usize::from(element.is_link());
        page.note_open(Kind::Raw(*element), content, false);
        if is_closed {
            page.close_top();
        }
    }
}

/// Ends what stands in the way of an element; answers whether it may be written then.
fn make_place(page: &mut Renderer, element: &Allowed) -> bool {
    match element.place {
        Place::Line => {
            page.begin_inline();
            true
        }
        Place::Block => {
            if inline::is_in_line(page) {
                return false;
            }
            page.begin_block();
            true
        }
        Place::In(parents) => match find(page, parents) {
            Some(parent) => {
                close_down_to(page, parent + 1);
                true
            }
            None => matches!(element.name, "tr" | "td" | "th") && add_parent(page, parents),
        },
    }
}

/// Opens the row or row group that a writer left out.
fn add_parent(page: &mut Renderer, parents: &'static str) -> bool {
    let parent = parents.split(' ').next().and_then(allowed);
    let parent = parent.filter(|parent| make_place(page, parent));
    if let Some(parent) = parent {
        page.page.html.push('<');
        page.page.html.push_str(parent.name);
        page.page.html.push('>');
        page.note_open(Kind::Raw(parent), Content::Rows, false);
    }
    parent.is_some()
}

fn close(page: &mut Renderer, element: &Allowed) {
    let name = element.name;
    match find(page, name) {
        Some(at) => close_down_to(page, at),
        None if element.content.is_none() || element.name == "p" => {}
        // Its start was told of already.
        None if element.place == Place::Block && inline::is_in_line(page) => {}
        None => {
            let what = ["</", name, "> closes nothing here and is left out"];
            let remedy = ["open it in the same block"];
            page.report.warn_once(page.offset, &what, &remedy);
        }
    }
}

/// The innermost raw element of one of these names, no further out than the table or the Markdown around it.
fn find(page: &Renderer, names: &'static str) -> Option<usize> {
    for (at, element) in page.open.iter().enumerate().rev() {
        let name = element.raw()?.name;
        if word(names, name).is_some() {
            return Some(at);
        }
        if name == "table" {
            return None;
        }
    }
    None
}

fn close_down_to(page: &mut Renderer, depth: usize) {
    while page.open.len() > depth {
        page.close_top();
    }
}
