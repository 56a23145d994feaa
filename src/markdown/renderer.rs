//! The loop over events: what is read, what is open, what is written. Each event has one line here.

use super::fragment::Fragment;
use super::{Enrichment, Rendered, elements::Element, footnotes::Notes, heading::Headings};
use super::{blocks, code, escape, image, inline, link, math, outline, raw_html};
use super::{image::Figure, label::Label, report::Report, table::Table};
use pulldown_cmark::{Event, OffsetIter, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Output beyond this many bytes for each byte of input, after a free start, is cut off.
const OUTPUT_PER_INPUT: usize = 64;
const OUTPUT_FREE: usize = 100_000;

const CUT_OFF: &str = "the page grows far beyond the length of its text and is cut off here";
const REMEDY: &str = "take out what repeats itself without end";

pub(super) struct Renderer<'a> {
    pub(super) source: &'a str,
    pub(super) enrichment: &'a Enrichment,
    /// Set for the conformance test: the specification's HTML instead of ours.
    pub(super) as_specified: bool,
    events: OffsetIter<'a>,
    /// Where in the source the current event begins.
    pub(super) offset: usize,
    /// Inline events that begin before this offset belong to an alert's marker.
    pub(super) marker_end: usize,
    /// Whether the text at hand directly follows an inline element.
    pub(super) follows_inline: bool,
    /// Whether markup directly follows the text at hand.
    pub(super) is_cut_short: bool,
    /// Whether the text at hand holds `\^` or `\~`.
    pub(super) has_escaped_mark: bool,
    /// Memory for text that comes in pieces.
    run: String,
    /// What is being written now: the body or a footnote.
    pub(super) page: Fragment,
    pub(super) open: Vec<Element>,
    /// How many links are open; a link inside a link is not written.
    pub(super) links: usize,
    /// Bytes that stand in finished footnotes or will fill holes.
    pub(super) owed: usize,
    output_limit: usize,
    /// A titled image that may be all of its paragraph.
    pub(super) figure: Option<Figure>,
    pub(super) headings: Headings,
    pub(super) notes: Notes,
    pub(super) table: Table,
    pub(super) code_blocks: usize,
    pub(super) formulas: usize,
    pub(super) report: Report,
}

impl<'a> Renderer<'a> {
    pub(super) fn new(source: &'a str, enrichment: &'a Enrichment, options: Options) -> Self {
        Renderer {
            source,
            enrichment,
            as_specified: false,
            events: Parser::new_ext(source, options).into_offset_iter(),
            offset: 0,
            marker_end: 0,
            follows_inline: false,
            is_cut_short: false,
            has_escaped_mark: false,
            run: String::new(),
            page: Fragment::default(),
            open: Vec::new(),
            links: 0,
            owed: 0,
            output_limit: output_limit(source, enrichment),
            figure: None,
            headings: Headings::default(),
            notes: Notes::default(),
            table: Table::default(),
            code_blocks: 0,
            formulas: 0,
            report: Report::default(),
        }
    }

    pub(super) fn as_specified(source: &'a str, enrichment: &'a Enrichment) -> Self {
        let mut renderer = Self::new(source, enrichment, Options::empty());
        renderer.as_specified = true;
        renderer
    }

    /// The HTML and everything else that is to be known of the text.
    pub(super) fn run(mut self) -> Rendered {
        let html = self.html();
        let outline = outline::nest(self.headings.shown);
        let mut rendered = Rendered {
            html,
            outline,
            ..Rendered::default()
        };
        self.report.finish(self.source, &mut rendered);
        rendered
    }

    /// The HTML when nothing else is asked for.
    pub(super) fn html_alone(mut self) -> String {
        self.report = Report::silent();
        self.html()
    }

