//! Goes through a text once, and puts something in the place of every template that does not stand in a literal part.

use super::escapes::escapes;
use super::kramdown::{self, Abbreviation, HtmlBlock};
use super::origin::Edits;
use super::shortcode_translation::{ShortcodeTranslation, translate_shortcode};
use super::template_tag::{Found, Kind, Tag, tag};
use super::{Context, markdown_writer, mdx, surrounding_lines};
use crate::build::diagnostics::line_index::LineIndex;
use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::options::project::System;
use crate::markdown;
use std::ops::Range;

/// A text being read, from its beginning to its end.
pub struct Transpiler<'a> {
    pub(super) text: &'a str,
    edits: Edits<'a>,
    literals: Vec<Range<usize>>,
    next_literal: usize,
    at: usize,
    is_mdx: bool,
    has_emoji: bool,
    pub(super) told_kramdown: bool,
    pub(super) abbreviations: Vec<Abbreviation<'a>>,
    /// Elements of HTML with Markdown in them, and others of their names, that are open; whether Markdown is in them.
    pub(super) open_html: Vec<(&'a str, bool)>,
    /// Of Jekyll's, the last block of HTML.
    pub(super) html_block: HtmlBlock,
    /// Names of tags that nothing ends from here on.
    never_closed: Vec<String>,
    /// How often the parser read on anew.
    readings: u32,
    index: LineIndex<'a>,
    pub(super) context: &'a Context<'a>,
    problems: &'a mut Problems,
}

/// Only a text that is made to be odd wants more.
const MAX_READINGS: u32 = 100;

impl<'a> Transpiler<'a> {
    pub fn new(text: &'a str, context: &'a Context<'a>, problems: &'a mut Problems) -> Self {
        Self {
            text,
            edits: Edits::new(text),
            literals: markdown::literals(text),
            next_literal: 0,
            at: 0,
            is_mdx: context.is_mdx(),
            has_emoji: context.has_emoji(),
            told_kramdown: false,
            abbreviations: match context.system {
                System::Jekyll => kramdown::abbreviations(text),
                _ => Vec::new(),
            },
            open_html: Vec::new(),
            html_block: HtmlBlock::default(),
            never_closed: Vec::new(),
            readings: 0,
            index: LineIndex::new(text),
            context,
            problems,
        }
    }

