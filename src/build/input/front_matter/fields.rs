//! What Recto knows of a head, under each of the names that other systems gave it.

use super::cover_fields::Cover;
use super::fields_by_name::{Head, Located, located};
use super::key_names::*;
use super::texts::{http_url, is_language, old_path, tags as tags_of, tags_of_list};
use super::value::Value;
use crate::build::diagnostics::problem::Problems;
use crate::build::input::file_name::date_in_path;
use crate::build::input::menus::InMenu;
use crate::content::{date::Date, discussion::Discussion, moment::Moment};
use crate::markdown::FigureWidth;
use jiff::tz::TimeZone;

/// The facts of one article. Texts that are missing are empty.
#[derive(Clone, Debug)]
pub struct FrontMatter {
    pub title: String,
    pub description: String,
    pub published: Moment,
    /// Whether it could be read, if the head names it.
    pub is_date_known: bool,
    pub updated: Option<Moment>,
    /// The first day and the last on which the article is on the site, where they are given.
    pub available: Option<Date>,
    pub expires: Option<Date>,
    /// Whether both could be read, if the head names them.
    pub is_span_known: bool,
    pub authors: Vec<PublishedAuthor>,
    pub tags: Vec<String>,
    /// Those of the tags that Jekyll makes addresses of.
    pub categories: Vec<String>,
    pub slug: Option<Located>,
    /// Where the article used to be: paths below the base path, such as `old/post/` or `old/post.html`.
    pub aliases: Vec<Located>,
    pub series: Option<Located>,
    pub series_order: Option<u32>,
    pub cover: Option<Cover>,
    /// How wide pictures are that stand alone.
    pub figures: FigureWidth,
    pub lang: String,
    pub canonical_url: String,
    /// Where it is talked about.
    pub discussions: Vec<Discussion>,
    /// Whether it comes first on the front page.
    pub is_pinned: bool,
    /// Whether search engines may list it.
    pub is_indexed: bool,
    /// Whether its page has a table of contents.
    pub has_contents: bool,
    pub menus: Vec<InMenu>,
}

/// What holds where an article's head does not tell: what the name and the place of its file do, or the day of the build.
#[derive(Clone, Debug)]
pub struct FileFacts {
    pub title: Option<String>,
    pub date: Moment,
    pub language: String,
    /// Of times that name none.
    pub zone: TimeZone,
    /// Whether what is unknown is an error, as in a blog of ours.
    pub is_strict: bool,
}

/// An author as an article names them: an id or a name, and what some systems put beside it.
#[derive(Clone, Debug)]
pub struct PublishedAuthor {
    pub name: Located,
    pub url: String,
    pub role: String,
    pub bio: String,
}

impl FrontMatter {
    /// The title, empty where the head has none.
    pub fn title(head: &Value) -> String {
        Head::silent(head, &mut Problems::default()).text(TITLE)
    }

    /// Where Jekyll's `permalink`, Hugo's `url` and Zola's `path` say that the article was before it came to Recto.
    pub fn chosen_address(head: &Value) -> Option<String> {
        let mut addresses = OLD_PATH.iter().filter_map(|key| head.get(key)?.text());
        addresses.next().map(String::from)
    }

    /// The day that stands in the address which the head asks for: `path = "2014/12/12/timeline"`.
    pub fn date_in_address(head: &Value) -> Option<Moment> {
        let addresses = OLD_PATH
            .iter()
            .chain(&["slug"])
            .filter_map(|key| head.get(key)?.text());
        addresses.filter_map(date_in_path).map(Moment::from).next()
    }

    /// The authors that a head names, or another system's configuration.
    pub fn authors(head: &Value) -> Vec<PublishedAuthor> {
        let mut problems = Problems::default();
        Head::silent(head, &mut problems).authors()
    }

    /// Whether the head names the day of publication, in whatever form. What does not is a page, not an article.
    pub fn is_dated(head: &Value) -> bool {
        let mut problems = Problems::default();
        Head::silent(head, &mut problems).dated().is_some()
    }

    /// What is missing or cannot be read is told, and left empty.
    pub fn read(path: &str, head: &Value, file: FileFacts, problems: &mut Problems) -> Self {
        let mut head = Head {
            path,
            head,
            zone: file.zone,
            is_strict: file.is_strict,
            problems,
        };
        head.report_counts();
        let (published, is_date_known) = head.published();
        let (available, expires) = (head.day(AVAILABLE), head.day(EXPIRES));
        let is_span_known = available.is_some() == head.find(AVAILABLE).is_some()
            && expires.is_some() == head.find(EXPIRES).is_some();
        Self {
            title: head.title_or(file.title),
            published: published.unwrap_or(file.date),
            is_date_known,
            description: head.description(),
            updated: head.date(UPDATED),
            available,
            expires,
            is_span_known,
            authors: head.authors(),
            tags: head.tags(),
            categories: head.categories(),
            slug: head.located(&["slug"]),
            aliases: head.aliases(),
            series: head.series(),
            series_order: head.number(SERIES_ORDER),
            cover: head.cover(),
            figures: head.figures(),
            lang: head.lang(file.language),
            canonical_url: head.canonical_url(),
            discussions: head.discussions(),
            is_pinned: head.truth(PINNED) == Some(true),
            is_indexed: head.is_indexed(),
            has_contents: head.truth(CONTENTS) != Some(false),
            menus: head.menus(),
        }
    }
}

