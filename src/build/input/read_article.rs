//! Reads one file of the content folder: an article, or the reason why it is none, or none that is published.

use super::content_folder::Content;
use super::file_name::{self, FileName};
use super::foreign::templates::{self, Names};
use super::foreign::{Conventions, Page};
use super::from_html::from_html;
use super::front_matter::{self, FileFacts, FrontMatter, HeadState, Split};
use super::slug;
use super::source::{SkipReason, Source};
use super::title::{self, Heading};
use crate::build::diagnostics::problem::Problems;
use crate::build::options::BuildOptions;
use crate::build::options::project::System;
use crate::content::{date::Date, moment::Moment};
use crate::route::Route;
use std::collections::BTreeMap;

/// What all files are read with.
pub struct Reading<'a> {
    pub content: &'a Content<'a>,
    pub names: &'a Names<'a>,
    pub conventions: &'a Conventions,
    /// Days of files that name none themselves.
    pub dates: &'a BTreeMap<String, Moment>,
    pub options: &'a BuildOptions,
}

/// What a file turned out to be.
pub enum Read {
    Article(Box<Source>),
    Skipped(SkipReason),
    /// Reported, or none of ours.
    Unreadable,
}

/// A file whose head was read.
struct File<'a> {
    /// For messages.
    path: String,
    /// Below the content folder.
    file: &'a str,
    name: FileName<'a>,
    split: Split<'a>,
    is_draft: bool,
    is_html: bool,
    /// What stands first in a text whose head has no title.
    heading: Option<Heading>,
}

