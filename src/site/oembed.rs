//! `oembed.json` beside each article: what other sites need to show a link to it as a card (oEmbed 1.0).

use crate::content::article::{Article, Image};
use crate::content::site::Site;
use crate::route::Route;
use serde::Serialize;

#[derive(Serialize)]
struct OEmbed<'a> {
    version: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    author_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author_url: Option<String>,
    provider_name: &'a str,
    provider_url: &'a str,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    thumbnail: Option<Thumbnail>,
}

/// All three or none, says the specification.
#[derive(Serialize)]
struct Thumbnail {
    thumbnail_url: String,
    thumbnail_width: u32,
    thumbnail_height: u32,
}

/// `image` is what other sites show of the article.
pub fn oembed(site: &Site, article: &Article, image: Option<&Image>) -> Vec<u8> {
    let author = article.authors.first();
    let thumbnail = image.and_then(|image| {
        Some(Thumbnail {
            thumbnail_url: site.absolute(&image.src),
            thumbnail_width: image.width?,
            thumbnail_height: image.height?,
        })
    });
    let oembed = OEmbed {
        version: "1.0",
        kind: "link",
        title: &article.title,
        author_name: author.map(|author| author.name.as_str()),
        author_url: author.map(|author| site.page_url(&Route::author(&author.id))),
        provider_name: &site.title,
        provider_url: &site.base_url,
        thumbnail,
    };
    // No value of ours fails to serialise: its keys are texts.
    serde_json::to_vec(&oembed).unwrap_or_default()
}
