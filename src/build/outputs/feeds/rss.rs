//! A feed as RSS 2.0, with the whole text in `content:encoded`.

use super::{Feed, Item, Link};
use crate::build::input::date_formats;
use crate::build::store::xml;
use crate::route::RSS_FEED;
use serde::Serialize;

#[derive(Serialize)]
#[serde(rename = "rss")]
struct Rss<'a> {
    #[serde(rename = "@version")]
    version: &'static str,
    #[serde(rename = "@xmlns:atom")]
    atom: &'static str,
    #[serde(rename = "@xmlns:content")]
    content: &'static str,
    #[serde(rename = "@xmlns:dc")]
    dublin_core: &'static str,
    channel: Channel<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Channel<'a> {
    title: &'a str,
    link: &'a str,
    /// RSS wants one, however short.
    description: &'a str,
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_build_date: Option<String>,
    generator: &'static str,
    #[serde(rename = "atom:link")]
    itself: Link<'a>,
    item: Vec<RssItem<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RssItem<'a> {
    title: &'a str,
    link: &'a str,
    guid: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub_date: Option<String>,
    #[serde(rename = "dc:creator")]
    creator: Vec<&'a str>,
    category: Vec<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    #[serde(rename = "content:encoded")]
    content: &'a str,
}

pub fn write(feed: &Feed) -> String {
    let itself = feed.url(RSS_FEED);
    xml::document(&Rss {
        version: "2.0",
        atom: "http://www.w3.org/2005/Atom",
        content: "http://purl.org/rss/1.0/modules/content/",
        dublin_core: "http://purl.org/dc/elements/1.1/",
        channel: Channel {
            title: &feed.title,
            link: &feed.page,
            description: match feed.description.is_empty() {
                true => &feed.title,
                false => feed.description,
            },
            language: &feed.site.language,
            last_build_date: feed.updated().map(date_formats::rfc_2822),
            generator: "Recto",
            itself: Link {
                rel: "self",
                kind: "application/rss+xml",
                href: &itself,
            },
            item: feed.items.iter().map(|entry| item(entry)).collect(),
        },
    })
}

fn item<'a>(item: &'a Item) -> RssItem<'a> {
    let article = item.article;
    let authors = article.authors.iter();
    let tags = article.tags.iter();
    RssItem {
        title: &article.title,
        link: &item.url,
        guid: &item.url,
        pub_date: article.published.map(date_formats::rfc_2822),
        creator: authors.map(|author| author.name.as_str()).collect(),
        category: tags.map(|tag| tag.name.as_str()).collect(),
        description: item.summary,
        content: &item.html,
    }
}
