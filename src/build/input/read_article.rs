//! Reads one file of the content folder: a text, or the reason why it is none, or none that is published.

use super::content_folder::Content;
use super::file_name::{self, FileName, NamedRole};
use super::foreign::templates::{self, Names, Origin};
use super::foreign::{Conventions, Page};
use super::from_html::from_html;
use super::front_matter::{self, FileFacts, FrontMatter, HeadState, Split};
use super::pages::{self, Candidate, Found};
use super::slug;
use super::source::{Role, SkipReason, Source};
use super::title::{self, Heading};
use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::options::BuildOptions;
use crate::build::options::project::System;
use crate::content::{date::Date, moment::Moment};
use crate::route::Route;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What all files are read with.
pub struct Reading<'a> {
    pub content: &'a Content<'a>,
    pub names: &'a Names<'a>,
    pub conventions: &'a Conventions,
    /// Days of files that name none themselves.
    pub dates: &'a BTreeMap<String, Moment>,
    pub options: &'a BuildOptions,
    /// As the options say, which look at the folder for it: once, and not for each file.
    pub is_strict: bool,
}

/// What a file turned out to be.
pub enum Read {
    Text(Box<Source>),
    Skipped(SkipReason),
    /// It says nothing by itself. At these addresses it had a page, and this is the one that we have.
    Replaced(Vec<String>, Route),
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
        let read = match file_name::named_role(file) {
            Some(NamedRole::NotForReaders) => Read::Skipped(SkipReason::NoText),
            _ => self.file(file, &mut problems).unwrap_or(Read::Unreadable),
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
            let what = "this is not to be listed, which no text here can be, so it is left out";
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
        let heading = file.heading.as_ref().map(|heading| heading.title.clone());
        let candidate = Candidate {
            path: &file.path,
            file: file.file,
            split: &file.split,
            system: self.content.system,
            is_dated: date.is_some() || FrontMatter::is_dated(head),
            is_draft: file.is_draft,
            has_title: heading.is_some() || !FrontMatter::title(head).is_empty(),
        };
        let (role, replacement) = match candidate.role(problems) {
            Found::Text(role) => (role, None),
            Found::Nothing => return Read::Skipped(SkipReason::NoText),
            Found::Replaced(route) => (Role::Page { is_chosen: true }, Some(route)),
        };
        let is_article = role == Role::Article;
        let title_of_name = file.name.is_post || is_foreign || !is_known || !is_article;
        let of_file = FileFacts {
            title: heading.or_else(|| title_of_name.then(|| file.name.title())),
            date: date.unwrap_or(self.options.today.into()),
            language: self.conventions.language(file.file, &file.name),
            zone: self.conventions.zone.clone(),
            is_strict: !is_foreign,
        };
        let mut found = Problems::default();
        let front_matter = FrontMatter::read(&file.path, head, of_file, &mut found);
        // What the head of a folder without a text says is asked for little, and complained of never.
        if is_article || !file.split.body.trim().is_empty() {
            problems.append(found);
        }
        // Where nobody knows when it is to be published, it is not.
        let is_day_known =
            front_matter.is_span_known && (front_matter.is_date_known || date.is_some());
        if is_foreign && !is_day_known {
            return Read::Skipped(SkipReason::Unreadable);
        }
        if let Some(route) = replacement {
            return self.replaced(&file, &front_matter, route, problems);
        }
        let unpublished = match file.is_draft {
            true => Some(SkipReason::Draft),
            false => out_of_time(&front_matter, &role, self.options.today),
        };
        if let Some(reason) = unpublished.filter(|_| !self.options.drafts) {
            return Read::Skipped(reason);
        }
        let source = self.source(file, role, front_matter, problems);
        Read::Text(Box::new(Source {
            is_known,
            unpublished,
            ..source
        }))
    }

    /// A file whose page another one of ours takes the place of.
    fn replaced(
        &self,
        file: &File,
        front_matter: &FrontMatter,
        route: Option<Route>,
        problems: &mut Problems,
    ) -> Read {
        let Some(route) = route else {
            let what = "this says nothing by itself, so it is left out";
            let remedy = "write what its template made, or take the file out";
            problems.warning(&file.path, Position::START, what, remedy);
            return Read::Skipped(SkipReason::NoText);
        };
        Read::Replaced(self.addresses(file, front_matter), route)
    }

    fn addresses(&self, file: &File, front_matter: &FrontMatter) -> Vec<String> {
        self.conventions.addresses.of(&Page {
            file: self.conventions.file_in_language(file.file),
            language: &self.conventions.language(file.file, &file.name),
            name: &file.name,
            front_matter,
            chosen: FrontMatter::chosen_address(&file.split.head),
        })
    }

    fn source(
        &self,
        file: File,
        mut role: Role,
        mut front_matter: FrontMatter,
        problems: &mut Problems,
    ) -> Source {
        let addresses = self.addresses(&file, &front_matter);
        let slug = match &role {
            Role::Article => article_slug(&file.path, &file.name, &front_matter, problems),
            Role::Page { .. } | Role::Introduction { .. } => {
                let address = addresses.first().map(String::as_str);
                pages::path(file.file, &file.name, front_matter.slug.as_ref(), address)
            }
            Role::NotFound => String::new(),
        };
        if matches!(role, Role::Page { .. }) && slug.is_empty() {
            let folder = String::new();
            role = Role::Introduction { folder };
        }
        let (body, origin) = self.body(&file, &front_matter.title, problems);
        if file.split.state == HeadState::Missing && role == Role::Article {
            // Of a folder without heads, the folder is all that says what an article is about.
            let folder = file.file.rsplit_once('/').map(|(folder, _)| folder);
            let name = folder.and_then(|folder| folder.rsplit('/').next());
            front_matter.tags.extend(name.map(String::from));
        }
        let mut source = Source {
            role,
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
        };
        let own = source.route().path();
        source
            .front_matter
            .aliases
            .retain(|alias| alias.text != own);
        source
    }

    /// The text as Markdown, and where each line of it was written.
    fn body(&self, file: &File, title: &str, problems: &mut Problems) -> (String, Option<Origin>) {
        let context = templates::Context {
            path: &file.path,
            file: file.file,
            lines: file.split.body_line,
            system: self.content.system,
            names: self.names,
            title,
            has_foreign_html: !self.is_strict,
            values: [&file.split.head, &self.conventions.config],
        };
        let body = match &file.heading {
            Some(heading) => Cow::Borrowed(&*heading.body),
            None if file.is_html => from_html(file.split.body).into(),
            None => file.split.body.into(),
        };
        templates::translate(&body, &context, problems)
    }
}

/// The first day on which the article is on the site counts, and the day on which it expires no longer does. The day of a
/// page tells nothing.
fn out_of_time(front_matter: &FrontMatter, role: &Role, today: Date) -> Option<SkipReason> {
    let is_later = front_matter.published.date() > today
        || front_matter.available.is_some_and(|first| first > today);
    if is_later && *role == Role::Article {
        return Some(SkipReason::Later);
    }
    let is_over = front_matter.expires.is_some_and(|expires| expires <= today);
    is_over.then_some(SkipReason::Expired)
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
