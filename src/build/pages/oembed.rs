//! Beside each article and page, what other sites need to show a link to it (oEmbed 1.0): `oembed.json`, which the page
//! names, brings the card of an article or the whole page, in a frame; `oembed-link.json` only says what the link is.

use super::embed_code::{CARD_HEIGHT, CARD_WIDTH, quoted};
use crate::build::store::json::json;
use crate::build::store::output::Contents;
use crate::components::embed::EmbedKind;
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
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    rich: Option<Rich>,
}

/// All three are needed, says the specification. In CSS pixels.
#[derive(Serialize)]
struct Rich {
    html: String,
    width: u32,
    height: u32,
}

/// All three or none, says the specification.
#[derive(Serialize)]
struct Thumbnail {
    thumbnail_url: String,
    thumbnail_width: u32,
    thumbnail_height: u32,
}

/// Paths below `dist/`, and what lies there. `kind` is what the frame shows, `image` what other sites show of the article.
pub fn files(
    site: &Site,
    kind: &EmbedKind,
    article: &Article,
    image: Option<&Image>,
) -> Vec<(String, Contents)> {
    // WordPress shows the quotation until the frame has told its height, and allows no more than this.
    let rich = Rich {
        html: quoted(site, kind, &article.title),
        width: CARD_WIDTH,
        height: CARD_HEIGHT,
    };
    let route = kind.route();
    let [rich_path, link_path] = [route.oembed_path(), route.oembed_link_path()];
    let files = [(rich_path, Some(rich)), (link_path, None)].into_iter();
    let files =
        files.filter_map(|(path, rich)| Some((path?, oembed(site, article, image, rich).into())));
    files.collect()
}

fn oembed(site: &Site, article: &Article, image: Option<&Image>, rich: Option<Rich>) -> Vec<u8> {
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
        kind: if rich.is_some() { "rich" } else { "link" },
        title: &article.title,
        author_name: author.map(|author| author.name.as_str()),
        author_url: author.map(|author| site.page_url(&Route::author(&author.id))),
        provider_name: &site.title,
        provider_url: &site.base_url,
        thumbnail,
        rich,
    };
    json(&oembed)
}
