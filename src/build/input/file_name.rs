//! What the path of a Markdown file tells: whether it is a text to read at all, its slug, and, as Jekyll and Zola users
//! write it, its date.

use super::{date_formats, slug};
use crate::content::{date::Date, moment::Moment};
use jiff::tz::TimeZone;

/// The endings of files with Markdown, in all systems together.
pub const EXTENSIONS: [&str; 10] = [
    "md", "markdown", "mdx", "mkd", "mkdn", "mkdown", "mdown", "mdwn", "mdtxt", "mdtext",
];

/// The endings of files that other systems make pages of, too.
pub const OTHER_MARKUP: [&str; 10] = [
    "textile", "org", "adoc", "asciidoc", "asc", "rst", "pandoc", "ipynb", "rmd", "mdoc",
];

/// The same, but only if they have a head.
pub const WITH_HEAD: [&str; 1] = ["txt"];

/// The endings of posts in HTML, which are posts if they have a head.
pub const HTML: [&str; 2] = ["html", "htm"];

/// Whether the file is one with HTML.
pub fn is_html(file: &str) -> bool {
    let extension = file.rsplit_once('.').map_or("", |(_, extension)| extension);
    HTML.iter()
        .any(|known| extension.eq_ignore_ascii_case(known))
}

/// What a path tells. Texts are parts of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileName<'a> {
    /// Without folder, date, language and extension; of an `index.md` its folder's name.
    pub stem: &'a str,
    /// Of `index.de.md` and `a.de.md`; empty otherwise.
    pub language: &'a str,
    /// Of `2024-05-01-some-slug.md`, and of a file in folders `2024/05/01`.
    pub date: Option<Moment>,
    /// Below a folder `_drafts`.
    pub is_draft: bool,
    /// Below a folder `_posts` or `_drafts`, where a post need not say its title.
    pub is_post: bool,
}

/// Files that describe a folder and not something to read in a blog.
const NOT_FOR_READERS: [&str; 5] = [
    "readme",
    "changelog",
    "contributing",
    "code_of_conduct",
    "license",
];

/// What a file is by its name, whatever stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedRole<'a> {
    /// A README and the like, or a list's text in another language.
    NotForReaders,
    /// What stands above the list of a folder.
    Introduction { folder: &'a str },
    /// What is shown where there is nothing.
    NotFound,
}

/// Nothing for the name of a text.
pub fn named_role(file: &str) -> Option<NamedRole<'_>> {
    let (folder, name) = file.rsplit_once('/').unwrap_or(("", file));
    // `_index.de.md` is that of a list, too, in another language.
    let (stem, end) = name.split_once('.').unwrap_or((name, ""));
    let is = |known: &str| stem.eq_ignore_ascii_case(known);
    if NOT_FOR_READERS.into_iter().any(is) {
        return Some(NamedRole::NotForReaders);
    }
    let is_front_page = is("index") && ["", "pages", "_pages"].contains(&folder);
    let role = match () {
        () if is_front_page => NamedRole::Introduction { folder: "" },
        () if is("_index") => NamedRole::Introduction { folder },
        () if is("404") => NamedRole::NotFound,
        () => return None,
    };
    Some(match end.contains('.') {
        true => NamedRole::NotForReaders,
        false => role,
    })
}

/// The folders at the top whose texts are pages, dated or not.
const PAGE_FOLDERS: [&str; 2] = ["pages/", "_pages/"];

/// The path of a file below such a folder.
pub fn below_pages(file: &str) -> Option<&str> {
    let mut folders = PAGE_FOLDERS.iter();
    folders.find_map(|folder| file.strip_prefix(folder))
}

