//! Paragraphs, quotes, lists and rules.

use super::html_output::{Element, Figure, HtmlOutput, Kind, Label};
use super::{alert, escape, player};
use pulldown_cmark::BlockQuoteKind;
use std::ops::Range;

pub(super) fn paragraph(output: &mut HtmlOutput) {
    let is_top = output.open.is_empty();
    output.open_line("<p>", "</p>\n");
    output.figures.clear();
    output.player = None;
    output.report.begin_paragraph(is_top);
}

/// A paragraph that turned out empty is taken back; one of nothing but images may become figures.
pub(super) fn end_paragraph(output: &mut HtmlOutput) {
    output.report.end_paragraph();
    let Some(paragraph) = output.open.last().filter(|paragraph| !paragraph.hidden) else {
        return output.close_top();
    };
    let (start, end) = (paragraph.start, output.fragment.html.len());
    let has_placeholders = output.fragment.placeholders.len() > paragraph.placeholders;
    if start == end && !has_placeholders && !output.commonmark_mode {
        output.fragment.html.truncate(start - "<p>".len());
        output.open.pop();
        return;
    }
    let figures = std::mem::take(&mut output.figures);
    let width = output.enrichment.figures;
    let html = &mut output.fragment.html;
    if !has_placeholders && Figure::write_all(&figures, width, html, start - "<p>".len(), start) {
        output.open.pop();
    } else {
        if !has_placeholders {
            player::mark(output, start);
        }
        output.close_top();
    }
}

pub(super) fn quote(output: &mut HtmlOutput, kind: Option<BlockQuoteKind>, range: Range<usize>) {
    match alert::recognise(output, kind, range) {
        Some(alert) => alert.write(output),
        None => output.open_block("<blockquote>\n", "</blockquote>\n"),
    }
}

pub(super) fn list(output: &mut HtmlOutput, start: Option<u64>) {
    match start {
        None => output.open_block("<ul>\n", "</ul>\n"),
        Some(1) => output.open_block("<ol>\n", "</ol>\n"),
        Some(start) => {
            let mut open = String::from("<ol start=\"");
            escape::number(&mut open, start as u32);
            open.push_str("\">\n");
            output.open_block(&open, "</ol>\n");
        }
    }
}

pub(super) fn item(output: &mut HtmlOutput) {
    output.open_block("<li>", "</li>\n");
}

/// The item that holds the marker gets a class, so that a style sheet can take its bullet away.
pub(super) fn task(output: &mut HtmlOutput, done: bool) {
    const CLASS: &str = " class=\"task\"";
    let is_item = |element: &Element| matches!(element.kind, Kind::Plain("</li>\n"));
    if let Some(at) = output.open.iter().rposition(is_item)
        && let Some(item) = output.open.get(at).filter(|item| !item.hidden)
    {
        output
            .fragment
            .insert(item.start - 1, CLASS, item.placeholders);
        output
            .open
            .iter_mut()
            .skip(at)
            .for_each(|inner| inner.start += CLASS.len());
    }
    let (checked, label) = match done {
        true => (" checked=\"\"", Label::Done),
        false => ("", Label::ToDo),
    };
    let label = output.label(label);
    let html = &mut output.fragment.html;
    html.push_str("<input type=\"checkbox\" disabled=\"\"");
    html.push_str(checked);
    escape::named(html, "aria-label", label);
    html.push_str("> ");
}

pub(super) fn rule(output: &mut HtmlOutput) {
    output.begin_block();
    output.fragment.html.push_str(if output.commonmark_mode {
        "<hr />\n"
    } else {
        "<hr>\n"
    });
}
