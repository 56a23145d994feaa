//! Reads the content folder: the site's facts, its authors, and every article that is to be published.

use super::config::{self, SiteConfig};
use super::content_folder::Content;
use super::file_name::{self, FileName};
use super::foreign::foreign_config;
use super::foreign::templates::{self, Names, Origin, Origins};
use super::front_matter::{self, FileFacts, FrontMatter, HeadState};
use super::slug;
use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::options::BuildOptions;
use crate::build::options::project::System;
use crate::content::{author::Author, date::Date, site::Site};
use crate::route::Route;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the publisher wrote, read but not yet connected.
pub struct Sources {
    pub site: Site,
    /// The only names that a series may have; none are given where any will do.
    pub series: Option<Vec<String>>,
    /// Whether quotes, dashes and dots become typographic ones.
    pub smart_punctuation: bool,
    pub authors: Vec<Author>,
    /// Those who write what names nobody.
    pub default_authors: Vec<Author>,
    pub articles: Vec<Source>,
}

/// Files of Markdown that are not on the site, and why, by their paths.
pub type SkippedFiles = BTreeMap<String, SkipReason>;

/// Why a file of Markdown is not on the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SkipReason {
    Draft,
    /// Its day is still to come.
    Later,
    Expired,
    /// It is not an article.
    Page,
}

/// One article as it was written.
pub struct Source {
    /// For messages: the content folder as it was given, then `file`.
    pub path: String,
    /// Below the content folder, with slashes: `articles/some-slug/index.md`.
    pub file: String,
    pub slug: String,
    /// Whether its head could be read. If not, the facts are those of its file's name.
    pub is_known: bool,
    pub facts: FrontMatter,
    /// Markdown alone: without templates of other systems.
    pub body: Arc<str>,
    /// Where the body comes from, if it is another than in the file.
    pub origin: Option<Origin>,
    /// Lines of the file before the body's first.
    pub body_line: usize,
    /// Why it would not be on the site, had it not been asked for.
    pub unpublished: Option<SkipReason>,
}

/// Reads everything. Drafts, and articles that `today` is too early or too late for, stay out unless they are asked for.
pub fn sources(
    content: &Content,
    options: &BuildOptions,
    problems: &mut Problems,
) -> (Sources, SkippedFiles) {
    let foreign = content.config.and_then(foreign_config::read);
    let SiteConfig {
        site,
        series,
        smart_punctuation,
        default_authors,
    } = config::site(content, foreign, options.base_url.as_deref(), problems);
    let authors = config::authors(content, problems);
    let files = content.files("", &file_name::EXTENSIONS, problems);
    let names = Names::of(&files);
    let step = options.progress.step("Reading files", files.len());
    let read: Vec<(&String, Read, Problems)> = files
        .par_iter()
        .map(|file| article(content, file, &names, options))
        .inspect(|_| step.advance())
        .collect();
    drop(step);
    report_other_posts(content, problems);
    let (mut articles, mut skipped) = (Vec::new(), SkippedFiles::new());
    for (file, read, found) in read {
        problems.append(found);
        match read {
            Read::Article(source) => articles.push(*source),
            Read::Skipped(why) => drop(skipped.insert(file.clone(), why)),
            Read::Unreadable => {}
        }
    }
    let sources = Sources {
        site,
        series,
        smart_punctuation,
        authors,
        default_authors,
        articles,
    };
    (sources, skipped)
}

/// Posts that are not Markdown would be missed only much later.
fn report_other_posts(content: &Content, problems: &mut Problems) {
    if !matches!(content.system, System::Hugo | System::Jekyll) {
        return;
    }
    let is_post = |file: &String| content.system == System::Hugo || FileName::of(file).is_post;
    let files = content.files("", &file_name::OTHER_EXTENSIONS, problems);
    for file in files.into_iter().filter(is_post) {
        let text = content.text(&file, problems).unwrap_or_default();
        if ["---", "+++", "#+"]
            .iter()
            .any(|fence| text.starts_with(fence))
        {
            let what = "this is not Markdown, and left out";
            let remedy = "write it in Markdown, in which HTML may stay as it is";
            problems.warning(&content.path(&file), Position::START, what, remedy);
        }
    }
}

enum Read {
    Article(Box<Source>),
    Skipped(SkipReason),
    Unreadable,
}

