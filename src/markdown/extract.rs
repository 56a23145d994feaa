//! What the build needs to know of a text before it can enrich and check it. Same parser, same order.

use super::marks::{self, Events};
use super::raw_html::tokens::{Token, Tokens, value_of};
use super::source_text::{self, Position};
use super::{Enrichment, code::Info, entity};
use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};

/// All of them, each list in the order of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extract {
    /// One entry per code block; `Enrichment::code` has the same length and order.
    pub code: Vec<CodeBlock>,
    /// One entry per formula; `Enrichment::math` has the same length and order.
    pub formulas: Vec<Formula>,
    pub images: Vec<ImageReference>,
    /// Links, and the files of audio and video.
    pub links: Vec<LinkReference>,
    /// Every heading's text.
    pub headings: Vec<String>,
    /// All words of the text but code blocks and formulas, with white space between blocks.
    pub text: String,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CodeBlock {
    /// As written behind the fence; empty if there is none.
    pub language: String,
    pub text: String,
    pub line: u32,
    pub column: u32,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Formula {
    pub tex: String,
    /// Whether it stands on a line of its own.
    pub is_block: bool,
    pub line: u32,
    pub column: u32,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageReference {
    /// As written: the key into `Enrichment::images`.
    pub url: String,
    pub alt: String,
    pub title: String,
    pub line: u32,
    pub column: u32,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LinkReference {
    /// As written: the key into `Enrichment::links`.
    pub url: String,
    /// Whether it is the file of audio or video.
    pub is_media: bool,
    pub line: u32,
    pub column: u32,
}

/// Reads them without rendering the text.
pub fn extract_references(source: &str) -> Extract {
    let source = source_text::normalise(source);
    let source = marks::stand_ins(&source);
    let options = source_text::page_options(&Enrichment::default());
    let mut reader = Reader {
        extract: Extract::default(),
        position: Position::new(&source),
        in_code: false,
        in_heading: false,
        open_images: 0,
    };
    for (event, range) in Events::new(&source, options) {
        reader.position.move_to(range.start);
        reader.event(event);
    }
    reader.extract
}

struct Reader<'a> {
    extract: Extract,
    position: Position<'a>,
    in_code: bool,
    in_heading: bool,
    /// What stands in the text of an image is text: only the outermost is an image.
    open_images: usize,
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
        let (line, column) = (self.position.line, self.position.column);
        match tag {
            Tag::CodeBlock(kind) => {
                self.in_code = true;
                let language = match &kind {
                    CodeBlockKind::Fenced(info) => Info::parse(info).language.into(),
                    CodeBlockKind::Indented => String::new(),
                };
                let text = String::new();
                self.extract.code.push(CodeBlock {
                    language,
                    text,
                    line,
                    column,
                });
            }
            Tag::Image {
                dest_url, title, ..
            } => {
                self.open_images += 1;
                if self.open_images == 1 {
                    self.image(dest_url.into_string(), String::new(), title.into_string());
                }
            }
            Tag::Link {
                link_type: LinkType::Email,
                dest_url,
                ..
            } => self.link(["mailto:", &dest_url].concat(), false),
            Tag::Link { dest_url, .. } => self.link(dest_url.into_string(), false),
            Tag::Heading { .. } => {
                self.in_heading = true;
                self.extract.headings.push(String::new());
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image => self.open_images -= 1,
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => {}
            _ => {
                self.in_code = false;
                self.in_heading &= !matches!(tag, TagEnd::Heading(_));
                self.gap();
            }
        }
    }

    fn text(&mut self, text: &str) {
        let extract = &mut self.extract;
        let code = extract.code.last_mut().filter(|_| self.in_code);
        if let Some(code) = code {
            return code.text.push_str(text);
        }
        if let Some(image) = extract.images.last_mut().filter(|_| self.open_images > 0) {
            image.alt.push_str(text);
        }
        if let Some(heading) = extract.headings.last_mut().filter(|_| self.in_heading) {
            heading.push_str(text);
        }
        extract.text.push_str(text);
    }

    fn gap(&mut self) {
        if !self.extract.text.ends_with('\n') {
            self.extract.text.push('\n');
        }
    }

    fn formula(&mut self, tex: &str, is_block: bool) {
        let (line, column) = (self.position.line, self.position.column);
        let tex = tex.into();
        self.extract.formulas.push(Formula {
            tex,
            is_block,
            line,
            column,
        });
    }

    fn image(&mut self, url: String, alt: String, title: String) {
        let (line, column) = (self.position.line, self.position.column);
        self.extract.images.push(ImageReference {
            url,
            alt,
            title,
            line,
            column,
        });
    }

    fn link(&mut self, url: String, is_media: bool) {
        let (line, column) = (self.position.line, self.position.column);
        if self.open_images == 0 {
            self.extract.links.push(LinkReference {
                url,
                is_media,
                line,
                column,
            });
        }
    }

    /// Images and links written as HTML count like any other.
    fn html(&mut self, html: &str) {
        let mut tokens = Tokens::new(html);
        while let Some((token, _)) = tokens.next() {
            match token {
                Token::Text(text) => self.text(&entity::decoded(text)),
                Token::Open { name, rest, .. } if self.open_images == 0 => self.tag(name, rest),
                _ => {}
            }
        }
    }

    fn tag(&mut self, name: &str, rest: &str) {
        let value =
            |name: &str| value_of(rest, name).map(|value| entity::decoded(value).into_owned());
        let source = if name.eq_ignore_ascii_case("img") {
            value("src")
        } else {
            None
        };
        let of_media = ["audio", "video", "source", "track"].iter();
        let is_media = of_media
            .into_iter()
            .any(|media| name.eq_ignore_ascii_case(media));
        let files = match is_media {
            true => [value("src"), value("poster")],
            false if name.eq_ignore_ascii_case("a") => [value("href"), None],
            false => [None, None],
        };
        if let Some(url) = source {
            self.image(
                url,
                value("alt").unwrap_or_default(),
                value("title").unwrap_or_default(),
            );
        }
        let files = files.into_iter().flatten();
        files.for_each(|url| self.link(url, is_media));
    }
}
