//! Feeds: the newest articles with their whole text, as Atom, RSS and JSON; for the site, and for each tag, author and
//! series.
//!
//! 1. `Series` finds the articles that belong together; tags and authors know theirs already.
//! 2. `absolute` makes an article's HTML readable anywhere: every URL in it gets the site's host. Once for all feeds.
//! 3. `atom`, `rss` and `json` write the same [`Feed`], each in its own terms.

mod absolute;
mod atom;
mod json;
mod rss;
mod series;

use absolute::absolute;
pub use series::Series;

use crate::build::enrich::rendering::Enriched;
use crate::build::model::library::Library;
use crate::build::store::output::Outputs;
use crate::content::{article::Article, moment::Moment, site::Site};
use crate::route::{ATOM_FEED, JSON_FEED, RSS_FEED, Route};
use rayon::prelude::*;
use serde::Serialize;
use std::sync::LazyLock;

/// Articles in one feed.
const MOST: usize = 20;

/// A list of articles that readers can follow.
struct Feed<'a> {
    site: &'a Site,
    title: String,
    description: &'a str,
    /// Absolute URL of the page that lists the same.
    page: String,
    /// Absolute URL of the folder that the feed's files lie in.
    folder: String,
    items: Vec<&'a Item<'a>>,
}

/// An article in a feed.
struct Item<'a> {
    article: &'a Article,
    /// Absolute.
    url: String,
    /// The description, or the text's beginning.
    summary: &'a str,
    html: String,
}

/// A link as Atom has it; RSS borrows it.
#[derive(Serialize)]
struct Link<'a> {
    #[serde(rename = "@rel")]
    rel: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@href")]
    href: &'a str,
}

/// Adds the files of every feed. `enriched` stands in the order of the library's articles.
pub fn add(library: &Library, enriched: &[Enriched], series: &Series, outputs: &mut Outputs) {
    let site = &library.site;
    let items: Vec<LazyLock<Item, _>> = (library.articles.iter().zip(enriched))
        .map(|(entry, enriched)| LazyLock::new(|| item(site, &entry.article, enriched)))
        .collect();
    let everything: Vec<usize> = (0..items.len()).collect();
    let mut lists = vec![(String::new(), Route::HOME, "", &everything)];
    lists.extend(library.tags.iter().map(|tag| {
        let route = Route::tag(&tag.term.slug);
        (route.path(), route, tag.term.name.as_str(), &tag.articles)
    }));
    lists.extend(library.authors.iter().map(|writer| {
        let route = Route::author(&writer.author.id);
        (
            route.path(),
            route,
            writer.author.name.as_str(),
            &writer.articles,
        )
    }));
    lists.extend(series.iter().map(|part| {
        let first = part.articles.last().copied().unwrap_or_default();
        let route = Route::article(&library.articles[first].article.slug);
        (part.folder.clone(), route, part.name, &part.articles)
    }));
    let files = lists
        .into_par_iter()
        .flat_map(|(folder, page, name, places)| {
            let feed = Feed {
                site,
                title: title(site, name),
                description: if name.is_empty() {
                    &site.description
                } else {
                    ""
                },
                page: site.page_url(&page),
                folder: site.base_url.clone() + &folder,
                items: places
                    .iter()
                    .take(MOST)
                    .map(|&place| &*items[place])
                    .collect(),
            };
            let written = [
                (ATOM_FEED, atom::write(&feed)),
                (RSS_FEED, rss::write(&feed)),
                (JSON_FEED, json::write(&feed)),
            ];
            written.map(|(file, text)| ([&folder, file].concat(), text))
        });
    for (path, text) in files.collect::<Vec<_>>() {
        outputs.insert(path, text);
    }
}

/// What a feed is called: `rust · A Blog`.
pub fn title(site: &Site, name: &str) -> String {
    match name.is_empty() {
        true => site.title.clone(),
        false => [name, " · ", &site.title].concat(),
    }
}

fn item<'a>(site: &Site, article: &'a Article, enriched: &'a Enriched) -> Item<'a> {
    let rendered = &enriched.rendering.rendered;
    let url = site.page_url(&Route::article(&article.slug));
    Item {
        article,
        summary: match article.description.is_empty() {
            true => &rendered.excerpt,
            false => &article.description,
        },
        html: absolute(&rendered.html, site.origin(), &url),
        url,
    }
}

impl Feed<'_> {
    /// Absolute URL of the feed itself.
    fn url(&self, file: &str) -> String {
        [&self.folder, file].concat()
    }

    fn updated(&self) -> Option<Moment> {
        self.items.iter().filter_map(|item| item.updated()).max()
    }
}

impl Item<'_> {
    fn updated(&self) -> Option<Moment> {
        self.article.updated.or(self.article.published)
    }

    /// BCP 47, where it is not the site's.
    fn language(&self) -> Option<&str> {
        Some(self.article.lang.as_str()).filter(|lang| !lang.is_empty())
    }
}
