//! The publisher's slots, made fit for pages: what is not on the list (`allowed`) is refused, links are followed, frames that
//! wait for a press become links (`element`), and everything that is open is closed.

mod address;
mod element;
mod slot_elements;

use super::build_cache::BuildCache;
use super::links::Targets;
use crate::build::diagnostics::line_index::LineIndex;
use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::input::config::Allowances;
use crate::build::input::slot_files::{FOOTER, HEAD, SlotFile};
use crate::build::model::sections::Section;
use crate::build::store::output::Contents;
use crate::content::site::Site;
use crate::content::slots::Slots;
use crate::i18n::Translator;
use crate::markdown::html::{Token, Tokens, decoded, text};
use slot_elements::{Known, known};

/// As pages hold them.
#[derive(Clone, Debug, Default)]
pub struct SiteSlots {
    /// In the head of every page.
    pub head: String,
    /// At the foot of every page.
    pub footer: String,
    /// In pages of some kinds.
    pub in_pages: Slots,
}

impl SiteSlots {
    pub fn is_empty(&self) -> bool {
        self.head.is_empty() && self.footer.is_empty() && self.in_pages.0.is_empty()
    }

    /// Whether something waits for a press.
    pub fn asks(&self) -> bool {
        let in_pages = self.in_pages.0.iter().map(|(_, html)| html);
        in_pages
            .chain([&self.footer])
            .any(|html| html.contains(" data-ask"))
    }

    /// Whether a section has slots of its own.
    pub fn has_section(&self, path: &str) -> bool {
        let is_of = |(name, _): &(String, String)| name.starts_with(&[path, "/"].concat());
        self.in_pages.0.iter().any(is_of)
    }
}

/// What slots are cleaned with.
pub struct Cleaning<'a> {
    pub targets: &'a Targets<'a>,
    pub allowances: &'a Allowances,
    pub site: &'a Site,
    pub translator: Translator,
    pub cache: &'a BuildCache,
    /// Files that slots refer to, by their paths below `dist/`.
    pub files: Vec<(String, Contents)>,
}

impl<'a> Cleaning<'a> {
    pub fn new(
        site: &'a Site,
        targets: &'a Targets,
        allowances: &'a Allowances,
        cache: &'a BuildCache,
    ) -> Self {
        Self {
            targets,
            allowances,
            site,
            translator: site.translator(),
            cache,
            files: Vec::new(),
        }
    }

    pub fn slots(
        &mut self,
        files: &[SlotFile],
        sections: &[Section],
        problems: &mut Problems,
    ) -> SiteSlots {
        let mut slots = SiteSlots::default();
        for file in files {
            let is_its = |section: &Section| section.path == file.section;
            if !file.section.is_empty() && !sections.iter().any(is_its) {
                let what = ["there is no section `", &file.section, "`"].concat();
                let remedy = "name the folder as the section is in its address";
                problems.error(&file.path, Position::START, what, remedy);
                continue;
            }
            let html = Cleaner {
                lines: LineIndex::new(&file.text),
                cleaning: self,
                file,
                problems,
                open: Vec::new(),
                skipped: None,
                html: String::new(),
            }
            .clean();
            match file.name {
                _ if html.is_empty() => {}
                HEAD => slots.head = html,
                FOOTER => slots.footer = html,
                name if file.section.is_empty() => slots.in_pages.0.push((name.into(), html)),
                name => {
                    let name = [&file.section, "/", name].concat();
                    slots.in_pages.0.push((name, html));
                }
            }
        }
        slots
    }
}

/// An element that has not ended.
struct Open {
    name: &'static str,
    /// Where it begins.
    at: usize,
    /// Whether it was refused, so that only what is in it is there.
    is_left_out: bool,
}

/// One file on its way through.
struct Cleaner<'a, 'b> {
    cleaning: &'a mut Cleaning<'b>,
    file: &'a SlotFile,
    lines: LineIndex<'a>,
    problems: &'a mut Problems,
    open: Vec<Open>,
    /// The element whose content is left out.
    skipped: Option<&'static str>,
    html: String,
}

