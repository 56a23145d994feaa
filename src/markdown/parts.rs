//! What the build needs to know of a text before it can enrich and check it. Same parser, same order.

use super::raw_html::tokens::{Token, Tokens, value_of};
use super::source::{self, Place};
use super::{Enrichment, code::Info, entity};
use pulldown_cmark::{CodeBlockKind, Event, LinkType, Parser, Tag, TagEnd};

/// All of a text's parts, each list in the order of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parts {
    /// One entry per code block; `Enrichment::code` has the same length and order.
    pub code: Vec<CodePart>,
    /// One entry per formula; `Enrichment::math` has the same length and order.
    pub formulas: Vec<FormulaPart>,
    pub images: Vec<ImagePart>,
    pub links: Vec<LinkPart>,
    /// Every heading's text.
    pub headings: Vec<String>,
    /// All words of the text but code blocks and formulas, with white space between blocks.
    pub text: String,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CodePart {
    /// As written behind the fence; empty if there is none.
    pub language: String,
    pub text: String,
    pub line: u32,
    pub column: u32,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FormulaPart {
    pub tex: String,
    /// Whether it stands on a line of its own.
    pub is_block: bool,
    pub line: u32,
    pub column: u32,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImagePart {
    /// As written: the key into `Enrichment::images`.
    pub url: String,
    pub alt: String,
    pub title: String,
    pub line: u32,
    pub column: u32,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LinkPart {
    /// As written: the key into `Enrichment::links`.
    pub url: String,
    pub line: u32,
    pub column: u32,
}

/// Reads a text's parts without rendering it.
pub fn parts(source: &str) -> Parts {
    let source = source::normalise(source);
    let options = source::page_options(&Enrichment::default());
    let mut reader = Reader {
        parts: Parts::default(),
        place: Place::new(&source),
        inside: Vec::new(),
    };
    for (event, range) in Parser::new_ext(&source, options).into_offset_iter() {
        reader.place.move_to(range.start);
        reader.event(event);
    }
    reader.parts
}

struct Reader<'a> {
    parts: Parts,
    place: Place<'a>,
    /// What text belongs to besides the text of the whole.
    inside: Vec<Inside>,
}

#[derive(Clone, Copy, PartialEq)]
enum Inside {
    Code,
    Image,
    Heading,
}

impl Reader<'_> {
    fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.text(&text),
            Event::InlineMath(tex) => self.formula(&tex, false),
            Event::DisplayMath(tex) => self.formula(&tex, true),
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html),
            Event::SoftBreak | Event::HardBreak | Event::Rule => self.text("\n"),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag) {
        let (line, column) = (self.place.line, self.place.column);
        match tag {
            Tag::CodeBlock(kind) => {
                let language = match &kind {
                    CodeBlockKind::Fenced(info) => Info::parse(info).language.into(),
                    CodeBlockKind::Indented => String::new(),
                };
                self.parts.code.push(CodePart {
                    language,
                    text: String::new(),
                    line,
                    column,
                });
                self.inside.push(Inside::Code);
            }
            Tag::Image {
                dest_url, title, ..
            } => {
                let (url, title) = (dest_url.into_string(), title.into_string());
                self.parts.images.push(ImagePart {
                    url,
                    title,
                    alt: String::new(),
                    line,
                    column,
                });
                self.inside.push(Inside::Image);
            }
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => {
                let url = match link_type {
                    LinkType::Email => ["mailto:", &dest_url].concat(),
                    _ => dest_url.into_string(),
                };
                self.parts.links.push(LinkPart { url, line, column });
            }
            Tag::Heading { .. } => {
                self.parts.headings.push(String::new());
                self.inside.push(Inside::Heading);
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::CodeBlock | TagEnd::Image | TagEnd::Heading(_) => {
                self.inside.pop();
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => return,
            TagEnd::Superscript | TagEnd::Subscript => return,
            _ => {}
        }
        self.gap();
    }

    fn text(&mut self, text: &str) {
        let parts = &mut self.parts;
        match self.inside.last() {
            Some(Inside::Code) => {
                return parts
                    .code
                    .last_mut()
                    .into_iter()
                    .for_each(|code| code.text.push_str(text));
            }
            Some(Inside::Image) => parts
                .images
                .last_mut()
                .into_iter()
                .for_each(|image| image.alt.push_str(text)),
            _ => {}
        }
        if self.inside.contains(&Inside::Heading) {
            parts
                .headings
                .last_mut()
                .into_iter()
                .for_each(|heading| heading.push_str(text));
        }
        parts.text.push_str(text);
    }

    fn gap(&mut self) {
        if !self.parts.text.ends_with('\n') {
            self.parts.text.push('\n');
        }
    }

    fn formula(&mut self, tex: &str, is_block: bool) {
        let (line, column) = (self.place.line, self.place.column);
        self.parts.formulas.push(FormulaPart {
            tex: tex.into(),
            is_block,
            line,
            column,
        });
    }

    /// Images and links written as HTML count like any other.
    fn html(&mut self, html: &str) {
        let mut tokens = Tokens::new(html);
        while let Some((token, _)) = tokens.next() {
            match token {
                Token::Text(text) => self.text(&entity::decoded(text)),
                Token::Open { name, rest, .. } => self.tag(name, rest),
                Token::Close { .. } | Token::Comment(_) | Token::TextElement => {}
            }
        }
    }

    fn tag(&mut self, name: &str, rest: &str) {
        let value =
            |wanted: &str| value_of(rest, wanted).map(|value| entity::decoded(value).into_owned());
        let (line, column) = (self.place.line, self.place.column);
        if name.eq_ignore_ascii_case("img")
            && let Some(url) = value("src")
        {
            let (alt, title) = (
                value("alt").unwrap_or_default(),
                value("title").unwrap_or_default(),
            );
            self.parts.images.push(ImagePart {
                url,
                alt,
                title,
                line,
                column,
            });
        } else if name.eq_ignore_ascii_case("a")
            && let Some(url) = value("href")
        {
            self.parts.links.push(LinkPart { url, line, column });
        }
    }
}
