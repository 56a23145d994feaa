//! What Recto knows of a head, under each of the names that other systems gave it.

use super::head::{Head, Located, located};
use super::value::{Kind, Value};
use crate::content::date::Date;
use crate::markdown::{UrlUse, clean_url};
use crate::site::problem::Problems;

/// The facts of one article. Texts that are missing are empty.
#[derive(Clone, Debug)]
pub struct FrontMatter {
    pub title: String,
    pub description: String,
    pub published: Date,
    pub updated: Option<Date>,
    pub authors: Vec<PublishedAuthor>,
    pub tags: Vec<String>,
    pub slug: Option<Located>,
    pub series: Option<Located>,
    pub series_order: Option<u32>,
    pub cover: Option<Cover>,
    pub lang: String,
    pub canonical_url: String,
    pub reaction_counts: Vec<(Located, u32)>,
}

/// An author as an article names them: an id or a name, and the link that some systems put beside it.
#[derive(Clone, Debug)]
pub struct PublishedAuthor {
    pub name: Located,
    pub url: String,
}

#[derive(Clone, Debug)]
pub struct Cover {
    pub src: Located,
    pub alt: String,
    pub caption: String,
}

const TITLE: &[&str] = &["title"];
const DESCRIPTION: &[&str] = &["description", "summary", "excerpt", "deck"];
const PUBLISHED: &[&str] = &["date", "pubDatetime", "published", "pubDate"];
const UPDATED: &[&str] = &[
    "updated",
    "lastmod",
    "modDatetime",
    "modified",
    "updatedDate",
];
const AUTHORS: &[&str] = &["authors", "author"];
const COVER: &[&str] = &["cover", "image", "heroImage", "feature_image", "ogImage"];
const COVER_SRC: &[&str] = &["src", "image", "url"];
const COVER_ALT: &[&str] = &[
    "cover_alt",
    "coverAlt",
    "image_alt",
    "imageAlt",
    "heroImageAlt",
    "feature_image_alt",
];
const CANONICAL_URL: &[&str] = &["canonical_url", "canonicalURL"];
const SERIES_ORDER: &[&str] = &["series_order", "seriesOrder"];
const REACTION_COUNTS: &[&str] = &["reaction_counts", "reactions"];

impl FrontMatter {
    /// Whether the article is not to be published yet, whatever its date.
    pub fn is_draft(head: &Value) -> bool {
        let says = |key: &str, text: &str| head.get(key).and_then(Value::text) == Some(text);
        // The second is Jekyll's way.
        says("draft", "true") || says("published", "false")
    }

    /// Nothing where a title or a date is missing or cannot be read; each problem is told.
    pub fn read(path: &str, head: &Value, problems: &mut Problems) -> Option<Self> {
        let mut head = Head {
            path,
            head,
            problems,
        };
        let (title, published) = (head.title(), head.published());
        // In this order: a title or a date that is missing does not keep the other problems from being told.
        Some(Self {
            description: head.text(DESCRIPTION),
            updated: head.date(UPDATED),
            authors: head.authors(),
            tags: head.tags(),
            slug: head.located(&["slug"]),
            series: head.series(),
            series_order: head.number(SERIES_ORDER),
            cover: head.cover(),
            lang: head.lang(),
            canonical_url: head.canonical_url(),
            reaction_counts: head.reaction_counts(),
            title: title?,
            published: published?,
        })
    }
}

impl<'a> Head<'a> {
    fn title(&mut self) -> Option<String> {
        let is_empty = |value: &Value| value.text() == Some("");
        if self.find(TITLE).is_none_or(is_empty) {
            self.error(
                self.head.position,
                "the article has no title",
                "add a line such as `title: A Good Title`",
            );
            return None;
        }
        self.located(TITLE).map(|title| title.text)
    }

    fn published(&mut self) -> Option<Date> {
        if self.find(PUBLISHED).is_none() {
            self.error(
                self.head.position,
                "the article has no date",
                "add a line such as `date: 2026-04-01`",
            );
        }
        self.date(PUBLISHED)
    }

    fn authors(&mut self) -> Vec<PublishedAuthor> {
        let named = |author: &Value| {
            let name = author.get("id").or(author.get("name")).unwrap_or(author);
            let url = author
                .get("url")
                .and_then(Value::text)
                .and_then(http_url)
                .unwrap_or_default();
            Some(PublishedAuthor {
                name: located(name)?,
                url,
            })
        };
        let authors = self.find(AUTHORS).map_or(&[][..], Value::elements);
        authors
            .iter()
            .filter_map(|author| self.or_error(named(author), author, "an author's id or name"))
            .collect()
    }

    fn tags(&mut self) -> Vec<String> {
        let lists: Vec<&Value> = ["tags", "categories"]
            .iter()
            .filter_map(|key| self.find(&[*key]))
            .collect();
        let mut tags = Vec::new();
        for tag in lists.into_iter().flat_map(single_tags) {
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
        let src = match cover.kind {
            Kind::Table(_) => COVER_SRC.iter().find_map(|key| cover.get(key))?,
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

/// The tags of a list, or of Jekyll's line of words, or of a line with commas.
fn single_tags(list: &Value) -> Vec<Result<String, &Value>> {
    let line = match &list.kind {
        Kind::Text(line) => line,
        _ => {
            return list
                .elements()
                .iter()
                .map(|tag| tag.text().map(String::from).ok_or(tag))
                .collect();
        }
    };
    let separator: fn(char) -> bool = if line.contains(',') {
        |c| c == ','
    } else {
        char::is_whitespace
    };
    line.split(separator)
        .map(|tag| Ok(tag.trim().into()))
        .collect()
}

fn http_url(text: &str) -> Option<String> {
    let url = clean_url(text, UrlUse::Media)?;
    let absolute = ["https://", "http://"].iter().any(|scheme| {
        url.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    absolute.then(|| url.into_owned())
}

/// The shape of a BCP 47 tag: subtags of at most eight letters and digits, the first of letters alone.
pub fn is_language(text: &str) -> bool {
    let is_subtag = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    text.split('-').all(is_subtag) && text.starts_with(|first: char| first.is_ascii_alphabetic())
}
