//! Which texts are pages and not articles, and at which path each of them is.

use super::file_name::{self, FileName, NamedRole, below_pages, without_extension, without_index};
use super::foreign::imported_authors::author_of;
use super::front_matter::{FrontMatter, HeadState, Located, Split};
use super::slug;
use super::source::Role;
use crate::build::diagnostics::problem::Problems;
use crate::build::options::project::System;
use crate::route::Route;

/// A file whose head was read.
pub struct Candidate<'a> {
    /// For messages.
    pub path: &'a str,
    /// Below the content folder.
    pub file: &'a str,
    pub split: &'a Split<'a>,
    pub system: System,
    pub is_dated: bool,
    pub is_draft: bool,
    /// Whether the head or the first heading names a title.
    pub has_title: bool,
}

/// What a file is on the site.
pub enum Found {
    Text(Role),
    /// It says nothing by itself: elsewhere a template makes a page of it that is another kind of page here.
    Replaced(Option<Route>),
    /// Reported, if it had to be.
    Nothing,
}

impl Candidate<'_> {
    pub fn role(&self, problems: &mut Problems) -> Found {
        let named = file_name::named_role(self.file);
        // In Astro's own tutorial, `src/pages/posts/` has the articles.
        let is_article_there = self.system == System::Astro && self.is_dated;
        let is_chosen = below_pages(self.file).is_some() && !is_article_there
            || FrontMatter::is_page(&self.split.head);
        match named {
            Some(NamedRole::NotForReaders) => Found::Nothing,
            // It stands on the author's page.
            _ if let Some(id) = self.author() => Found::Replaced(Some(Route::author(&id))),
            // As in Jekyll, which copies what has no head, and where templates make the list.
            Some(_) if self.is_loop() || self.is_copied() => Found::Nothing,
            // One without a text says what its folder is called.
            Some(NamedRole::Introduction { folder }) => Found::Text(Role::Introduction {
                folder: folder.into(),
            }),
            Some(NamedRole::NotFound) if self.says_nothing() => Found::Nothing,
            Some(NamedRole::NotFound) => Found::Text(Role::NotFound),
            // Nobody knows what a head says that cannot be read.
            None if self.split.state == HeadState::Unreadable => Found::Text(Role::Article),
            None if is_chosen => self.page(true),
            None if self.is_dated || self.is_article_without_date() => Found::Text(Role::Article),
            None => match self.fault() {
                Some((what, remedy)) => {
                    problems.warning(self.path, self.split.head.position, what, remedy);
                    Found::Nothing
                }
                None => self.page(false),
            },
        }
    }

    fn author(&self) -> Option<String> {
        let is_other = self.system == System::Recto || self.is_dated;
        let has_text = !self.split.body.trim().is_empty();
        author_of(self.file, &self.split.head, has_text).filter(|_| !is_other)
    }

    fn page(&self, is_chosen: bool) -> Found {
        let is_foreign = self.system != System::Recto;
        match is_foreign && self.says_nothing() {
            true => Found::Replaced(self.replacement()),
            false => Found::Text(Role::Page { is_chosen }),
        }
    }

    /// Whether it is a draft that will have a date.
    fn is_article_without_date(&self) -> bool {
        self.is_draft && self.file.contains('/')
    }

    fn is_copied(&self) -> bool {
        self.system == System::Jekyll && self.split.state == HeadState::Missing
    }

    /// Whether it is empty, or a loop over other texts.
    fn says_nothing(&self) -> bool {
        self.split.body.trim().is_empty() || self.is_loop()
    }

    fn is_loop(&self) -> bool {
        self.system != System::Recto && self.split.body.contains("{% for ")
    }

    /// Why an undated text is no page: what it is, and what to do.
    fn fault(&self) -> Option<(&'static str, &'static str)> {
        // Hugo makes a page of whatever Markdown there is.
        let needs_head = self.system != System::Hugo;
        let is_in_articles = self.system == System::Recto && self.file.starts_with("articles/");
        match () {
            () if needs_head && self.split.state == HeadState::Missing => Some((
                "this has no front matter, so it is neither an article nor a page, and left out",
                "begin the file with a line of `---`, then `title:`, and for an article `date:`, then `---` again",
            )),
            () if is_in_articles => Some((
                "this has no date, so it is left out",
                "add a line such as `date: 2026-04-01`, or move it out of `articles` if it is a page",
            )),
            () if needs_head && !self.has_title => Some((
                "this has neither a date nor a title, so it is left out",
                "add a line such as `title: A Good Title`, and `date: 2026-04-01` if it is an article",
            )),
            () => None,
        }
    }

    /// The page of ours that shows what elsewhere the layout of this one does.
    fn replacement(&self) -> Option<Route> {
        let layout = FrontMatter::layout(&self.split.head);
        let name = FileName::of(self.file, &[]).stem.to_lowercase();
        let is_one_of =
            |names: &[&str]| names.iter().any(|known| [&*layout, &*name].contains(known));
        match () {
            () if is_one_of(&["archive", "archives", "posts", "blog", "year-archive"]) => {
                Some(Route::Archive)
            }
            () if is_one_of(&["tags", "tag", "categories", "category", "tag-archive"]) => {
                Some(Route::Tags)
            }
            () if is_one_of(&["authors", "author"]) => Some(Route::Authors),
            () if is_one_of(&["search"]) => Some(Route::Search),
            () if is_one_of(&["index", "home"]) => Some(Route::HOME),
            () => None,
        }
    }
}

/// Where a page is: what its head asks for, or where its file lies, or where it was elsewhere. Empty for the front page.
pub fn path(
    source_file: &str,
    name: &FileName,
    chosen_slug: Option<&Located>,
    address: Option<&str>,
) -> String {
    let Some(address) = address else {
        let below = below_pages(source_file).unwrap_or(source_file);
        let place = without_extension(below);
        let place = without_index(place);
        let folder = place.rsplit_once('/').map(|(folder, _)| folder);
        let last = chosen_slug.map_or_else(|| name.slug(), |slug| usable(&slug.text));
        let folders = folder.unwrap_or_default().split('/').map(usable);
        return joined(folders.chain([last]));
    };
    let address = address.split('?').next().unwrap_or_default();
    let address = address.strip_suffix("index.html").unwrap_or(address);
    let endings = [".html", ".htm"];
    let ending = endings.iter().find_map(|end| address.strip_suffix(end));
    joined(ending.unwrap_or(address).split('/').map(usable))
}

fn joined(segments: impl Iterator<Item = String>) -> String {
    let segments: Vec<String> = segments.filter(|segment| !segment.is_empty()).collect();
    segments.join("/")
}

fn usable(segment: &str) -> String {
    match slug::is_usable(segment) || segment.is_empty() {
        true => segment.into(),
        false => slug::from_text(segment),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_where_its_file_lies_or_where_it_was() {
        for (file, address, expected) in [
            ("about.md", None, "about"),
            ("projects/index.md", None, "projects"),
            ("projects/_index.md", None, "projects"),
            ("projects/deep/One Two.md", None, "projects/deep/one-two"),
            ("pages/imprint.md", None, "imprint"),
            ("about.md", Some("info/"), "info"),
            ("about.md", Some("about.html"), "about"),
            ("about.md", Some("a/index.html"), "a"),
            ("home.md", Some("/"), ""),
        ] {
            let name = FileName::of(file, &[]);
            assert_eq!(path(file, &name, None, address), expected, "{file}");
        }
    }
}
