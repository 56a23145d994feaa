//! Feeds: the newest articles with their whole text, as Atom, RSS and JSON; for the site, and for each tag, author and
//! series.
//!
//! 1. `absolute` makes an article's HTML readable anywhere: every URL in it gets the site's host. Once for all feeds.
//! 2. `atom`, `rss` and `json` write the same [`Feed`], each in its own terms.

mod absolute;
mod atom;
mod json_feed;
mod rss;

use absolute::absolute;

use crate::build::enrich::rendered_site::{EnrichedArticle, LoadedSite};
use crate::build::store::output::{Claim, Maker, OutputFiles, Outputs};
use crate::content::{article::Article, moment::Moment, site::Site};
use crate::route::{ATOM_FEED, JSON_FEED, RSS_FEED, Route};
use rayon::prelude::*;
use serde::Serialize;
use std::sync::LazyLock;

/// Articles in one feed.
const MAX_ITEMS: usize = 20;

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

/// The same feeds at the addresses that they had under the system that the blog was written for.
pub fn old_feeds(loaded: &LoadedSite, outputs: &Outputs) -> OutputFiles {
    let mut files = OutputFiles::of(Maker::part("the feeds at old addresses"));
    for (old, now) in &loaded.old_feeds {
        if let Some(feed) = outputs.get(now) {
            files.insert_as(Claim::Fallback, old.as_str(), feed.clone());
        }
    }
    files
}

/// The files of every feed.
pub fn feeds(loaded: &LoadedSite) -> Vec<OutputFiles> {
    let site = &loaded.site;
    let items: Vec<LazyLock<Item, _>> = (loaded.articles.iter())
        .map(|article| LazyLock::new(|| item(site, article)))
        .collect();
    let lists = lists(loaded).into_par_iter();
    let files = lists.map(|list| {
        let articles = list.articles.iter().take(MAX_ITEMS);
        let feed = Feed {
            site,
            title: site.feed_title(list.name),
            description: match list.name.is_empty() {
                true => &site.description,
                false => "",
            },
            page: site.page_url(&list.page),
            folder: site.base_url.clone() + &list.folder,
            items: articles.map(|&index| &*items[index]).collect(),
        };
        let mut files = OutputFiles::of(list.maker);
        files.insert([&list.folder, ATOM_FEED].concat(), atom::write(&feed));
        files.insert([&list.folder, RSS_FEED].concat(), rss::write(&feed));
        files.insert([&list.folder, JSON_FEED].concat(), json_feed::write(&feed));
        files
    });
    files.collect()
}

/// Articles that have feeds of their own.
struct FeedList<'a> {
    maker: Maker,
    /// Empty for the whole site.
    name: &'a str,
    folder: String,
    page: Route,
    /// Indexes of articles, newest first.
    articles: Vec<usize>,
}

fn lists(loaded: &LoadedSite) -> Vec<FeedList<'_>> {
    let list = |maker, name, page: Route, articles: &[usize]| FeedList {
        maker,
        name,
        folder: page.path(),
        page,
        articles: articles.to_vec(),
    };
    let everything: Vec<usize> = (0..loaded.articles.len()).collect();
    let whole = list(
        Maker::part("the site's feeds"),
        "",
        Route::HOME,
        &everything,
    );
    let tags = loaded.tags.iter().map(|tag| {
        let (name, page) = (tag.term.name.as_str(), Route::tag(&tag.term.slug));
        list(
            Maker::named("feeds of the tag", name),
            name,
            page,
            &tag.articles,
        )
    });
    let authors = loaded.authors.iter().map(|writer| {
        let (name, page) = (
            writer.author.name.as_str(),
            Route::author(&writer.author.id),
        );
        list(
            Maker::named("feeds of the author", name),
            name,
            page,
            &writer.articles,
        )
    });
    let series = loaded.series.iter().map(|series| {
        list(
            Maker::named("feeds of the series", &series.name),
            &series.name,
            Route::series(&series.slug),
            &series.articles,
        )
    });
    let sections = loaded.sections.iter().map(|section| {
        list(
            Maker::named("feeds of the section", &section.title),
            &section.title,
            Route::section(&section.path),
            &section.articles,
        )
    });
    [whole]
        .into_iter()
        .chain(tags)
        .chain(authors)
        .chain(series)
        .chain(sections)
        .collect()
}

fn item<'a>(site: &Site, enriched: &'a EnrichedArticle) -> Item<'a> {
    let (article, rendered) = (&enriched.article, &enriched.rendering.rendered);
    let url = site.page_url(&Route::article(&article.slug));
    Item {
        article,
        summary: enriched.description(),
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
