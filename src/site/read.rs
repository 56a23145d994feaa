//! Reads the content folder: the site's facts, its authors, and every article that is to be published.

use super::front_matter::{self, FrontMatter};
use super::problem::{Position, Problems};
use super::{facts, slug};
use crate::content::{author::Author, date::Date, site::Site};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};
use walkdir::WalkDir;

/// What the publisher wrote, read but not yet connected.
pub struct Sources {
    pub site: Site,
    pub authors: Vec<Author>,
    pub articles: Vec<Source>,
    /// Files of articles that stay out: drafts, and those of a later day than today.
    pub unpublished: BTreeSet<String>,
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
}

/// The content folder and how it is named in messages.
pub struct Content<'a> {
    pub folder: &'a Path,
}

/// Reads everything; articles that are dated after `today` stay out.
pub fn sources(
    content: &Content,
    base_url: Option<&str>,
    today: Date,
    problems: &mut Problems,
) -> Sources {
    let site = facts::site(content, base_url, problems);
    let authors = facts::authors(content, problems);
    let read: Vec<(Read, Problems)> = content
        .files("articles", "md", problems)
        .into_par_iter()
        .map(|file| article(content, file, today))
        .collect();
    let mut sources = Sources {
        site,
        authors,
        articles: Vec::new(),
        unpublished: BTreeSet::new(),
    };
    for (read, found) in read {
        problems.append(found);
        match read {
            Read::Published(source) => sources.articles.push(*source),
            Read::Unpublished(file) => drop(sources.unpublished.insert(file)),
            Read::Unreadable => {}
        }
    }
    sources
}

enum Read {
    Published(Box<Source>),
    Unpublished(String),
    Unreadable,
}

fn article(content: &Content, file: String, today: Date) -> (Read, Problems) {
    let mut problems = Problems::default();
    let read = readable_article(content, file, today, &mut problems).unwrap_or(Read::Unreadable);
    (read, problems)
}

fn readable_article(
    content: &Content,
    file: String,
    today: Date,
    problems: &mut Problems,
) -> Option<Read> {
    let path = content.path(&file);
    let text = content.text(&file, problems)?;
    let split = front_matter::split(&path, &text, problems)?;
    if FrontMatter::is_draft(&split.head) {
        return Some(Read::Unpublished(file));
    }
    let facts = FrontMatter::read(&path, &split.head, problems)?;
    if facts.published > today {
        return Some(Read::Unpublished(file));
    }
    let slug = article_slug(&path, &file, &facts, problems);
    let (body, body_line) = (split.body.into(), split.body_line);
    Some(Read::Published(Box::new(Source {
        path,
        file,
        slug,
        facts,
        body,
        body_line,
    })))
}

/// The slug that the article gives itself, or its file's name, or for an `index.md` its folder's.
fn article_slug(path: &str, file: &str, facts: &FrontMatter, problems: &mut Problems) -> String {
    if let Some(chosen) = &facts.slug {
        if !slug::is_usable(&chosen.text) {
            let what = ["the slug `", &chosen.text, "` cannot be part of a URL"].concat();
            problems.error(
                path,
                chosen.position,
                what,
                "use letters a to z, digits and hyphens",
            );
        }
        return chosen.text.clone();
    }
    let stem = file
        .strip_suffix("/index.md")
        .or(file.strip_suffix(".md"))
        .unwrap_or(file);
    let name = stem.rsplit('/').next().unwrap_or(stem);
    if slug::is_usable(name) {
        name.into()
    } else {
        slug::from_text(name)
    }
}

impl Content<'_> {
    /// How a file of the content folder is named in messages.
    pub fn path(&self, file: &str) -> String {
        self.folder.join(file).to_string_lossy().replace('\\', "/")
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

    /// The files with this extension in a folder and all folders below, in order of their names.
    pub fn files(&self, folder: &str, extension: &str, problems: &mut Problems) -> Vec<String> {
        let mut files = Vec::new();
        for entry in WalkDir::new(self.folder.join(folder)).sort_by_file_name() {
            match entry {
                Ok(entry)
                    if has_extension(entry.path(), extension) && entry.file_type().is_file() =>
                {
                    files.extend(self.below(entry.into_path()));
                }
                Ok(_) => {}
                Err(error) => {
                    let error = io::Error::from(error);
                    let what = ["the folder cannot be read: ", &error.kind().to_string()].concat();
                    let remedy = "make it, or name another content folder with --content";
                    problems.error(&self.path(folder), Position::START, what, remedy);
                }
            }
        }
        files
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

fn has_extension(path: &Path, extension: &str) -> bool {
    path.extension()
        .is_some_and(|found| found.eq_ignore_ascii_case(extension))
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
