//! A feed as Atom (RFC 4287).

use super::{Feed, Item, Link};
use crate::build::store::xml;
use crate::content::{date::Date, moment::Moment};
use crate::route::ATOM_FEED;
use serde::Serialize;

#[derive(Serialize)]
#[serde(rename = "feed")]
struct AtomFeed<'a> {
    #[serde(rename = "@xmlns")]
    namespace: &'static str,
    #[serde(rename = "@xml:lang")]
    language: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    subtitle: &'a str,
    id: &'a str,
    updated: String,
    link: [Link<'a>; 2],
    generator: &'static str,
    entry: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    #[serde(rename = "@xml:lang", skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    title: &'a str,
    id: &'a str,
    link: Link<'a>,
    published: String,
    updated: String,
    author: Vec<Person<'a>>,
    category: Vec<Category<'a>>,
    #[serde(skip_serializing_if = "str::is_empty")]
    summary: &'a str,
    content: Content<'a>,
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

#[derive(Serialize)]
struct Content<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "$text")]
    html: &'a str,
}

pub fn write(feed: &Feed) -> String {
    let itself = feed.url(ATOM_FEED);
    xml::document(&AtomFeed {
        namespace: "http://www.w3.org/2005/Atom",
        language: &feed.site.language,
        title: &feed.title,
        subtitle: feed.description,
        id: &feed.page,
        updated: timestamp(feed.updated()),
        link: [
            Link {
                rel: "self",
                kind: "application/atom+xml",
                href: &itself,
            },
            page(&feed.page),
        ],
        generator: "Recto",
        entry: feed.items.iter().map(|item| entry(feed, item)).collect(),
    })
}

fn entry<'a>(feed: &'a Feed, item: &'a Item) -> Entry<'a> {
    let article = item.article;
    let authors = article.authors.iter();
    let mut author: Vec<Person> = authors
        .map(|author| Person {
            name: &author.name,
            uri: &author.url,
        })
        .collect();
    // An entry must have an author: where none is known, the site itself.
    if author.is_empty() {
        author.push(Person {
            name: &feed.site.title,
            uri: "",
        });
    }
    let tags = article.tags.iter().map(|tag| Category {
        term: &tag.slug,
        label: &tag.name,
    });
    Entry {
        language: item.language(),
        title: &article.title,
        id: &item.url,
        link: page(&item.url),
        published: timestamp(article.published),
        updated: timestamp(item.updated()),
        author,
        category: tags.collect(),
        summary: item.summary,
        content: Content {
            kind: "html",
            html: &item.html,
        },
    }
}

fn page(url: &str) -> Link<'_> {
    Link {
        rel: "alternate",
        kind: "text/html",
        href: url,
    }
}

/// Midnight, where no time is known.
fn timestamp(moment: Option<Moment>) -> String {
    moment.unwrap_or(Date::EPOCH.into()).rfc_3339()
}
