//! HTML inside Markdown: read anew tag by tag, allowed tags balanced and written in one form,
//! everything else shown as the text it is. Comments are left out.

pub(super) mod allowed;
mod attributes;
pub(super) mod tokens;

use super::html_output::{Content, Element, HtmlOutput, Kind};
use super::{entity, escape, marks::Events};
use allowed::{Allowed, Place, allowed, word};
use pulldown_cmark::Event;
use tokens::{Token, Tokens};

/// A block of HTML, to its end: its lines are read as one.
pub(super) fn block(output: &mut HtmlOutput, events: &mut Events) {
    let mut html = String::new();
    while let Some((Event::Html(line) | Event::Text(line), _)) = events.next() {
        html.push_str(&line);
    }
    if output.open.last().is_none_or(|top| top.raw().is_none()) {
        output.fresh_line();
    }
    write(output, &html);
    if output.open.last().is_none_or(|top| top.raw().is_none()) {
        output.fresh_line();
    }
}

/// HTML in a line, or a whole block of it.
pub(super) fn write(output: &mut HtmlOutput, html: &str) {
    if output.commonmark_mode {
        return output.fragment.html.push_str(html);
    }
    let mut tokens = Tokens::new(html);
    while let Some((token, source)) = tokens.next() {
        read(output, token, source);
        output.offset += source.len();
    }
}

fn read(output: &mut HtmlOutput, token: Token, source: &str) {
    match token {
        Token::Text(source) => text(output, source),
        Token::Comment(comment) if comment.trim_ascii() == "more" => output.report.end_excerpt(),
        Token::Comment(_) => {}
        Token::TextElement => refuse(output, source),
        Token::Open {
            name,
            rest,
            is_closed,
        } => match allowed(name) {
            Some(element) => open(output, &element, rest, is_closed),
            None => refuse(output, source),
        },
        Token::Close { name } => match allowed(name) {
            Some(element) => close(output, &element),
            None => refuse(output, source),
        },
    }
}

/// Text between tags. Between the parts of a table white space is none, and other text gets a cell.
fn text(output: &mut HtmlOutput, source: &str) {
    let content = output.open.last().map_or(Content::Flow, |top| top.content);
    let is_between_blocks = content == Content::Flow && output.fragment.html.ends_with('\n');
    if source.trim_ascii().is_empty() && (content == Content::Rows || is_between_blocks) {
        return;
    }
    output.begin_inline();
    let text = entity::decoded(source);
    let text = begin_pre(output, &text);
    output.note_text(text);
    escape::text(&mut output.fragment.html, text);
}

/// A browser drops a line end that directly follows `<pre>`. So it is not written; a second one is kept.
pub(super) fn begin_pre<'a>(output: &mut HtmlOutput, text: &'a str) -> &'a str {
    let Some(top) = output.open.last() else {
        return text;
    };
    let is_start = output.is_untouched(top) && top.raw().is_some_and(|raw| raw.name == "pre");
    match text.strip_prefix('\n') {
        Some(rest) if is_start => {
            output.fragment.html.push_str(if rest.starts_with('\n') {
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
fn refuse(output: &mut HtmlOutput, source: &str) {
    // Between the parts of a table no text can be shown, and none of its cells depends on the tag.
    let is_between_rows = output.open.last().is_some_and(waits_for_rows);
    if !is_between_rows {
        output.begin_inline();
        escape::text(&mut output.fragment.html, source);
    }
    let fate = match is_between_rows {
        true => " is not allowed and is left out",
        false => " is not allowed and is shown as text",
    };
    let what = ["the HTML tag ", source, fate];
    let remedy = ["use Markdown or an allowed tag"];
    output.report.warn_once(output.offset, &what, &remedy);
}

/// Opens the cell that a writer left out, if text is to stand in a table that waits for rows.
pub(super) fn open_cell(output: &mut HtmlOutput) {
    if output.open.last().is_some_and(waits_for_rows) && !add_parent(output, "td") {
        output.close_top();
    }
}

fn waits_for_rows(element: &Element) -> bool {
    element.content == Content::Rows && element.raw().is_some()
}

/// A tag of the list where it cannot stand is left out.
fn misplaced(output: &mut HtmlOutput, name: &str) {
    let what = ["<", name, "> cannot stand here and is left out"];
    let remedy = ["close what is open before it, or write it on a line of its own"];
    output.report.warn_once(output.offset, &what, &remedy);
}

fn open(output: &mut HtmlOutput, element: &Allowed, rest: &str, is_closed: bool) {
    let is_nested_link = element.is_link() && output.links > 0;
    if is_nested_link || output.is_too_deep(3) || !make_place(output, element) {
        return misplaced(output, element.name);
    }
    if element.name == "img" {
        return attributes::write_image(output, rest);
    }
    output.fragment.html.push('<');
    output.fragment.html.push_str(element.name);
    attributes::write(output, element, rest);
    output.fragment.html.push('>');
    if let Some(content) = element.content {
        output.links += usize::from(element.is_link());
        output.note_open(Kind::Raw(*element), content, false);
        if is_closed {
            output.close_top();
        }
    }
}

/// Ends what stands in the way of an element; answers whether it may be written then.
fn make_place(output: &mut HtmlOutput, element: &Allowed) -> bool {
    match element.place {
        Place::Line => {
            output.begin_inline();
            true
        }
        Place::Block => {
            if output.is_in_line() || output.open.last().is_some_and(waits_for_rows) {
                return false;
            }
            output.begin_block();
            true
        }
        Place::In(parents) => match find(output, parents) {
            Some(parent) => {
                close_down_to(output, parent + 1);
                true
            }
            None => {
                matches!(element.name, "tr" | "td" | "th" | "col") && add_parent(output, parents)
            }
        },
    }
}

/// Opens the row, row group or the like that a writer left out.
fn add_parent(output: &mut HtmlOutput, parents: &'static str) -> bool {
    let parent = parents.split(' ').next().and_then(allowed);
    let parent = parent.filter(|parent| make_place(output, parent));
    if let Some(parent) = parent {
        output.fragment.html.push('<');
        output.fragment.html.push_str(parent.name);
        output.fragment.html.push('>');
        let content = parent.content.unwrap_or(Content::Rows);
        output.note_open(Kind::Raw(parent), content, false);
    }
    parent.is_some()
}

fn close(output: &mut HtmlOutput, element: &Allowed) {
    let name = element.name;
    match find(output, name) {
        Some(at) => close_down_to(output, at),
        None if element.content.is_none() || element.name == "p" => {}
        // Its start was told of already.
        None if element.place == Place::Block && output.is_in_line() => {}
        None => {
            let what = ["</", name, "> closes nothing here and is left out"];
            let remedy = ["open it in the same block"];
            output.report.warn_once(output.offset, &what, &remedy);
        }
    }
}

/// The innermost raw element of one of these names, no further out than the table or the Markdown around it.
fn find(output: &HtmlOutput, names: &'static str) -> Option<usize> {
    for (at, element) in output.open.iter().enumerate().rev() {
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

fn close_down_to(output: &mut HtmlOutput, depth: usize) {
    while output.open.len() > depth {
        output.close_top();
    }
}
