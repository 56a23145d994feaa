//! Reads the content folder: the site's facts, its authors, and every article that is to be published.

use super::build::Inputs;
use super::file_name::{self, FileName};
use super::front_matter::{self, FileFacts, FrontMatter};
use super::problem::{Position, Problems};
use super::project::System;
use super::{facts, slug};
use crate::content::{author::Author, date::Date, site::Site};
use crate::route::Route;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};
use walkdir::{DirEntry, WalkDir};

/// What the publisher wrote, read but not yet connected.
pub struct Sources {
    pub site: Site,
    pub authors: Vec<Author>,
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
}

/// One article as it was written.
pub struct Source {
    /// For messages: the content folder as it was given, then `file`.
    pub path: String,
    /// Below the content folder, with slashes: `articles/some-slug/index.md`.
    pub file: String,
    pub slug: String,
    pub facts: FrontMatter,
    pub body: String,
    /// Lines of the file before the body's first.
    pub body_line: usize,
    /// Why it would not be on the site, had it not been asked for.
    pub held_back: Option<LeftOut>,
}

/// The content folder, whose blog it is, and how its files are named in messages.
pub struct Content<'a> {
    pub folder: &'a Path,
    pub system: System,
    /// What the other system was configured with.
    pub config: Option<&'a Path>,
    /// The folder to write, which may lie in the content folder and is no content.
    pub out: Option<&'a Path>,
}

/// Reads everything. Drafts, and articles that `today` is too early or too late for, stay out unless they are asked for.
pub fn sources(content: &Content, inputs: &Inputs, problems: &mut Problems) -> Sources {
    let site = facts::site(content, inputs.base_url.as_deref(), problems);
    let authors = facts::authors(content, problems);
    let read: Vec<(String, Read, Problems)> = content
        .files("", &file_name::EXTENSIONS, problems)
        .into_par_iter()
        .map(|file| article(content, file, inputs))
        .collect();
    let mut sources = Sources {
        site,
        authors,
        articles: Vec::new(),
        left_out: BTreeMap::new(),
    };
    for (file, read, found) in read {
        problems.append(found);
        match read {
            Read::Article(source) => sources.articles.push(*source),
            Read::LeftOut(why) => drop(sources.left_out.insert(file, why)),
            Read::Unreadable => {}
        }
    }
    sources
}

enum Read {
    Article(Box<Source>),
    LeftOut(LeftOut),
    Unreadable,
}

fn article(content: &Content, file: String, inputs: &Inputs) -> (String, Read, Problems) {
    let mut problems = Problems::default();
    let read = match file_name::is_left_out(&file) {
        true => Read::LeftOut(LeftOut::Page),
        false => {
            readable_article(content, &file, inputs, &mut problems).unwrap_or(Read::Unreadable)
        }
    };
    (file, read, problems)
}

fn readable_article(
    content: &Content,
    file: &str,
    inputs: &Inputs,
    problems: &mut Problems,
) -> Option<Read> {
    let path = content.path(file);
    let text = content.text(file, problems)?;
    let split = front_matter::split(&path, &text, problems)?;
    let name = FileName::of(file);
    let is_draft = name.is_draft || FrontMatter::is_draft(&split.head);
    if is_draft && !inputs.drafts {
        return Some(Read::LeftOut(LeftOut::Draft));
    }
    let date = name.date.or(is_draft.then_some(inputs.today));
    if date.is_none() && !FrontMatter::is_dated(&split.head) {
        tell_page(&path, &split, problems);
        return Some(Read::LeftOut(LeftOut::Page));
    }
    let title = name.is_post.then(|| name.title());
    let mut facts = FrontMatter::read(&path, &split.head, FileFacts { title, date }, problems)?;
    let held_back = match is_draft {
        true => Some(LeftOut::Draft),
        false => out_of_time(&facts, inputs.today),
    };
    if let Some(why) = held_back.filter(|_| !inputs.drafts) {
        return Some(Read::LeftOut(why));
    }
    let slug = article_slug(&path, &name, &facts, problems);
    let own = Route::article(&slug).path();
    facts.aliases.retain(|alias| alias.text != own);
    Some(Read::Article(Box::new(Source {
        path,
        file: file.into(),
        slug,
        facts,
        body: split.body.into(),
        body_line: split.body_line,
        held_back,
    })))
}

