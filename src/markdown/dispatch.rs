//! The walk over the parser's events: each goes to the file of its kind, which writes it to the output. One line for each.

use super::html_output::{HtmlOutput, Label};
use super::{Enrichment, Rendered, marks::Events, report::Report, table::Table};
use super::{blocks, code, escape, image, inline, link, math, outline, raw_html};
use pulldown_cmark::{Event, Options, Tag, TagEnd};
use std::ops::Range;

const CUT_OFF: &str = "the page grows far beyond the length of its text and is cut off here";
const REMEDY: &str = "take out what repeats itself without end";

pub(super) struct Dispatch<'a> {
    events: Events<'a>,
    output: HtmlOutput<'a>,
    table: Table,
    /// Memory for text that comes in several events.
    run: String,
}

impl<'a> Dispatch<'a> {
    pub(super) fn new(
        source: &'a str,
        enrichment: &'a Enrichment,
        options: Options,
        report: Report,
    ) -> Self {
        Self {
            events: Events::new(source, options),
            output: HtmlOutput::new(source, enrichment, report),
            table: Table::default(),
            run: String::new(),
        }
    }

    /// For the conformance test.
    pub(super) fn commonmark_mode(mut self) -> Self {
        self.output.commonmark_mode = true;
        self
    }

    /// The HTML and everything else that is to be known of the text.
    pub(super) fn run(mut self) -> Rendered {
        self.dispatch_all();
        let source = self.output.source;
        let html = self.output.assemble();
        let outline = outline::nest(self.output.headings.shown);
        let mut rendered = Rendered {
            html,
            outline,
            ..Rendered::default()
        };
        self.output.report.finish(source, &mut rendered);
        rendered
    }

    /// The HTML when nothing else is asked for.
    pub(super) fn html(mut self) -> String {
        self.dispatch_all();
        self.output.assemble()
    }

    fn dispatch_all(&mut self) {
        let length = self.output.source.len();
        self.output.fragment.html.reserve(length + length / 2);
        let mut next = self.events.next();
        while let Some((event, range)) = next {
            self.output.offset = range.start;
            if self.output.is_full() {
                self.cut_off();
                break;
            }
            next = match event {
                Event::Text(first) => self.text_run(&first, range),
                event => {
                    self.event(&event, range);
                    self.events.next()
                }
            };
        }
        self.output.close_raw(length);
    }

    /// Text may come in several events; they are put together so that a bare URL is seen whole.
    fn text_run(&mut self, first: &str, range: Range<usize>) -> Option<(Event<'a>, Range<usize>)> {
        let output = &mut self.output;
        let before = output
            .source
            .get(..range.start)
            .and_then(|before| before.bytes().next_back());
        output.follows_inline = before.is_some_and(|byte| b"*_)]`$>".contains(&byte));
        output.has_escaped_mark = is_escaped_mark(output.source, first, range.start);
        let mut next = self.events.next();
        if !matches!(next, Some((Event::Text(_), _))) {
            output.is_cut_short = is_markup(&next);
            inline::text(output, first);
            return next;
        }
        let mut run = std::mem::take(&mut self.run);
        run.clear();
        run.push_str(first);
        while let Some((Event::Text(part), range)) = &next {
            output.has_escaped_mark |= is_escaped_mark(output.source, part, range.start);
            let as_written = output.source.get(range.clone()).unwrap_or_default();
            run.push_str(inline::unless_in_url(&run, part, as_written));
            next = self.events.next();
        }
        output.is_cut_short = is_markup(&next);
        inline::text(output, &run);
        self.run = run;
        next
    }

    fn event(&mut self, event: &Event<'a>, range: Range<usize>) {
        let output = &mut self.output;
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(*tag, range.end),
            _ if range.start < output.marker_end => {}
            Event::Text(text) => inline::text(output, text),
            Event::Code(text) => code::span(output, text),
            Event::InlineMath(tex) => math::formula(output, tex, false),
            Event::DisplayMath(tex) => math::formula(output, tex, true),
            Event::Html(html) | Event::InlineHtml(html) => raw_html::write(output, html),
            Event::FootnoteReference(label) => output.footnote_reference(label),
            Event::SoftBreak => inline::soft_break(output),
            Event::HardBreak => inline::hard_break(output),
            Event::Rule => blocks::rule(output),
            Event::TaskListMarker(done) => blocks::task(output, *done),
        }
    }

    fn start(&mut self, tag: &Tag<'a>, range: Range<usize>) {
        let (output, events, table) = (&mut self.output, &mut self.events, &mut self.table);
        match tag {
            Tag::Paragraph => blocks::paragraph(output),
            Tag::Heading { level, id, .. } => output.start_heading(*level as u8, id.as_deref()),
            Tag::BlockQuote(kind) => blocks::quote(output, *kind, range),
            Tag::CodeBlock(kind) => code::block(output, events, kind),
            Tag::HtmlBlock => raw_html::block(output, events),
            Tag::List(start) => blocks::list(output, *start),
            Tag::Item => blocks::item(output),
            Tag::FootnoteDefinition(label) => output.start_footnote(label),
            Tag::DefinitionList => output.open_block("<dl>\n", "</dl>\n"),
            Tag::DefinitionListTitle => output.open_line("<dt>", "</dt>\n"),
            Tag::DefinitionListDefinition => output.open_block("<dd>", "</dd>\n"),
            Tag::Table(alignments) => table.start(output, alignments),
            Tag::TableHead => table.start_head(output),
            Tag::TableRow => table.start_row(output),
            Tag::TableCell => table.start_cell(output),
            Tag::Emphasis => output.open_inline("<em>", "</em>"),
            Tag::Strong => output.open_inline("<strong>", "</strong>"),
            Tag::Strikethrough => output.open_inline("<del>", "</del>"),
            Tag::Superscript => output.open_inline("<sup>", "</sup>"),
            Tag::Subscript => output.open_inline("<sub>", "</sub>"),
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => link::start(output, *link_type, dest_url, title),
            Tag::Image {
                dest_url, title, ..
            } => image::write(output, events, dest_url, title),
            Tag::MetadataBlock(_) => output.open_block("", ""),
        }
    }

    fn end(&mut self, tag: TagEnd, offset: usize) {
        let (output, table) = (&mut self.output, &mut self.table);
        output.close_raw(offset);
        match tag {
            TagEnd::Paragraph => blocks::end_paragraph(output),
            TagEnd::Heading(_) => output.end_heading(),
            TagEnd::Table => table.end(output),
            TagEnd::TableHead => table.end_head(output),
            TagEnd::HtmlBlock => {}
            _ => output.close_top(),
        }
    }

    fn cut_off(&mut self) {
        let output = &mut self.output;
        while !output.open.is_empty() {
            output.close_top();
        }
        let said = output.label(Label::CutOff);
        let html = &mut output.fragment.html;
        html.push_str("<p class=\"cut-off\">");
        escape::text(html, said);
        html.push_str("</p>\n");
        output.report.warn(output.offset, &[CUT_OFF], &[REMEDY]);
    }
}

/// What the parser may have made of marks inside a URL.
fn is_markup(next: &Option<(Event, Range<usize>)>) -> bool {
    matches!(
        next,
        Some((
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough),
            _
        ))
    )
}

/// Whether a text begins with a mark that a backslash made ordinary.
fn is_escaped_mark(source: &str, text: &str, start: usize) -> bool {
    text.starts_with(['^', '~'])
        && source
            .get(..start)
            .is_some_and(|before| before.ends_with('\\'))
}