    pub fn run(mut self) -> Edits<'a> {
        while let Some(start) = self.next_start() {
            self.at = start + 1;
            match self.text.as_bytes()[start] {
                _ if self.is_mdx => self.mdx(start),
                b'{' => self.template(start),
                b'<' => self.html(start),
                b'\n' => self.blank_within_html(start),
                b':' => self.emoji(start),
                b'[' => self.callout(start),
                _ => self.abbreviation(start),
            }
        }
        self.edits
    }

    /// The next byte at which a template may begin.
    fn next_start(&mut self) -> Option<usize> {
        loop {
            let rest = &self.text[self.at..];
            let is_of_jekyll = self.context.system == System::Jekyll;
            let may_begin = |&(at, byte): &(usize, u8)| match byte {
                b'{' => true,
                b'<' => self.is_mdx || self.context.has_foreign_html,
                // A formula, which is a literal part.
                b'$' => is_of_jekyll,
                b':' => self.has_emoji,
                b'[' => !self.is_mdx && self.is_callout(self.at + at),
                b'\n' => is_of_jekyll && self.is_blank_within_html(self.at + at),
                b'i' | b'e' if self.is_mdx => {
                    self.at + at == 0 || self.text.as_bytes()[self.at + at - 1] == b'\n'
                }
                _ => is_of_jekyll && self.is_abbreviation(self.at + at),
            };
            let (found, _) = rest.bytes().enumerate().find(may_begin)?;
            let start = self.at + found;
            match self.literal_at(start) {
                Some(literal) => self.literal(literal),
                None => return Some(start),
            }
        }
    }

    /// Goes past a part that is as it is, from where we are in it.
    fn literal(&mut self, part: Range<usize>) {
        if self.context.system == System::Jekyll
            && let Some(formula) = kramdown::formula_in_line(self.text, &part)
        {
            return self.replace(part.start, part.end, &formula);
        }
        for (escape, shown) in escapes(self.text, part.clone(), self.context.system) {
            self.replace(escape.start, escape.end, shown);
        }
        self.at = part.end;
    }

    /// The literal part that a byte stands in, from that byte on.
    fn literal_at(&mut self, at: usize) -> Option<Range<usize>> {
        if self.html_block.holds(at) {
            return None;
        }
        while let Some(literal) = self.literals.get(self.next_literal) {
            if literal.end > at {
                return (literal.start <= at).then_some(at..literal.end);
            }
            self.next_literal += 1;
        }
        None
    }

    fn template(&mut self, start: usize) {
        if self.context.system == System::Hugo
            && let Some(end) = self.block_attributes_end(start)
        {
            return self.block_attributes(start, end);
        }
        match tag(self.text, start) {
            Found::Nothing => {}
            Found::Tag(tag) if tag.kind == Kind::Kramdown && self.html_block.holds(start) => {}
            Found::Tag(tag) if tag.kind == Kind::Kramdown => self.kramdown(&tag),
            Found::Tag(tag) if !self.is_read_by_system(tag.source) => {}
            Found::Tag(tag) => {
                self.tag(&tag);
                self.go_on(self.at);
            }
            // What their own system shows as it is.
            Found::Unclosed(open) if !self.is_read_by_system(open) => {}
            Found::Unclosed(open) => {
                let what = ["`", open, "` begins a template that does not end"].concat();
                self.error(
                    start,
                    &what,
                    "close it, or write it between backticks to show it as it is",
                );
                self.skip_paragraph();
            }
        }
    }

    /// One mistake in a paragraph is enough to be told.
    fn skip_paragraph(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.find("\n\n").unwrap_or(rest.len());
    }

    fn tag(&mut self, tag: &Tag<'a>) {
        let Range { start, end } = tag.range.clone();
        match translate_shortcode(tag, self.context) {
            ShortcodeTranslation::Block(markdown) => self.replace_apart(start, end, &markdown),
            ShortcodeTranslation::Inline(markdown) => self.replace(start, end, &markdown),
            ShortcodeTranslation::Nothing => self.replace(start, end, ""),
            ShortcodeTranslation::Unknown if self.is_about_templates(tag) => {}
            ShortcodeTranslation::Unknown => {
                self.tell_left_out(start, end, "a template of another system");
                self.replace(start, end, "");
            }
            ShortcodeTranslation::Code { language, marked } => self.code(tag, &language, &marked),
            ShortcodeTranslation::Verbatim => self.body(tag, |transpiler, body, closing| {
                transpiler.replace(start, end, "");
                transpiler.replace(body.end, closing.end, "");
            }),
            ShortcodeTranslation::Comment => {
                self.body(tag, |transpiler, _, closing| {
                    transpiler.replace(start, closing.end, "");
                });
            }
        }
    }

    fn code(&mut self, tag: &Tag<'a>, language: &str, marked: &str) {
        let start = tag.range.start;
        self.body(tag, |transpiler, body, closing| {
            let code = &transpiler.text[body.clone()];
            if !code.contains('\n')
                && !surrounding_lines::is_alone(transpiler.text, &(start..closing.end))
            {
                let span = markdown_writer::code_span(code.trim());
                return transpiler.replace(start, closing.end, &span);
            }
            let (fence, open) = markdown_writer::fence(code, language, marked);
            let begins = code
                .find(|c: char| c != ' ')
                .is_some_and(|at| code[at..].starts_with('\n'));
            transpiler.replace(
                start,
                body.start,
                &[open.as_str(), if begins { "" } else { "\n" }].concat(),
            );
            // Before the tag that ends the code there may be white space, but no more lines.
            let ends = code.trim_end_matches([' ', '\t']).ends_with('\n');
            let is_last = surrounding_lines::is_line_end(&transpiler.text[closing.end..]);
            let before = if ends { "" } else { "\n" };
            let after = if is_last { "" } else { "\n" };
            transpiler.replace(body.end, closing.end, &[before, &fence, after].concat());
        });
    }

    /// Does something with what stands between a tag and the one that ends it, and with the latter.
    fn body(&mut self, tag: &Tag<'a>, then: impl FnOnce(&mut Self, Range<usize>, Range<usize>)) {
        let Some(closing) = self.closing(tag) else {
            let what = ["`", tag.name(), "` is opened here and never closed"].concat();
            let close = match tag.kind {
                Kind::Hugo => ["{{< /", tag.name(), " >}}"].concat(),
                _ => ["{% end", tag.name(), " %}"].concat(),
            };
            let remedy = ["write `", &close, "` where it ends"].concat();
            self.error(tag.range.start, &what, &remedy);
            return self.replace(tag.range.start, tag.range.end, "");
        };
        then(self, tag.range.end..closing.start, closing.clone());
        self.at = closing.end;
    }

    fn closing(&mut self, opening: &Tag) -> Option<Range<usize>> {
        let name = match opening.kind {
            Kind::Hugo => opening.name().to_string(),
            _ => ["end", opening.name()].concat(),
        };
        if self.never_closed.contains(&name) {
            return None;
        }
        let mut at = opening.range.end;
        loop {
            let Some(found) = self.text[at..].find('{') else {
                self.never_closed.push(name);
                return None;
            };
            at += found;
            match tag(self.text, at) {
                Found::Tag(tag) if tag.closes() && tag.name() == name => return Some(tag.range),
                _ => at += 1,
            }
        }
    }

    /// Goes on behind a template. Where the parser took a part of it for the beginning of code, it reads on anew.
    fn go_on(&mut self, at: usize) {
        self.at = at;
        let ahead = self.literals.iter().skip(self.next_literal);
        let begun = ahead.take_while(|literal| literal.start < at);
        if begun.into_iter().any(|literal| literal.end > at) && self.readings < MAX_READINGS {
            self.readings += 1;
            let anew = markdown::literals(&self.text[at..]).into_iter();
            let moved = |literal: Range<usize>| literal.start + at..literal.end + at;
            self.literals = anew.map(moved).collect();
            self.next_literal = 0;
        }
    }

    fn mdx(&mut self, start: usize) {
        match mdx::part(self.text, start) {
            Ok(None) => {}
            Ok(Some(part)) => {
                if let Some(what) = part.told {
                    self.tell_left_out(start, part.end, what);
                }
                match part.markdown.is_empty() {
                    true => self.replace(start, part.end, ""),
                    false => self.replace_apart(start, part.end, &part.markdown),
                }
            }
            Err(()) => {
                let what = "a component or an expression begins here that does not end";
                self.error(start, what, "close it, or write a backslash before it");
                self.skip_paragraph();
            }
        }
    }

    /// A figure wants a paragraph of its own, if it stands on a line of its own.
    pub(super) fn replace_apart(&mut self, start: usize, end: usize, markdown: &str) {
        let (before, after) = surrounding_lines::apart(self.text, &(start..end));
        self.replace(start, end, &[&before, markdown, after].concat());
    }

    pub(super) fn replace(&mut self, start: usize, end: usize, markdown: &str) {
        self.edits.replace(start, end, markdown);
        self.at = self.at.max(end);
    }

    pub(super) fn tell_left_out(&mut self, start: usize, end: usize, what: &str) {
        let source = self.text[start..end].split('\n').next().unwrap_or_default();
        let mut shown: String = source.chars().take(60).collect();
        if shown.len() < end - start {
            shown.push('…');
        }
        let what = ["`", &shown, "` is ", what, ", and left out"].concat();
        let remedy = "write it in Markdown, or between backticks to show it as it is";
        let position = self.position(start);
        self.problems
            .warning(self.context.path, position, what, remedy);
    }

    fn error(&mut self, start: usize, what: &str, remedy: &str) {
        let position = self.position(start);
        self.problems
            .error(self.context.path, position, what, remedy);
    }

    /// The place in the file.
    fn position(&mut self, offset: usize) -> Position {
        self.index.position(offset).below(self.context.lines)
    }
}