/// The path without its extension.
pub fn without_extension(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

/// The folder, of the path of a text that stands for its folder.
pub fn without_index(path: &str) -> &str {
    let folder = ["/index", "/_index"]
        .iter()
        .find_map(|end| path.strip_suffix(end));
    folder.unwrap_or(path)
}

impl<'a> FileName<'a> {
    /// `file` is the path below the content folder. A name may end with one of the site's `languages`.
    pub fn of(file: &'a str, languages: &[String]) -> Self {
        let path = without_extension(file);
        let (path, language) = match path.rsplit_once('.') {
            Some((path, end)) if path.ends_with("/index") && !end.contains('/') => (path, end),
            Some((path, end)) if languages.iter().any(|language| language == end) => (path, end),
            _ => (path, ""),
        };
        let path = without_index(path);
        let name = path.rsplit('/').next().unwrap_or(path);
        let is_below = |folder: &str| file.split('/').any(|segment| segment == folder);
        let is_draft = is_below("_drafts");
        let is_post = is_draft || is_below("_posts");
        let (date, stem) = match split_date(name, is_post) {
            Some((date, stem)) => (Some(date), stem),
            None => (date_in_path(path).map(Moment::from), name),
        };
        Self {
            stem,
            language,
            date,
            is_draft,
            is_post,
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

/// The day that stands in a path: `2014/12/12/name`, or as a name of its own, `2014-12-12`.
pub fn date_in_path(path: &str) -> Option<Date> {
    let segments: Vec<&str> = path.trim_matches('/').split('/').collect();
    let folders = segments.windows(3).find_map(|folders| match folders {
        [year, month, day] if year.len() == 4 => calendar(year, month, day),
        _ => None,
    });
    folders.or_else(|| {
        segments
            .iter()
            .find_map(|name| (name.len() == 10).then(|| Date::parse(name)).flatten())
    })
}

/// `2024-05-01-some-slug` is a date and a name, and so are `2024-05-01_some-slug`, `20240501-some-slug`, Zola's
/// `2024-05-01T10:00:00Z-some-slug`, and in a folder of Jekyll's `24-5-1-some-slug`.
fn split_date(name: &str, is_post: bool) -> Option<(Moment, &str)> {
    let number = |text: &str| {
        text.find(|c: char| !c.is_ascii_digit())
            .unwrap_or(text.len())
    };
    let (year, rest) = name.split_at(number(name));
    if let (8, Some(date)) = (year.len(), date_formats::read_day(year)) {
        return named(date.into(), rest);
    }
    let rest = rest.strip_prefix('-')?;
    let (month, rest) = rest.split_at(number(rest));
    let rest = rest.strip_prefix('-')?;
    let (day, rest) = rest.split_at(number(rest));
    let date = match year.len() {
        4 => calendar(year, month, day),
        2 if is_post => calendar(&["20", year].concat(), month, day),
        _ => None,
    }?;
    if rest.starts_with('T') {
        let end = ["Z-", "Z_"]
            .iter()
            .find_map(|end| Some(rest.find(end)? + 1));
        // Behind an offset, `+02:00`, or where the time ends.
        let end = end
            .or_else(|| Some(rest.find(['+', '-'])? + 6))
            .filter(|end| rest.is_char_boundary(*end))?;
        let time = &name[..name.len() - rest.len() + end];
        return named(date_formats::read(time, &TimeZone::UTC)?, rest.get(end..)?);
    }
    named(date.into(), rest)
}

fn named(date: Moment, rest: &str) -> Option<(Moment, &str)> {
    let stem = rest.trim_start_matches(' ').strip_prefix(['-', '_'])?;
    (!stem.is_empty()).then_some((date, stem))
}

fn calendar(year: &str, month: &str, day: &str) -> Option<Date> {
    let is_number =
        |text: &str| matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_digit());
    let two = |text: &str| [if text.len() == 1 { "0" } else { "" }, text].concat();
    (is_number(month) && is_number(day))
        .then(|| Date::parse(&[year, "-", &two(month), "-", &two(day)].concat()))?
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
            ("_posts/2024-5-1-one.md", "2024-05-01", "one", "One"),
            ("_posts/24-5-1-one.md", "2024-05-01", "one", "One"),
            ("posts/24-5-1-one.md", "", "24-5-1-one", "24 5 1 One"),
            (
                "posts/2024-05-01_zola/index.md",
                "2024-05-01",
                "zola",
                "Zola",
            ),
            (
                "posts/2024-05-01T10:00:00Z-third.md",
                "2024-05-01T10:00:00Z",
                "third",
                "Third",
            ),
            (
                "posts/2024-05-01T10:00:00+02:00-x.md",
                "2024-05-01T10:00:00+02:00",
                "x",
                "X",
            ),
            ("posts/20240501-slug.md", "2024-05-01", "slug", "Slug"),
            (
                "posts/2024/05/01/name/index.md",
                "2024-05-01",
                "name",
                "Name",
            ),
            ("2024/5/1/name.md", "2024-05-01", "name", "Name"),
            ("posts/bundle/index.mdx", "", "bundle", "Bundle"),
            ("posts/bundle/index.de.md", "", "bundle.de", "Bundle"),
            (
                "posts/2024-05-01.md",
                "2024-05-01",
                "2024-05-01",
                "2024 05 01",
            ),
            ("posts/2024-13-01-x.md", "", "2024-13-01-x", "2024 13 01 X"),
            ("Ein Gruß.md", "", "ein-gruss", "Ein Gruß"),
        ] {
            let name = FileName::of(file, &[]);
            let found = name.date.map(|date| date.to_string()).unwrap_or_default();
            assert_eq!(
                (found.as_str(), name.slug().as_str(), name.title().as_str()),
                (date, slug, title),
                "{file}"
            );
        }
    }

    #[test]
    fn a_name_may_end_with_a_language_of_the_site() {
        let languages = ["fr".to_string()];
        let language = |file| FileName::of(file, &languages).language.to_string();
        assert_eq!(language("posts/a.fr.md"), "fr");
        assert_eq!(language("posts/intro.js.md"), "");
        assert_eq!(FileName::of("posts/a.fr.md", &languages).slug(), "a.fr");
    }

    #[test]
    fn a_name_tells_what_is_no_text_of_its_own() {
        let introduction = |folder| Some(NamedRole::Introduction { folder });
        for (file, role) in [
            ("_index.md", introduction("")),
            ("index.md", introduction("")),
            ("pages/index.md", introduction("")),
            ("posts/_index.md", introduction("posts")),
            ("posts/_index.de.md", Some(NamedRole::NotForReaders)),
            ("README.md", Some(NamedRole::NotForReaders)),
            ("404.md", Some(NamedRole::NotFound)),
            ("posts/index/index.md", None),
            ("readme-first.md", None),
            ("a/index.md", None),
        ] {
            assert_eq!(named_role(file), role, "{file}");
        }
    }
}
