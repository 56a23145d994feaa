//! Where the other pages were under the system that a blog was written for: lists of tags and categories, sections.

use super::entry::Entry;
use super::tags::Tag;
use crate::build::options::project::System;
use crate::route::{ATOM_FEED, RSS_FEED, Route};
use std::collections::BTreeSet;

/// An address of a page that is none of an article: below the site's root, and what is there now.
pub struct OldPage {
    pub address: String,
    pub route: Route,
}

/// All of them. Those at which there is such a page now are none.
pub fn old_pages(system: System, articles: &[Entry], tags: &[Tag]) -> Vec<OldPage> {
    let mut pages = Vec::new();
    if system == System::Recto {
        return pages;
    }
    let categories: BTreeSet<&str> = articles
        .iter()
        .flat_map(|entry| &entry.source.front_matter.categories)
        .map(String::as_str)
        .collect();
    let taxonomies = taxonomies(system);
    for tag in tags {
        let name = &tag.term.name;
        let is_category = categories
            .iter()
            .any(|category| category.eq_ignore_ascii_case(name));
        for &(folder, of_categories) in taxonomies {
            if is_category || !of_categories {
                let address = [folder, "/", &segment(name), "/"].concat();
                let route = Route::tag(&tag.term.slug);
                pages.push(OldPage { address, route });
            }
        }
    }
    for &(folder, of_categories) in taxonomies {
        if !of_categories || !categories.is_empty() {
            let address = [folder, "/"].concat();
            let route = Route::Tags;
            pages.push(OldPage { address, route });
        }
    }
    pages.extend(sections(articles));
    pages.retain(|page| page.address != page.route.path());
    pages
}

/// Addresses of feeds, and those of the feeds that hold the same now.
pub fn old_feeds(system: System, articles: &[Entry], tags: &[Tag]) -> Vec<(String, String)> {
    let feed = |folder: &str, file: &str| [folder, file].concat();
    match system {
        System::Recto | System::Astro => Vec::new(),
        System::Jekyll => vec![("feed.xml".into(), ATOM_FEED.into())],
        System::Hugo => {
            let mut feeds = vec![("index.xml".into(), RSS_FEED.into())];
            let pages = old_pages(system, articles, tags).into_iter();
            for page in pages.chain(tag_pages(tags)) {
                let folder = page.route.feed_folder().unwrap_or_default();
                feeds.push((feed(&page.address, "index.xml"), feed(&folder, RSS_FEED)));
            }
            feeds
        }
        System::Zola => {
            let sections = sections(articles).into_iter().map(|page| page.address);
            let both = sections.flat_map(|folder| {
                [ATOM_FEED, RSS_FEED].map(|file| (feed(&folder, file), file.into()))
            });
            both.collect()
        }
    }
}

/// Tags whose pages are where they were.
fn tag_pages(tags: &[Tag]) -> impl Iterator<Item = OldPage> {
    tags.iter().map(|tag| {
        let route = Route::tag(&tag.term.slug);
        let address = route.path();
        OldPage { address, route }
    })
}

/// Folders with lists of terms, and whether they are those of categories.
fn taxonomies(system: System) -> &'static [(&'static str, bool)] {
    match system {
        System::Recto => &[],
        System::Hugo | System::Zola => &[("tags", false), ("categories", true)],
        System::Jekyll => &[("tag", false), ("category", true), ("categories", true)],
        System::Astro => &[("tags", false)],
    }
}

/// A term in an address: small letters, hyphens for spaces.
fn segment(name: &str) -> String {
    name.to_lowercase().replace([' ', '/'], "-")
}

/// The folders that addresses of articles lie in, but for years and the like.
fn sections(articles: &[Entry]) -> Vec<OldPage> {
    let addresses = articles
        .iter()
        .filter_map(|entry| entry.source.addresses.first());
    let folders = addresses.filter_map(|address| {
        let folder = address.trim_end_matches('/').rsplit_once('/')?.0;
        let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        (!folder.split('/').any(is_number)).then(|| [folder, "/"].concat())
    });
    let folders: BTreeSet<String> = folders.collect();
    let page = |address| OldPage {
        address,
        route: Route::Archive,
    };
    folders.into_iter().map(page).collect()
}
