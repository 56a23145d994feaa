//! Reads the content folder: the site's facts, its authors, and every article that is to be published.

use super::config::{self, SiteFacts};
use super::content_folder::Content;
use super::file_name::{self, FileName};
use super::foreign::templates::{self, Names, Origin, Origins};
use super::foreign::{Conventions, Page};
use super::from_html::from_html;
use super::front_matter::{self, FileFacts, FrontMatter, HeadState};
use super::{git_dates, slug, title};
use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::options::project::System;
use crate::build::run::Inputs;
use crate::content::{author::Author, date::Date, moment::Moment, site::Site};
use crate::route::Route;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// What the publisher wrote, read but not yet connected.
pub struct Sources {
    pub site: Site,
    /// The only names that a series may have; none are given where any will do.
    pub series: Option<Vec<String>>,
    /// Whether quotes, dashes and dots become typographic ones.
    pub smart_punctuation: bool,
    /// Whether what cameras write into pictures is published.
    pub keeps_metadata: bool,
    pub authors: Vec<Author>,
    /// Those who write what names nobody.
    pub house: Vec<Author>,
    pub articles: Vec<Source>,
    /// Files of Markdown that are not on the site, and why.
    pub left_out: BTreeMap<String, LeftOut>,
}

/// Why a file of Markdown is not on the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    Draft,
    /// Its day is still to come.
    Later,
    Expired,
    /// It is not an article.
    Page,
    /// Its head cannot be read, so that nobody knows whether it is to be published.
    Unreadable,
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
    pub body: String,
    /// Where the body comes from, if it is another than in the file.
    pub origin: Option<Origin>,
    /// Lines of the file before the body's first.
    pub body_line: usize,
    /// Where it was under the system that the blog was written for: paths below the site's root.
    pub addresses: Vec<String>,
    /// Why it would not be on the site, had it not been asked for.
    pub held_back: Option<LeftOut>,
}

/// Reads everything. Drafts, and articles that `today` is too early or too late for, stay out unless they are asked for.
pub fn sources(content: &Content, inputs: &Inputs, problems: &mut Problems) -> Sources {
    let SiteFacts {
        site,
        series,
        smart_punctuation,
        keeps_metadata,
        dates_of_git,
        house,
    } = config::site(content, inputs.base_url.as_deref(), problems);
    let authors = config::authors(content, problems);
    let mut files = content.files("", &file_name::EXTENSIONS, problems);
    if matches!(content.system, System::Hugo | System::Jekyll) {
        let is_post =
            |file: &String| content.system == System::Hugo || FileName::of(file, &[]).is_post;
        let html = content.files("", &file_name::HTML, &mut Problems::default());
        files.extend(html.into_iter().filter(is_post));
        files.sort();
    }
    let dates = match dates_of_git {
        true => git_dates::first_commits(content, problems),
        false => BTreeMap::new(),
    };
    let names = Names::of(&files);
    let conventions = Conventions::new(content, &files);
    let step = inputs.progress.step("Reading files", files.len());
    let read: Vec<(&String, Read, Problems)> = files
        .par_iter()
        .map(|file| article(content, file, &names, &conventions, &dates, inputs))
        .inspect(|_| step.advance())
        .collect();
    drop(step);
    tell_other_posts(content, problems);
    let mut sources = Sources {
        site,
        series,
        smart_punctuation,
        keeps_metadata,
        authors,
        house,
        articles: Vec::new(),
        left_out: BTreeMap::new(),
    };
    for (file, read, found) in read {
        problems.append(found);
        match read {
            Read::Article(source) => sources.articles.push(*source),
            Read::LeftOut(why) => drop(sources.left_out.insert(file.clone(), why)),
            Read::Unreadable => {}
        }
    }
    sources
}

/// Posts that are not Markdown would be missed only much later.
fn tell_other_posts(content: &Content, problems: &mut Problems) {
    let is_post =
        |file: &String| content.system != System::Jekyll || FileName::of(file, &[]).is_post;
    let is_of = |file: &str, extensions: &[&str]| {
        let extension = file.rsplit_once('.').map_or("", |(_, extension)| extension);
        extensions
            .iter()
            .any(|known| extension.eq_ignore_ascii_case(known))
    };
    let extensions = [&file_name::OTHER_MARKUP[..], &file_name::WITH_HEAD[..]].concat();
    let files = content.files("", &extensions, problems);
    for file in files.into_iter().filter(is_post) {
        let has_head = || {
            let text = content.text(&file, problems).unwrap_or_default();
            ["---", "+++"].iter().any(|fence| text.starts_with(fence))
        };
        if is_of(&file, &file_name::OTHER_MARKUP) || has_head() {
            let what = "this is not Markdown, and left out";
            let remedy = "write it in Markdown, in which HTML may stay as it is";
            problems.warning(&content.path(&file), Position::START, what, remedy);
        }
    }
}

enum Read {
    Article(Box<Source>),
    LeftOut(LeftOut),
    Unreadable,
}

