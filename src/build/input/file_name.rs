//! What the path of a Markdown file tells: whether it is an article at all, its slug, and, as Jekyll and Zola users
//! write it, its date.

use super::slug;
use crate::content::date::Date;

/// The endings of files with Markdown.
pub const EXTENSIONS: [&str; 3] = ["md", "markdown", "mdx"];

/// The endings of files that Hugo and Jekyll make pages of, too, if they have a head.
pub const OTHER_EXTENSIONS: [&str; 7] = ["html", "htm", "textile", "org", "adoc", "rst", "pandoc"];

/// What a path tells. Texts are parts of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileName<'a> {
    /// Without folder, date and extension; of an `index.md` its folder's name.
    pub stem: &'a str,
    /// Of `index.de.md`; empty otherwise.
    pub language: &'a str,
    /// Of `2024-05-01-some-slug.md`.
    pub date: Option<Date>,
    /// Below a folder `_drafts`.
    pub is_draft: bool,
    /// Below a folder `_posts` or `_drafts`, where a post need not say its title.
    pub is_post: bool,
}

/// Files that describe a folder and not something to read in a blog.
const NOT_ARTICLES: [&str; 7] = [
    "_index",
    "readme",
    "changelog",
    "contributing",
    "code_of_conduct",
    "license",
    "404",
];

/// Whether the file plainly is no article: the page of a section, a README, or the page of the whole content folder.
pub fn is_skipped(file: &str) -> bool {
    let (folder, name) = file.rsplit_once('/').unwrap_or(("", file));
    // `_index.de.md` is the page of a section, too.
    let stem = name.split('.').next().unwrap_or(name);
    let is_front_page = folder.is_empty() && stem.eq_ignore_ascii_case("index");
    is_front_page
        || NOT_ARTICLES
            .iter()
            .any(|left_out| stem.eq_ignore_ascii_case(left_out))
}

/// The path without its extension.
pub fn without_extension(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

impl<'a> FileName<'a> {
    /// `file` is the path below the content folder.
    pub fn of(file: &'a str) -> Self {
        let path = without_extension(file);
        let (path, language) = match path.rsplit_once("/index.") {
            Some((folder, language)) if !language.contains('/') => (folder, language),
            _ => (path.strip_suffix("/index").unwrap_or(path), ""),
        };
        let name = path.rsplit('/').next().unwrap_or(path);
        let is_below = |folder: &str| file.split('/').any(|segment| segment == folder);
        let is_draft = is_below("_drafts");
        let (date, stem) = split_date(name).map_or((None, name), |(date, stem)| (Some(date), stem));
        Self {
            stem,
            language,
            date,
            is_draft,
            is_post: is_draft || is_below("_posts"),
        }
    }

    pub fn slug(&self) -> String {
        let name = match self.language {
            "" => self.stem.into(),
            language => [self.stem, ".", language].concat(),
        };
        match slug::is_usable(&name) {
            true => name,
            false => slug::from_text(&name),
        }
    }

    /// `my-first-post` as a title: `My First Post`.
    pub fn title(&self) -> String {
        let words = self
            .stem
            .split(['-', '_', ' '])
            .filter(|word| !word.is_empty());
        let capitalised = words.map(|word| {
            let mut letters = word.chars();
            let first = letters.next().into_iter().flat_map(char::to_uppercase);
            first.chain(letters).collect::<String>()
        });
        capitalised.collect::<Vec<_>>().join(" ")
    }
}

/// `2024-05-01-some-slug` is a date and a name, and so is `2024-05-01_some-slug`.
fn split_date(name: &str) -> Option<(Date, &str)> {
    let date = Date::parse(name.get(..10)?)?;
    let stem = name.get(10..)?.strip_prefix(['-', '_'])?;
    (!stem.is_empty()).then_some((date, stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_date_slug_and_title() {
        for (file, date, slug, title) in [
            (
                "_posts/2024-05-01-on-time.md",
                "2024-05-01",
                "on-time",
                "On Time",
            ),
            (
                "posts/2024-05-01_zola/index.md",
                "2024-05-01",
                "zola",
                "Zola",
            ),
            ("posts/bundle/index.mdx", "", "bundle", "Bundle"),
            ("posts/bundle/index.de.md", "", "bundle.de", "Bundle"),
            ("posts/2024-05-01.md", "", "2024-05-01", "2024 05 01"),
            ("posts/2024-13-01-x.md", "", "2024-13-01-x", "2024 13 01 X"),
            ("Ein Gruß.md", "", "ein-gruss", "Ein Gruß"),
        ] {
            let name = FileName::of(file);
            let found = name.date.map(|date| date.to_string()).unwrap_or_default();
            assert_eq!(
                (found.as_str(), name.slug().as_str(), name.title().as_str()),
                (date, slug, title),
                "{file}"
            );
        }
    }

    #[test]
    fn what_plainly_is_no_article_is_left_out() {
        for file in ["_index.md", "posts/_index.de.md", "README.md", "index.md"] {
            assert!(is_skipped(file), "{file}");
        }
        for file in ["posts/index/index.md", "readme-first.md", "a/index.md"] {
            assert!(!is_skipped(file), "{file}");
        }
    }
}