    pub(super) fn html(&mut self) -> String {
        self.page
            .html
            .reserve(self.source.len() + self.source.len() / 2);
        let mut next = self.events.next();
        while let Some((event, range)) = next {
            self.offset = range.start;
            if self.page.html.len() + self.owed > self.output_limit {
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
        self.close_raw(self.source.len());
        self.assemble()
    }

    /// The next event of a block or image whose own file reads it to its end.
    pub(super) fn next_event(&mut self) -> Option<Event<'a>> {
        self.events.next().map(|(event, _)| event)
    }

    /// Text comes in pieces; they are put together so that a bare URL is seen whole.
    fn text_run(&mut self, first: &str, range: Range<usize>) -> Option<(Event<'a>, Range<usize>)> {
        let before = self
            .source
            .get(..range.start)
            .and_then(|before| before.bytes().next_back());
        self.follows_inline = before.is_some_and(|byte| b"*_)]`$>".contains(&byte));
        self.has_escaped_mark = is_escaped_mark(self.source, first, range.start);
        let mut next = self.events.next();
        if !matches!(next, Some((Event::Text(_), _))) {
            self.is_cut_short = is_markup(&next);
            inline::text(self, first);
            return next;
        }
        let mut run = std::mem::take(&mut self.run);
        run.clear();
        run.push_str(first);
        while let Some((Event::Text(piece), range)) = &next {
            self.has_escaped_mark |= is_escaped_mark(self.source, piece, range.start);
            let as_written = self.source.get(range.clone()).unwrap_or_default();
            run.push_str(inline::unless_in_url(&run, piece, as_written));
            next = self.events.next();
        }
        self.is_cut_short = is_markup(&next);
        inline::text(self, &run);
        self.run = run;
        next
    }

    fn event(&mut self, event: &Event<'a>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(*tag, range.end),
            _ if range.start < self.marker_end => {}
            Event::Text(text) => inline::text(self, text),
            Event::Code(text) => code::span(self, text),
            Event::InlineMath(tex) => math::formula(self, tex, false),
            Event::DisplayMath(tex) => math::formula(self, tex, true),
            Event::Html(html) | Event::InlineHtml(html) => raw_html::write(self, html),
            Event::FootnoteReference(label) => self.footnote_reference(label),
            Event::SoftBreak => inline::soft_break(self),
            Event::HardBreak => inline::hard_break(self),
            Event::Rule => blocks::rule(self),
            Event::TaskListMarker(done) => blocks::task(self, *done),
        }
    }

    fn start(&mut self, tag: &Tag<'a>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => blocks::paragraph(self),
            Tag::Heading { level, id, .. } => self.start_heading(*level as u8, id.as_deref()),
            Tag::BlockQuote(kind) => blocks::quote(self, *kind, range),
            Tag::CodeBlock(kind) => code::block(self, kind),
            Tag::HtmlBlock => raw_html::block(self),
            Tag::List(start) => blocks::list(self, *start),
            Tag::Item => blocks::item(self),
            Tag::FootnoteDefinition(label) => self.start_footnote(label),
            Tag::DefinitionList => self.open_block("<dl>\n", "</dl>\n"),
            Tag::DefinitionListTitle => self.open_line("<dt>", "</dt>\n"),
            Tag::DefinitionListDefinition => self.open_block("<dd>", "</dd>\n"),
            Tag::Table(alignments) => self.start_table(alignments),
            Tag::TableHead => self.start_table_head(),
            Tag::TableRow => self.start_table_row(),
            Tag::TableCell => self.start_table_cell(),
            Tag::Emphasis => self.open_inline("<em>", "</em>"),
            Tag::Strong => self.open_inline("<strong>", "</strong>"),
            Tag::Strikethrough => self.open_inline("<del>", "</del>"),
            Tag::Superscript => self.open_inline("<sup>", "</sup>"),
            Tag::Subscript => self.open_inline("<sub>", "</sub>"),
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => link::start(self, *link_type, dest_url, title),
            Tag::Image {
                dest_url, title, ..
            } => image::write(self, dest_url, title),
            Tag::MetadataBlock(_) => self.open_block("", ""),
        }
    }

    fn end(&mut self, tag: TagEnd, offset: usize) {
        self.close_raw(offset);
        match tag {
            TagEnd::Paragraph => blocks::end_paragraph(self),
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::Table => self.end_table(),
            TagEnd::TableHead => self.end_table_head(),
            TagEnd::HtmlBlock => {}
            _ => self.close_top(),
        }
    }

    fn cut_off(&mut self) {
        while !self.open.is_empty() {
            self.close_top();
        }
        let said = self.label(Label::CutOff);
        let html = &mut self.page.html;
        html.push_str("<p class=\"cut-off\">");
        escape::text(html, said);
        html.push_str("</p>\n");
        self.report.warn(self.offset, &[CUT_OFF], &[REMEDY]);
    }
}

/// MathML is as long as it is, however short its TeX, and is used once.
fn output_limit(source: &str, enrichment: &Enrichment) -> usize {
    let math: usize = enrichment.math.iter().map(String::len).sum();
    (OUTPUT_FREE + 2 * math).saturating_add(OUTPUT_PER_INPUT.saturating_mul(source.len()))
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

/// Whether a piece of text begins with a mark that a backslash made ordinary.
fn is_escaped_mark(source: &str, piece: &str, start: usize) -> bool {
    piece.starts_with(['^', '~'])
        && source
            .get(..start)
            .is_some_and(|before| before.ends_with('\\'))
}
