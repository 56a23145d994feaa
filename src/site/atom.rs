//! `atom.xml`: the newest articles as an Atom feed (RFC 4287).

use super::xml;
use crate::content::{article::Article, date::Date, site::Site};
use crate::route::{ATOM_FEED, Route};
use serde::Serialize;

/// Articles in the feed.
const MOST: usize = 20;

#[derive(Serialize)]
#[serde(rename = "feed")]
struct Feed<'a> {
    #[serde(rename = "@xmlns")]
    namespace: &'static str,
    #[serde(rename = "@xml:lang")]
    language: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    subtitle: &'a str,
    id: &'a str,
    updated: String,
    link: [Link; 2],
    generator: &'static str,
    entry: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Link {
    #[serde(rename = "@rel")]
    rel: &'static str,
    #[serde(rename = "@href")]
    href: String,
}

#[derive(Serialize)]
struct Entry<'a> {
    title: &'a str,
    id: String,
    link: Link,
    published: String,
    updated: String,
    author: Vec<Person<'a>>,
    category: Vec<Category<'a>>,
    #[serde(skip_serializing_if = "str::is_empty")]
    summary: &'a str,
}

#[derive(Serialize)]
struct Person<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    uri: &'a str,
}

#[derive(Serialize)]
struct Category<'a> {
    #[serde(rename = "@term")]
    term: &'a str,
    #[serde(rename = "@label")]
    label: &'a str,
}

/// `articles` are the newest first.
pub fn feed<'a>(site: &'a Site, articles: impl Iterator<Item = &'a Article>) -> String {
    let newest: Vec<&Article> = articles.take(MOST).collect();
    let updated = newest
        .iter()
        .filter_map(|article| article.updated.or(article.published))
        .max();
    xml::document(&Feed {
        namespace: "http://www.w3.org/2005/Atom",
        language: &site.language,
        title: &site.title,
        subtitle: &site.description,
        id: &site.base_url,
        updated: timestamp(updated),
        link: [
            Link {
                rel: "self",
                href: site.base_url.clone() + ATOM_FEED,
            },
            Link {
                rel: "alternate",
                href: site.base_url.clone(),
            },
        ],
        generator: "Recto",
        entry: newest
            .into_iter()
            .map(|article| entry(site, article))
            .collect(),
    })
}

fn entry<'a>(site: &'a Site, article: &'a Article) -> Entry<'a> {
    let url = site.base_url.clone() + &Route::article(&article.slug).path();
    // An entry must have an author: where none is known, the site itself.
    let mut author: Vec<Person> = article
        .authors
        .iter()
        .map(|author| Person {
            name: &author.name,
            uri: &author.url,
        })
        .collect();
    if author.is_empty() {
        author.push(Person {
            name: &site.title,
            uri: "",
        });
    }
    Entry {
        title: &article.title,
        id: url.clone(),
        link: Link {
            rel: "alternate",
            href: url,
        },
        published: timestamp(article.published),
        updated: timestamp(article.updated.or(article.published)),
        author,
        category: article
            .tags
            .iter()
            .map(|tag| Category {
                term: &tag.slug,
                label: &tag.name,
            })
            .collect(),
        summary: &article.description,
    }
}

/// Midnight, since articles are dated by the day.
fn timestamp(date: Option<Date>) -> String {
    let date = date.unwrap_or(Date {
        year: 1970,
        month: 1,
        day: 1,
    });
    [&date.to_string(), "T00:00:00Z"].concat()
}
