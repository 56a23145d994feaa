//! `sitemap.xml`, the list of pages for search engines, and the `robots.txt` that names it.

use crate::build::enrich::rendered_site::LoadedSite;
use crate::build::store::output::{Claim, Maker, OutputFiles};
use crate::build::store::xml;
use crate::content::{article::Article, moment::Moment};
use crate::route::{ROBOTS, Route, SITEMAP};
use serde::Serialize;

/// Pages in one file, says the protocol. With more of them, `sitemap.xml` lists files of this size.
const MAX_PAGES: usize = 50_000;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// A page in the sitemap, or a file of pages.
#[derive(Clone, Serialize)]
struct Page {
    /// Absolute URL.
    loc: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    lastmod: Option<Moment>,
}

#[derive(Serialize)]
#[serde(rename = "urlset")]
struct UrlSet<'a> {
    #[serde(rename = "@xmlns")]
    namespace: &'static str,
    url: &'a [Page],
}

#[derive(Serialize)]
#[serde(rename = "sitemapindex")]
struct SitemapIndex {
    #[serde(rename = "@xmlns")]
    namespace: &'static str,
    sitemap: Vec<Page>,
}

/// The sitemap, and a `robots.txt` by which everybody may read everything.
pub fn sitemap(loaded: &LoadedSite) -> OutputFiles {
    let base_url = &loaded.site.base_url;
    let mut made = OutputFiles::of(Maker::part("the sitemap"));
    for (path, text) in files(base_url, &pages(loaded)) {
        made.insert(path, text);
    }
    let robots = format!("User-agent: *\nAllow: /\n\nSitemap: {base_url}{SITEMAP}\n");
    made.insert_as(Claim::Fallback, ROBOTS, robots);
    made
}

/// The pages that have an address of their own, without the later pages of lists.
fn pages(loaded: &LoadedSite) -> Vec<Page> {
    let page = |route: Route, lastmod: Option<Moment>| Page {
        loc: loaded.site.page_url(&route),
        lastmod,
    };
    let changed = |article: &Article| article.updated.or(article.published);
    let latest = |articles: &[usize]| {
        let articles = articles.iter().map(|index| &loaded.articles[*index]);
        articles.filter_map(|entry| changed(&entry.article)).max()
    };
    let of_all = (loaded.articles.iter()).filter_map(|entry| changed(&entry.article));
    let of_all = of_all.max();
    let fixed = [Route::HOME, Route::Archive, Route::Tags, Route::Authors];
    // An article that first appeared elsewhere is to be found there.
    let own = loaded.texts().filter(|entry| {
        entry.article.canonical_url.is_empty() && entry.source.front_matter.is_indexed
    });
    let texts = own.map(|entry| page(entry.source.route(), changed(&entry.article)));
    let lists = loaded
        .lists()
        .map(|(route, articles)| page(route, latest(articles)));
    (fixed.map(|route| page(route, of_all)).into_iter())
        .chain(texts)
        .chain(lists)
        .chain([page(Route::Embed, None)])
        .collect()
}

fn files(base_url: &str, pages: &[Page]) -> Vec<(String, String)> {
    let set = |url| {
        xml::document(&UrlSet {
            namespace: NAMESPACE,
            url,
        })
    };
    if pages.len() <= MAX_PAGES {
        return vec![(SITEMAP.into(), set(pages))];
    }
    let mut sitemap = Vec::new();
    let mut files = Vec::new();
    for (index, pages) in pages.chunks(MAX_PAGES).enumerate() {
        let path = ["sitemap-", &(index + 1).to_string(), ".xml"].concat();
        sitemap.push(Page {
            loc: [base_url, &path].concat(),
            lastmod: pages.iter().filter_map(|page| page.lastmod).max(),
        });
        files.push((path, set(pages)));
    }
    let index = SitemapIndex {
        namespace: NAMESPACE,
        sitemap,
    };
    files.push((SITEMAP.into(), xml::document(&index)));
    files
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::date::Date;
    use roxmltree::Document;

    fn locations(text: &str, root: &str) -> Vec<String> {
        let document = Document::parse(text).unwrap();
        assert_eq!(document.root_element().tag_name().name(), root);
        let nodes = document.descendants();
        nodes
            .filter(|node| node.tag_name().name() == "loc")
            .map(|node| node.text().unwrap().to_string())
            .collect()
    }

    #[test]
    fn more_pages_than_one_file_may_hold_are_split() {
        let page = |number: usize| Page {
            loc: format!("https://b.example/{number}"),
            lastmod: Date::parse(if number == 50_000 {
                "2024-05-02"
            } else {
                "2024-05-01"
            })
            .map(Moment::from),
        };
        let pages: Vec<Page> = (0..50_001).map(page).collect();
        let whole = files("https://b.example/", &pages[..50_000]);
        assert_eq!(whole.len(), 1);
        assert_eq!(locations(&whole[0].1, "urlset").len(), 50_000);

        let split = files("https://b.example/", &pages);
        let (index, parts) = split.split_last().unwrap();
        assert_eq!(index.0, "sitemap.xml");
        let named = locations(&index.1, "sitemapindex");
        assert_eq!(
            named,
            [
                "https://b.example/sitemap-1.xml",
                "https://b.example/sitemap-2.xml"
            ]
        );
        assert!(index.1.contains("2024-05-02"));
        let listed: Vec<String> = parts
            .iter()
            .flat_map(|(_, text)| locations(text, "urlset"))
            .collect();
        assert_eq!(listed.len(), 50_001);
        assert_eq!(parts[1].0, "sitemap-2.xml");
    }
}