impl<'a> Head<'a> {
    /// Counts that somebody typed are no reader's.
    fn report_counts(&mut self) {
        if let Some(counts) = self.find(&["reaction_counts"]) {
            let what = "counts of reactions are shown nowhere";
            (self.problems).warning(self.path, counts.position, what, "take them out");
        }
    }

    fn title_or(&mut self, of_file: Option<String>) -> String {
        if self.find(TITLE).is_some() {
            return self.text(TITLE);
        }
        if of_file.is_none() {
            self.error(
                self.head.position,
                "the article has no title",
                "add a line such as `title: A Good Title`",
            );
        }
        of_file.unwrap_or_default()
    }

    /// What the head names, and whether that could be read.
    fn published(&mut self) -> (Option<Moment>, bool) {
        match self.dated() {
            Some(key) => {
                let published = self.date(&[key]);
                (published, published.is_some())
            }
            None => (None, true),
        }
    }

    /// The key that names the day of publication. Jekyll's `published` may be a truth value instead.
    fn dated(&self) -> Option<&'static str> {
        let is_date = |key: &str| {
            self.find(&[key])
                .is_some_and(|value| value.truth().is_none())
        };
        PUBLISHED.iter().copied().find(|key| is_date(key))
    }

    fn day(&mut self, keys: &[&str]) -> Option<Date> {
        self.date(keys).map(Moment::date)
    }

    fn authors(&mut self) -> Vec<PublishedAuthor> {
        let named = |author: &Value| {
            let name = author.get("id").or(author.get("name")).unwrap_or(author);
            let beside = |keys: [&str; 2]| {
                let value = keys.iter().find_map(|key| author.get(key));
                value.and_then(Value::text).unwrap_or_default().to_string()
            };
            Some(PublishedAuthor {
                name: located(name)?,
                url: http_url(&beside(["url", "link"])).unwrap_or_default(),
                role: beside(["role", "title"]),
                bio: beside(["bio", "description"]),
            })
        };
        let authors = self.found_names(AUTHORS).map_or(&[][..], Value::elements);
        let authors = authors.iter().filter(|author| !author.is_empty());
        authors
            .filter_map(|author| self.or_error(named(author), author, "an author's id or name"))
            .collect()
    }

    fn aliases(&mut self) -> Vec<Located> {
        let mut aliases = Vec::new();
        let listed = self.find(ALIASES).map_or(&[][..], Value::elements);
        for alias in listed.iter().filter(|alias| !alias.is_empty()) {
            let path = alias.text().and_then(old_path).map(|text| Located {
                text,
                position: alias.position,
            });
            aliases.extend(self.or_error(path, alias, "a path of this site, such as `/old/post/`"));
        }
        aliases
    }

    fn tags(&mut self) -> Vec<String> {
        let values = |keys: &[&str]| -> Vec<&'a Value> {
            keys.iter()
                .filter_map(|key| self.found_names(&[*key]))
                .collect()
        };
        // Under the latter a line is one name, whatever stands in it.
        let (lines, names) = (
            values(&["tags", "categories"]),
            values(&["tag", "category"]),
        );
        let of_names = names.into_iter().flat_map(tags_of_list);
        let found: Vec<_> = lines
            .into_iter()
            .flat_map(tags_of)
            .chain(of_names)
            .collect();
        let mut tags = Vec::new();
        for tag in found {
            match tag {
                Ok(tag) => tags.push(tag),
                Err(value) => self.error(
                    value.position,
                    "this value is not the name of a tag",
                    "write one word or phrase",
                ),
            }
        }
        tags.retain(|tag| !tag.is_empty());
        tags
    }

    fn categories(&self) -> Vec<String> {
        let line = self
            .found_names(&["categories"])
            .map(tags_of)
            .unwrap_or_default();
        let name = self
            .found_names(&["category"])
            .map(tags_of_list)
            .unwrap_or_default();
        line.into_iter()
            .chain(name)
            .flatten()
            .filter(|name| !name.is_empty())
            .collect()
    }

    /// Hugo's series are a list; an article of ours has its place in one.
    fn series(&mut self) -> Option<Located> {
        let mut listed = self.found_names(&["series"])?.elements().iter();
        let series = listed.find(|series| !series.is_empty())?;
        let name = series.get("name").or(series.get("title")).unwrap_or(series);
        self.or_error(located(name), name, "the name of a series")
    }

    fn lang(&mut self, of_file: String) -> String {
        let Some(lang) = self.located(LANGUAGE) else {
            return of_file;
        };
        let text = lang.text.replace('_', "-");
        let lang = Located { text, ..lang };
        if !is_language(&lang.text) {
            let what = ["`", &lang.text, "` is not the code of a language"].concat();
            self.error(lang.position, &what, "write a code such as `en` or `pt-BR`");
        }
        lang.text
    }

    fn canonical_url(&mut self) -> String {
        let Some(url) = self.located(CANONICAL_URL) else {
            return String::new();
        };
        http_url(&url.text).unwrap_or_else(|| {
            let what = ["`", &url.text, "` is not an absolute URL"].concat();
            self.error(url.position, &what, "write one that begins with `https://`");
            String::new()
        })
    }
}
