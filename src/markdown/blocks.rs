//! Paragraphs, quotes, lists and rules.

use super::elements::{Element, Kind};
use super::label::Label;
use super::renderer::Renderer;
use super::{alert, escape};
use pulldown_cmark::BlockQuoteKind;
use std::ops::Range;

pub(super) fn paragraph(page: &mut Renderer) {
    let is_top = page.open.is_empty();
    page.open_line("<p>", "</p>\n");
    page.figure = None;
    page.report.begin_paragraph(is_top);
}

/// A paragraph that turned out empty is taken back; one that is a titled image becomes a figure.
pub(super) fn end_paragraph(page: &mut Renderer) {
    page.report.end_paragraph();
    let Some(paragraph) = page.open.last().filter(|paragraph| !paragraph.hidden) else {
        return page.close_top();
    };
    let (start, end) = (paragraph.start, page.page.html.len());
    let has_holes = page.page.holes.len() > paragraph.holes;
    if start == end && !has_holes && !page.as_specified {
        page.page.html.truncate(start - "<p>".len());
        page.open.pop();
    } else if let Some(figure) = page
        .figure
        .take_if(|figure| figure.is_at(start, end) && !has_holes)
    {
        page.open.pop();
        figure.write(&mut page.page.html, start - "<p>".len());
    } else {
        page.close_top();
    }
}

pub(super) fn quote(page: &mut Renderer, kind: Option<BlockQuoteKind>, range: Range<usize>) {
    match alert::recognise(page, kind, range) {
        Some(alert) => alert.write(page),
        None => page.open_block("<blockquote>\n", "</blockquote>\n"),
    }
}

pub(super) fn list(page: &mut Renderer, start: Option<u64>) {
    match start {
        None => page.open_block("<ul>\n", "</ul>\n"),
        Some(1) => page.open_block("<ol>\n", "</ol>\n"),
        Some(start) => {
            let mut open = String::from("<ol start=\"");
            escape::number(&mut open, start as u32);
            open.push_str("\">\n");
            page.open_block(&open, "</ol>\n");
        }
    }
}

pub(super) fn item(page: &mut Renderer) {
    page.open_block("<li>", "</li>\n");
}

/// The item that holds the marker gets a class, so that a style sheet can take its bullet away.
pub(super) fn task(page: &mut Renderer, done: bool) {
    const CLASS: &str = " class=\"task\"";
    let is_item = |element: &Element| matches!(element.kind, Kind::Plain("</li>\n"));
    if let Some(at) = page.open.iter().rposition(is_item)
        && let Some(item) = page.open.get(at).filter(|item| !item.hidden)
    {
        page.page.insert(item.start - 1, CLASS, item.holes);
        page.open
            .iter_mut()
            .skip(at)
            .for_each(|inner| inner.start += CLASS.len());
    }
    let (checked, label) = match done {
        true => (" checked=\"\"", Label::Done),
        false => ("", Label::ToDo),
    };
    let label = page.label(label);
    let html = &mut page.page.html;
    html.push_str("<input type=\"checkbox\" disabled=\"\"");
    html.push_str(checked);
    escape::named(html, "aria-label", label);
    html.push_str("> ");
}

pub(super) fn rule(page: &mut Renderer) {
    page.begin_block();
    page.page.html.push_str(if page.as_specified {
        "<hr />\n"
    } else {
        "<hr>\n"
    });
}