fn article<'a>(
    content: &Content,
    file: &'a String,
    names: &Names,
    options: &BuildOptions,
) -> (&'a String, Read, Problems) {
    let mut problems = Problems::default();
    let read = match file_name::is_skipped(file) {
        true => Read::Skipped(SkipReason::Page),
        false => readable_article(content, file, names, options, &mut problems)
            .unwrap_or(Read::Unreadable),
    };
    (file, read, problems)
}

fn readable_article(
    content: &Content,
    file: &str,
    names: &Names,
    options: &BuildOptions,
    problems: &mut Problems,
) -> Option<Read> {
    let path = content.path(file);
    let text = content.text(file, problems)?;
    let split = front_matter::split(&path, &text, problems);
    let name = FileName::of(file);
    let is_draft = name.is_draft || FrontMatter::is_draft(&split.head);
    if is_draft && !options.drafts {
        return Some(Read::Skipped(SkipReason::Draft));
    }
    let is_known = split.state != HeadState::Unreadable;
    let is_dated = is_draft || name.date.is_some() || FrontMatter::is_dated(&split.head);
    if is_known && !is_dated {
        report_page(&path, &split, problems);
        return Some(Read::Skipped(SkipReason::Page));
    }
    let of_file = FileFacts {
        title: (name.is_post || !is_known).then(|| name.title()),
        date: name.date.unwrap_or(options.today),
    };
    let mut facts = FrontMatter::read(&path, &split.head, of_file, problems);
    let unpublished = match is_draft {
        true => Some(SkipReason::Draft),
        false => out_of_time(&facts, options.today),
    };
    if let Some(why) = unpublished.filter(|_| !options.drafts) {
        return Some(Read::Skipped(why));
    }
    let slug = article_slug(&path, &name, &facts, problems);
    let place = templates::Place {
        path: &path,
        file,
        lines: split.body_line,
        system: content.system,
        names,
    };
    let (body, origin) = templates::translate(split.body, &place, problems);
    let own = Route::article(&slug).path();
    facts.aliases.retain(|alias| alias.text != own);
    Some(Read::Article(Box::new(Source {
        path,
        file: file.into(),
        slug,
        is_known,
        facts,
        body: body.into(),
        origin,
        body_line: split.body_line,
        unpublished,
    })))
}

/// The first day on which the article is on the site counts, and the day on which it expires no longer does.
fn out_of_time(facts: &FrontMatter, today: Date) -> Option<SkipReason> {
    if facts.published > today || facts.available.is_some_and(|first| first > today) {
        return Some(SkipReason::Later);
    }
    let is_over = facts.expires.is_some_and(|expires| expires <= today);
    is_over.then_some(SkipReason::Expired)
}

fn report_page(path: &str, split: &front_matter::Split, problems: &mut Problems) {
    let (what, remedy) = match split.state == HeadState::Read {
        true => (
            "this has no date, so it is taken for a page that is not an article, and left out",
            "add a line such as `date: 2026-04-01` if it is one",
        ),
        false => (
            "this has no front matter, so it is taken for a page that is not an article, and left out",
            "if it is one, begin the file with a line of `---`, then `title:` and `date:`, then `---` again",
        ),
    };
    problems.warning(path, split.head.position, what, remedy);
}

/// The slug that the article gives itself, or its file's name, or for an `index.md` its folder's.
fn article_slug(
    path: &str,
    name: &FileName,
    facts: &FrontMatter,
    problems: &mut Problems,
) -> String {
    let Some(chosen) = &facts.slug else {
        return name.slug();
    };
    if !slug::is_usable(&chosen.text) {
        let what = ["the slug `", &chosen.text, "` cannot be part of a URL"].concat();
        problems.error(
            path,
            chosen.position,
            what,
            "use letters a to z, digits and hyphens",
        );
    }
    chosen.text.clone()
}

/// Places in the file of an article, by those in its body.
pub struct BodyPlaces<'a> {
    origins: Option<Origins<'a>>,
    body_line: usize,
}

impl Source {
    pub fn places(&self) -> BodyPlaces<'_> {
        let origin = self.origin.as_ref();
        BodyPlaces {
            origins: origin.map(|origin| origin.places(&self.body)),
            body_line: self.body_line,
        }
    }
}

impl BodyPlaces<'_> {
    /// The place in the file of a line and a column of the body.
    pub fn position(&mut self, line: u32, column: u32) -> Position {
        let position = Position {
            line: line as usize,
            column: column as usize,
        };
        let origins = self.origins.as_mut();
        let position = origins.map_or(position, |origins| origins.position(position));
        position.below(self.body_line)
    }
}
