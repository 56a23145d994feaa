//! A feed as JSON Feed 1.1.

use super::{Feed, Item};
use crate::build::store::json::json as to_json;
use crate::content::{moment::Moment, site::Site};
use crate::route::{JSON_FEED, Route};
use serde::Serialize;

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    language: &'a str,
    items: Vec<JsonItem<'a>>,
}

#[derive(Serialize)]
struct JsonItem<'a> {
    id: &'a str,
    url: &'a str,
    /// Where the article first appeared.
    #[serde(skip_serializing_if = "str::is_empty")]
    external_url: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    summary: &'a str,
    content_html: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Author<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    avatar: Option<String>,
}

pub fn write(feed: &Feed) -> Vec<u8> {
    let items = feed.items.iter().map(|entry| item(feed.site, entry));
    let feed = JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        home_page_url: &feed.page,
        feed_url: feed.url(JSON_FEED),
        description: feed.description,
        language: &feed.site.language,
        items: items.collect(),
    };
    to_json(&feed)
}

fn item<'a>(site: &Site, item: &'a Item) -> JsonItem<'a> {
    let article = item.article;
    let authors = article.authors.iter().map(|author| Author {
        name: &author.name,
        url: site.page_url(&Route::author(&author.id)),
        avatar: Some(site.absolute(&author.avatar)).filter(|url| !url.is_empty()),
    });
    let tags = article.tags.iter();
    JsonItem {
        id: &item.url,
        url: &item.url,
        external_url: &article.canonical_url,
        title: &article.title,
        summary: item.summary,
        content_html: &item.html,
        image: article
            .cover
            .as_ref()
            .map(|cover| site.absolute(&cover.src)),
        date_published: article.published.map(Moment::rfc_3339),
        date_modified: item.updated().map(Moment::rfc_3339),
        authors: authors.collect(),
        tags: tags.map(|tag| tag.name.as_str()).collect(),
        language: item.language(),
    }
}