impl Cleaner<'_, '_> {
    fn clean(mut self) -> String {
        let source = self.file.text.trim_start_matches('\u{FEFF}').trim();
        // Where what is left begins in the file.
        let mut at = self.file.text.find(source).unwrap_or_default();
        let mut tokens = Tokens::new(source);
        while let Some((token, written)) = tokens.next() {
            self.read(token, written, at);
            at += written.len();
        }
        while let Some(open) = self.open.pop() {
            let what = ["`<", open.name, ">` is never closed"].concat();
            self.warn(open.at, &what, &["add `</", open.name, ">`"].concat());
            self.close(&open);
        }
        self.html
    }

    fn read(&mut self, token: Token, written: &str, at: usize) {
        if let Some(skipped) = self.skipped {
            if matches!(token, Token::Close { name } if name.eq_ignore_ascii_case(skipped)) {
                self.skipped = None;
            }
            return;
        }
        match token {
            Token::Text(source) => self.text(&decoded(source), at),
            Token::Comment(_) => {}
            Token::TextElement => {
                let (name, rest) = tag_of(written);
                self.begin(name, rest, at);
            }
            Token::Open { name, rest, .. } => self.begin(name, rest, at),
            Token::Close { name } => self.end(name, at),
        }
    }

    /// `rest` is what stands behind the name.
    fn begin(&mut self, name: &str, rest: &str, at: usize) {
        let Some(known) = known(name, self.file.name == HEAD) else {
            return self.refuse(name, at);
        };
        let is_left_out = !self.element(known, rest, at);
        let name = known.name;
        if known.is_written_whole() {
            self.skipped = Some(name);
        } else if known.has_end() {
            self.open.push(Open {
                name,
                at,
                is_left_out,
            });
        }
    }

    fn text(&mut self, written: &str, at: usize) {
        if self.file.name == HEAD && !written.trim().is_empty() {
            let remedy = "move it into another slot";
            return self.error(at, "text cannot stand in the head of a page", remedy);
        }
        text(&mut self.html, written);
    }

    fn refuse(&mut self, name: &str, at: usize) {
        let what = ["`<", name, ">` cannot stand in ", self.file.name, ".html"].concat();
        let remedy = match &*name.to_ascii_lowercase() {
            "style" => "write its rules into theme.css",
            "link" | "meta" => "move it into head.html",
            "object" | "embed" => "use `<iframe>`, and allow its host in site.json",
            _ => "take it out",
        };
        self.error(at, &what, remedy);
    }

    fn end(&mut self, name: &str, at: usize) {
        let is_it = |open: &Open| open.name.eq_ignore_ascii_case(name);
        let Some(place) = self.open.iter().rposition(is_it) else {
            // Of what cannot stand here, the beginning was told; what has no end needs none.
            if known(name, self.file.name == HEAD).is_some_and(Known::has_end) {
                let what = ["`</", name, ">` closes nothing"].concat();
                self.warn(at, &what, "take it out");
            }
            return;
        };
        while self.open.len() > place {
            if let Some(open) = self.open.pop() {
                self.close(&open);
            }
        }
    }

    fn close(&mut self, open: &Open) {
        if !open.is_left_out {
            self.html.extend(["</", open.name, ">"]);
        }
    }

    fn error(&mut self, at: usize, what: &str, remedy: &str) {
        let position = self.lines.position(at);
        self.problems.error(&self.file.path, position, what, remedy);
    }

    fn warn(&mut self, at: usize, what: &str, remedy: &str) {
        let position = self.lines.position(at);
        self.problems
            .warning(&self.file.path, position, what, remedy);
    }
}

/// The name of the tag that begins a text, and what stands behind it.
fn tag_of(written: &str) -> (&str, &str) {
    let tag = written.trim_start_matches('<');
    let is_name = |character: char| character.is_ascii_alphanumeric() || character == '-';
    let end = tag.find(|character| !is_name(character));
    tag.split_at(end.unwrap_or(tag.len()))
}