fn article<'a>(
    content: &Content,
    file: &'a String,
    names: &Names,
    conventions: &Conventions,
    dates: &BTreeMap<String, Moment>,
    inputs: &Inputs,
) -> (&'a String, Read, Problems) {
    let mut problems = Problems::default();
    let read = match file_name::is_left_out(file) {
        true => Read::LeftOut(LeftOut::Page),
        false => readable_article(
            content,
            file,
            names,
            conventions,
            dates,
            inputs,
            &mut problems,
        )
        .unwrap_or(Read::Unreadable),
    };
    (file, read, problems)
}

fn readable_article(
    content: &Content,
    file: &str,
    names: &Names,
    conventions: &Conventions,
    dates: &BTreeMap<String, Moment>,
    inputs: &Inputs,
    problems: &mut Problems,
) -> Option<Read> {
    let path = content.path(file);
    let text = content.text(file, problems)?;
    let mut split = front_matter::split(&path, &text, problems);
    conventions.defaults.complete(file, &mut split.head);
    let name = FileName::of(file, &conventions.languages);
    let is_draft =
        conventions.is_draft(file) || name.is_draft || FrontMatter::is_draft(&split.head);
    if is_draft && !inputs.drafts {
        return Some(Read::LeftOut(LeftOut::Draft));
    }
    if !inputs.drafts && FrontMatter::is_unlisted(&split.head) {
        let what = "this is not to be listed, which no article here can be, so it is left out";
        let remedy = "take out the line that says so to publish it";
        problems.warning(&path, split.head.position, what, remedy);
        return Some(Read::LeftOut(LeftOut::Draft));
    }
    let is_known = split.state != HeadState::Unreadable;
    if !is_known && content.system != System::Recto {
        // It may well say that it is a draft.
        return Some(Read::LeftOut(LeftOut::Unreadable));
    }
    let is_html = file_name::is_html(file);
    if is_html && split.state == HeadState::Missing {
        // Another file of the site, which is copied as it is.
        return None;
    }
    let date = name
        .date
        .or_else(|| FrontMatter::date_in_address(&split.head));
    let date = date.or_else(|| dates.get(file).copied());
    let is_dated = is_draft || date.is_some() || FrontMatter::is_dated(&split.head);
    if is_known && !is_dated {
        tell_page(&path, &split, problems);
        return Some(Read::LeftOut(LeftOut::Page));
    }
    let heading = match is_html || FrontMatter::is_titled(&split.head) {
        true => None,
        false => title::take(split.body),
    };
    let has_title_of_its_own = heading.is_none() && content.system == System::Recto && is_known;
    let of_file = FileFacts {
        title: match &heading {
            Some(heading) => Some(heading.title.clone()),
            None => (name.is_post || !has_title_of_its_own).then(|| name.title()),
        },
        date: date.unwrap_or(inputs.today.into()),
        language: conventions.language(file, &name),
        zone: conventions.zone.clone(),
    };
    let mut facts = FrontMatter::read(&path, &split.head, of_file, problems);
    if !facts.is_date_known && date.is_none() && content.system != System::Recto {
        return Some(Read::LeftOut(LeftOut::Unreadable));
    }
    let held_back = match is_draft {
        true => Some(LeftOut::Draft),
        false => out_of_time(&facts, inputs.today),
    };
    if let Some(why) = held_back.filter(|_| !inputs.drafts) {
        return Some(Read::LeftOut(why));
    }
    let slug = article_slug(&path, &name, &facts, problems);
    let place = templates::Place {
        path: &path,
        file,
        lines: split.body_line,
        system: content.system,
        names,
    };
    let body = match heading {
        Some(heading) => heading.body,
        None if is_html => from_html(split.body),
        None => split.body.into(),
    };
    let (body, origin) = templates::translate(&body, &place, problems);
    if split.state == HeadState::Missing {
        // Of a folder without heads, the folder is all that says what an article is about.
        facts.tags.extend(
            file.rsplit_once('/')
                .map(|(folder, _)| folder.rsplit('/').next().unwrap_or(folder).into()),
        );
    }
    let addresses = conventions.addresses.of(&Page {
        file,
        name: &name,
        facts: &facts,
        chosen: FrontMatter::chosen_address(&split.head),
    });
    let own = Route::article(&slug).path();
    facts.aliases.retain(|alias| alias.text != own);
    Some(Read::Article(Box::new(Source {
        path,
        file: file.into(),
        slug,
        is_known,
        facts,
        body,
        origin,
        body_line: split.body_line,
        addresses,
        held_back,
    })))
}

/// The first day on which the article is on the site counts, and the day on which it expires no longer does.
fn out_of_time(facts: &FrontMatter, today: Date) -> Option<LeftOut> {
    if facts.published.date() > today || facts.available.is_some_and(|first| first > today) {
        return Some(LeftOut::Later);
    }
    let is_over = facts.expires.is_some_and(|expires| expires <= today);
    is_over.then_some(LeftOut::Expired)
}

fn tell_page(path: &str, split: &front_matter::Split, problems: &mut Problems) {
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
    if slug::is_usable(&chosen.text) {
        return chosen.text.clone();
    }
    let usable = slug::from_text(&chosen.text);
    let what = [
        "the slug `",
        &chosen.text,
        "` cannot be part of a URL, so it is `",
        &usable,
        "`",
    ]
    .concat();
    let remedy = "use letters a to z, digits and hyphens";
    problems.warning(path, chosen.position, what, remedy);
    usable
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