/// The first day on which the article is on the site counts, and the day on which it expires no longer does.
fn out_of_time(facts: &FrontMatter, today: Date) -> Option<LeftOut> {
    if facts.published > today || facts.available.is_some_and(|first| first > today) {
        return Some(LeftOut::Later);
    }
    let is_over = facts.expires.is_some_and(|expires| expires <= today);
    is_over.then_some(LeftOut::Expired)
}

fn tell_page(path: &str, split: &front_matter::Split, problems: &mut Problems) {
    let (what, remedy) = match split.has_head {
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

/// Folders of a Jekyll site, whose content folder is all of it, that hold no articles.
const NOT_CONTENT: [&str; 9] = [
    "_site",
    "_layouts",
    "_includes",
    "_sass",
    "_data",
    "_plugins",
    "node_modules",
    "vendor",
    "public",
];

impl<'a> Content<'a> {
    pub fn of(inputs: &'a Inputs) -> Self {
        Self {
            folder: &inputs.content,
            system: inputs.system,
            config: inputs.config.as_deref(),
            out: inputs.out.as_deref(),
        }
    }

    /// How a file of the content folder is named in messages.
    pub fn path(&self, file: &str) -> String {
        let path = self.folder.join(file);
        let path = path.to_string_lossy().replace('\\', "/");
        path.strip_prefix("./").unwrap_or(&path).into()
    }

    /// A file's text; tells why it cannot be read.
    pub fn text(&self, file: &str, problems: &mut Problems) -> Option<String> {
        let path = self.path(file);
        let bytes = match fs::read(self.folder.join(file)) {
            Ok(bytes) => bytes,
            Err(error) => {
                let what = ["cannot be read: ", &error.kind().to_string()].concat();
                let remedy = "check that the file may be read";
                problems.error(&path, Position::START, what, remedy);
                return None;
            }
        };
        String::from_utf8(bytes)
            .map_err(|error| not_utf8(&path, &error, problems))
            .ok()
    }

    /// The files with one of these extensions in a folder and all folders below, in order of their names.
    pub fn files(&self, folder: &str, extensions: &[&str], problems: &mut Problems) -> Vec<String> {
        let mut files = Vec::new();
        let entries = WalkDir::new(self.folder.join(folder)).sort_by_file_name();
        for entry in entries
            .into_iter()
            .filter_entry(|entry| self.may_hold(entry))
        {
            match entry {
                Ok(entry)
                    if entry.file_type().is_file() && has_extension(entry.path(), extensions) =>
                {
                    files.extend(self.below(entry.into_path()));
                }
                Ok(_) => {}
                Err(error) => {
                    let error = io::Error::from(error);
                    let what = ["the folder cannot be read: ", &error.kind().to_string()].concat();
                    let remedy =
                        "make it with `recto new`, or name another content folder with --content";
                    problems.error(&self.path(folder), Position::START, what, remedy);
                }
            }
        }
        files
    }

    /// Whether there may be content in it: not in hidden folders, and not in what is written or installed.
    fn may_hold(&self, entry: &DirEntry) -> bool {
        if entry.depth() == 0 || !entry.file_type().is_dir() {
            return true;
        }
        let name = entry.file_name().to_string_lossy();
        let is_of_jekyll = self.system == System::Jekyll && NOT_CONTENT.contains(&&*name);
        let is_out = self.out.is_some_and(|out| is_same(entry.path(), out));
        !name.starts_with('.') && !is_of_jekyll && !is_out
    }

    fn below(&self, path: PathBuf) -> Option<String> {
        Some(
            path.strip_prefix(self.folder)
                .ok()?
                .to_str()?
                .replace('\\', "/"),
        )
    }
}

fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    let is_wanted = |found: &std::ffi::OsStr| {
        extensions
            .iter()
            .any(|extension| found.eq_ignore_ascii_case(extension))
    };
    path.extension().is_some_and(is_wanted)
}

fn is_same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| fs::canonicalize(path).ok();
    real(one).is_some_and(|path| Some(path) == real(other))
}

fn not_utf8(path: &str, error: &std::string::FromUtf8Error, problems: &mut Problems) {
    let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
    let valid = String::from_utf8_lossy(valid);
    let position = Position::in_text(&valid, valid.len());
    problems.error(
        path,
        position,
        "this is not UTF-8",
        "save the file as UTF-8",
    );
}