impl Reading<'_> {
    pub fn article<'f>(&self, file: &'f String) -> (&'f String, Read, Problems) {
        let mut problems = Problems::default();
        let read = match file_name::is_skipped(file) {
            true => Read::Skipped(SkipReason::Page),
            false => self.file(file, &mut problems).unwrap_or(Read::Unreadable),
        };
        (file, read, problems)
    }

    fn file(&self, file: &str, problems: &mut Problems) -> Option<Read> {
        let path = self.content.path(file);
        let text = self.content.text(file, problems)?;
        let mut split = front_matter::split(&path, &text, problems);
        let conventions = self.conventions;
        conventions.defaults.complete(file, &mut split.head);
        let name = FileName::of(file, &conventions.languages);
        let is_html = file_name::is_html(file);
        if is_html && split.state == HeadState::Missing {
            // Another file of the site, which is copied as it is.
            return None;
        }
        let file = File {
            is_draft: conventions.is_draft(file, &name)
                || name.is_draft
                || FrontMatter::is_draft(&split.head),
            heading: match is_html {
                true => None,
                false => self.heading(&split),
            },
            path,
            file,
            name,
            split,
            is_html,
        };
        Some(match self.reason_against(&file, problems) {
            Some(reason) => Read::Skipped(reason),
            None => self.dated(file, problems),
        })
    }

    /// The heading of a text whose head has no title. Elsewhere pages may not show that, so that a text repeats it.
    fn heading(&self, split: &Split) -> Option<Heading> {
        let heading = title::take(split.body)?;
        let title = FrontMatter::title(&split.head);
        let is_repeated = self.content.system != System::Recto
            && (heading.title == title || heading.title == "{{ page.title }}");
        (title.is_empty() || is_repeated).then_some(heading)
    }

    /// Why the file is none to be published, as far as that does not depend on its day.
    fn reason_against(&self, file: &File, problems: &mut Problems) -> Option<SkipReason> {
        if self.options.drafts {
            return None;
        }
        let head = &file.split.head;
        if file.is_draft {
            return Some(SkipReason::Draft);
        }
        if FrontMatter::is_unlisted(head, self.content.system) {
            let what = "this is not to be listed, which no article here can be, so it is left out";
            let remedy = "take out the line that says so to publish it";
            problems.warning(&file.path, head.position, what, remedy);
            return Some(SkipReason::Draft);
        }
        // It may well say that it is a draft.
        let is_foreign = self.content.system != System::Recto;
        let is_unreadable = file.split.state == HeadState::Unreadable;
        (is_unreadable && is_foreign).then_some(SkipReason::Unreadable)
    }

    fn dated(&self, file: File, problems: &mut Problems) -> Read {
        let head = &file.split.head;
        let is_known = file.split.state != HeadState::Unreadable;
        let is_foreign = self.content.system != System::Recto;
        let date = (file.name.date)
            .or_else(|| FrontMatter::date_in_address(head))
            .or_else(|| self.dates.get(file.file).copied());
        let is_dated = file.is_draft || date.is_some() || FrontMatter::is_dated(head);
        if is_known && !is_dated {
            report_page(&file.path, &file.split, problems);
            return Read::Skipped(SkipReason::Page);
        }
        let title_of_name = file.name.is_post || is_foreign || !is_known;
        let heading = file.heading.as_ref().map(|heading| heading.title.clone());
        let of_file = FileFacts {
            title: heading.or_else(|| title_of_name.then(|| file.name.title())),
            date: date.unwrap_or(self.options.today.into()),
            language: self.conventions.language(file.file, &file.name),
            zone: self.conventions.zone.clone(),
        };
        let front_matter = FrontMatter::read(&file.path, head, of_file, problems);
        // Where nobody knows when it is to be published, it is not.
        let is_day_known =
            front_matter.is_span_known && (front_matter.is_date_known || date.is_some());
        if is_foreign && !is_day_known {
            return Read::Skipped(SkipReason::Unreadable);
        }
        let unpublished = match file.is_draft {
            true => Some(SkipReason::Draft),
            false => out_of_time(&front_matter, self.options.today),
        };
        match unpublished.filter(|_| !self.options.drafts) {
            Some(reason) => Read::Skipped(reason),
            None => {
                let source = self.source(file, front_matter, problems);
                Read::Article(Box::new(Source {
                    is_known,
                    unpublished,
                    ..source
                }))
            }
        }
    }

    fn source(&self, file: File, mut front_matter: FrontMatter, problems: &mut Problems) -> Source {
        let slug = article_slug(&file.path, &file.name, &front_matter, problems);
        let context = templates::Context {
            path: &file.path,
            file: file.file,
            lines: file.split.body_line,
            system: self.content.system,
            names: self.names,
            title: &front_matter.title,
            has_foreign_html: !self.options.is_strict(),
            values: [&file.split.head, &self.conventions.config],
        };
        let body = match file.heading {
            Some(heading) => heading.body,
            None if file.is_html => from_html(file.split.body),
            None => file.split.body.into(),
        };
        let (body, origin) = templates::translate(&body, &context, problems);
        if file.split.state == HeadState::Missing {
            // Of a folder without heads, the folder is all that says what an article is about.
            let folder = file.file.rsplit_once('/').map(|(folder, _)| folder);
            let name = folder.and_then(|folder| folder.rsplit('/').next());
            front_matter.tags.extend(name.map(String::from));
        }
        let addresses = self.conventions.addresses.of(&Page {
            file: file.file,
            name: &file.name,
            front_matter: &front_matter,
            chosen: FrontMatter::chosen_address(&file.split.head),
        });
        let own = Route::article(&slug).path();
        front_matter.aliases.retain(|alias| alias.text != own);
        Source {
            path: file.path,
            file: file.file.into(),
            slug,
            is_known: true,
            front_matter,
            body: body.into(),
            origin,
            body_line: file.split.body_line,
            addresses,
            unpublished: None,
        }
    }
}

/// The first day on which the article is on the site counts, and the day on which it expires no longer does.
fn out_of_time(front_matter: &FrontMatter, today: Date) -> Option<SkipReason> {
    if front_matter.published.date() > today
        || front_matter.available.is_some_and(|first| first > today)
    {
        return Some(SkipReason::Later);
    }
    let is_over = front_matter.expires.is_some_and(|expires| expires <= today);
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
    front_matter: &FrontMatter,
    problems: &mut Problems,
) -> String {
    let Some(chosen) = &front_matter.slug else {
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
