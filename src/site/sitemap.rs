//! `sitemap.xml`, the list of pages for search engines, and the `robots.txt` that names it.

use super::xml;
use crate::content::date::Date;
use serde::Serialize;

/// A page in the sitemap.
#[derive(Serialize)]
pub struct Page {
    /// Absolute URL.
    pub loc: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lastmod: Option<Date>,
}

#[derive(Serialize)]
#[serde(rename = "urlset")]
struct UrlSet {
    #[serde(rename = "@xmlns")]
    namespace: &'static str,
    url: Vec<Page>,
}

pub fn sitemap(pages: Vec<Page>) -> String {
    xml::document(&UrlSet {
        namespace: "http://www.sitemaps.org/schemas/sitemap/0.9",
        url: pages,
    })
}

/// Everybody may read everything.
pub fn robots(base_url: &str) -> String {
    [
        "User-agent: *\nAllow: /\n\nSitemap: ",
        base_url,
        "sitemap.xml\n",
    ]
    .concat()
}
