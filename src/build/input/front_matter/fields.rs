//! What Recto knows of a head, under each of the names that other systems gave it.

use super::head::{Head, Located, located};
use super::keys::*;
use super::texts::{http_url, is_language, old_path, tags as tags_of, tags_of_list};
use super::value::{Kind, Value};
use crate::build::diagnostics::problem::Problems;
use crate::content::date::Date;

/// The facts of one article. Texts that are missing are empty.
#[derive(Clone, Debug)]
pub struct FrontMatter {
    pub title: String,
    pub description: String,
    pub published: Date,
    pub updated: Option<Date>,
    /// The first day and the last on which the article is on the site, where they are given.
    pub available: Option<Date>,
    pub expires: Option<Date>,
    pub authors: Vec<PublishedAuthor>,
    pub tags: Vec<String>,
    pub slug: Option<Located>,
    /// Where the article used to be: paths below the base path, such as `old/post/` or `old/post.html`.
    pub aliases: Vec<Located>,
    pub series: Option<Located>,
    pub series_order: Option<u32>,
    pub cover: Option<Cover>,
    pub lang: String,
    pub canonical_url: String,
    pub reaction_counts: Vec<(Located, u32)>,
}

/// What holds where an article's head does not tell: what the name and the place of its file do, or the day of the build.
#[derive(Clone, Debug)]
pub struct FileFacts {
    pub title: Option<String>,
    pub date: Date,
}

/// An author as an article names them: an id or a name, and what some systems put beside it.
#[derive(Clone, Debug)]
pub struct PublishedAuthor {
    pub name: Located,
    pub url: String,
    pub role: String,
    pub bio: String,
}

#[derive(Clone, Debug)]
pub struct Cover {
    pub src: Located,
    pub alt: String,
    pub caption: String,
}

impl FrontMatter {
    /// Whether the article is not to be published yet, whatever its date.
    pub fn is_draft(head: &Value) -> bool {
        let says = |key: &str, text: &str| head.get(key).and_then(Value::text) == Some(text);
        // The second is Jekyll's way.
        says("draft", "true") || says("published", "false")
    }

    /// The authors that a head names, or another system's configuration.
    pub fn authors(head: &Value) -> Vec<PublishedAuthor> {
        let mut problems = Problems::default();
        Head::silent(head, &mut problems).authors()
    }

    /// Whether the head names the day of publication, in whatever form. What does not is a page, not an article.
    pub fn is_dated(head: &Value) -> bool {
        let mut problems = Problems::default();
        let head = Head::silent(head, &mut problems);
        head.find(PUBLISHED).is_some_and(|date| !is_truth(date))
    }

    /// What is missing or cannot be read is told, and left empty.
    pub fn read(path: &str, head: &Value, file: FileFacts, problems: &mut Problems) -> Self {
        let mut head = Head {
            path,
            head,
            problems,
        };
        Self {
            title: head.title(file.title),
            published: head.published(file.date),
            description: head.text(DESCRIPTION),
            updated: head.date(UPDATED),
            available: head.date(AVAILABLE),
            expires: head.date(EXPIRES),
            authors: head.authors(),
            tags: head.tags(),
            slug: head.located(&["slug"]),
            aliases: head.aliases(),
            series: head.series(),
            series_order: head.number(SERIES_ORDER),
            cover: head.cover(),
            lang: head.lang(),
            canonical_url: head.canonical_url(),
            reaction_counts: head.reaction_counts(),
        }
    }
}

impl<'a> Head<'a> {
    fn title(&mut self, of_file: Option<String>) -> String {
        let is_empty = |value: &Value| value.text() == Some("");
        if !self.find(TITLE).is_none_or(is_empty) {
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

    fn published(&mut self, of_file: Date) -> Date {
        match self.find(PUBLISHED) {
            Some(date) if !is_truth(date) => self.date(PUBLISHED).unwrap_or(of_file),
            _ => of_file,
        }
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
        let authors = self.find(AUTHORS).map_or(&[][..], Value::elements);
        authors
            .iter()
            .filter_map(|author| self.or_error(named(author), author, "an author's id or name"))
            .collect()
    }

    /// Jekyll's `permalink`, Hugo's `url` and Zola's `path` say where the article was before it came to Recto.
    fn aliases(&mut self) -> Vec<Located> {
        let mut aliases = Vec::new();
        let listed = self.find(ALIASES).map_or(&[][..], Value::elements);
        for alias in listed {
            let path = alias.text().and_then(old_path).map(|text| Located {
                text,
                position: alias.position,
            });
            aliases.extend(self.or_error(path, alias, "a path of this site, such as `/old/post/`"));
        }
        let own = OLD_PATH.iter().filter_map(|key| self.head.get(key));
        aliases.extend(own.filter_map(|value| {
            Some(Located {
                text: old_path(value.text()?)?,
                position: value.position,
            })
        }));
        aliases
    }

    fn tags(&mut self) -> Vec<String> {
        let values = |keys: &[&str]| -> Vec<&'a Value> {
            keys.iter().filter_map(|key| self.find(&[*key])).collect()
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

    /// Hugo's series are a list; an article of ours has its place in one.
    fn series(&mut self) -> Option<Located> {
        let series = self.find(&["series"])?.elements().first()?;
        self.or_error(located(series), series, "the name of a series")
    }

    fn cover(&mut self) -> Option<Cover> {
        let cover = self.find(COVER)?;
        let src = match &cover.kind {
            Kind::Table(_) => COVER_SRC.iter().find_map(|key| cover.get(key))?,
            Kind::List(images) => images.first()?,
            _ => cover,
        };
        let beside = |key: &str| cover.get(key).and_then(Value::text).map(String::from);
        let alt = beside("alt").unwrap_or_else(|| self.text(COVER_ALT));
        let src = self.or_error(located(src), src, "the path of an image")?;
        Some(Cover {
            src,
            alt,
            caption: beside("caption").unwrap_or_default(),
        })
    }

    fn lang(&mut self) -> String {
        let Some(lang) = self.located(&["lang"]) else {
            return String::new();
        };
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

    fn reaction_counts(&mut self) -> Vec<(Located, u32)> {
        let entries = self.find(REACTION_COUNTS).map_or(&[][..], Value::entries);
        let counts = entries.iter().filter_map(|(id, count)| {
            let number = count.text().and_then(|count| count.parse().ok());
            let number = self.or_error(number, count, "a count")?;
            Some((
                Located {
                    text: id.clone(),
                    position: count.position,
                },
                number,
            ))
        });
        counts.collect()
    }
}

/// Jekyll's `published` may be a truth value instead of a day.
fn is_truth(value: &Value) -> bool {
    matches!(value.text(), Some("true" | "false"))
}
