//! Where the other pages were under the system that a blog was written for: lists of tags and categories, sections.

use super::authors::Writer;
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

/// All of them, with those that are replaced. Those at which there is such a page now are none.
pub fn old_pages(
    system: System,
    articles: &[Entry],
    tags: &[Tag],
    writers: &[Writer],
    replaced: Vec<(String, Route)>,
) -> Vec<OldPage> {
    let mut pages = of_system(system, articles, tags);
    let has_page = |id: &str| writers.iter().any(|writer| writer.author.id == id);
    pages.extend(replaced.into_iter().map(|(address, route)| {
        let route = match route {
            // Who has written nothing has no page.
            Route::Author { id, .. } if !has_page(&id) => Route::Authors,
            route => route,
        };
        OldPage { address, route }
    }));
    pages
}

fn of_system(system: System, articles: &[Entry], tags: &[Tag]) -> Vec<OldPage> {
    let mut pages = Vec::new();
    if system == System::Recto {
        return pages;
    }
    for language in languages(articles) {
        let folder = [&language, "/"].concat();
        let own: Vec<&Entry> = (articles.iter())
            .filter(|entry| is_below(entry, &folder))
            .collect();
        let slugs: BTreeSet<&str> = own
            .iter()
            .flat_map(|entry| &entry.tags)
            .map(|tag| &*tag.slug)
            .collect();
        let tags = tags.iter().filter(|tag| slugs.contains(&*tag.term.slug));
        for page in lists_of_terms(system, &own, tags) {
            let address = [&folder, &*page.address].concat();
            pages.push(OldPage { address, ..page });
        }
        pages.push(OldPage {
            address: folder,
            route: Route::HOME,
        });
    }
    let own: Vec<&Entry> = articles.iter().collect();
    pages.extend(lists_of_terms(system, &own, tags.iter()));
    pages.extend(sections(system, articles));
    let mut seen = BTreeSet::new();
    pages.retain(|page| page.address != page.route.path() && seen.insert(page.address.clone()));
    pages
}

/// The pages of tags and categories that these articles have, and the lists of them.
fn lists_of_terms<'a>(
    system: System,
    articles: &[&Entry],
    tags: impl Iterator<Item = &'a Tag>,
) -> Vec<OldPage> {
    let mut pages = Vec::new();
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
    pages
}

/// Languages that a folder of articles was named after.
fn languages(articles: &[Entry]) -> BTreeSet<String> {
    let addresses = (articles.iter()).filter_map(|entry| entry.source.addresses.first());
    let folders = addresses.filter_map(|address| Some(address.split_once('/')?.0));
    let folders: BTreeSet<&str> = folders.collect();
    let languages = articles.iter().map(|entry| &entry.source.front_matter.lang);
    let has_folder = |language: &&String| !language.is_empty() && folders.contains(&***language);
    languages.filter(has_folder).cloned().collect()
}

fn is_below(entry: &Entry, folder: &str) -> bool {
    (entry.source.addresses.first()).is_some_and(|address| address.starts_with(folder))
}

/// Addresses of feeds, and those of the feeds that hold the same now.
pub fn old_feeds(system: System, articles: &[Entry], tags: &[Tag]) -> Vec<(String, String)> {
    let feed = |folder: &str, file: &str| [folder, file].concat();
    match system {
        System::Recto | System::Astro => Vec::new(),
        System::Jekyll => vec![("feed.xml".into(), ATOM_FEED.into())],
        System::Hugo => {
            let mut feeds = vec![("index.xml".into(), RSS_FEED.into())];
            let pages = of_system(system, articles, tags).into_iter();
            for page in pages.chain(tag_pages(tags)) {
                let folder = page.route.feed_folder().unwrap_or_default();
                feeds.push((feed(&page.address, "index.xml"), feed(&folder, RSS_FEED)));
            }
            feeds
        }
        System::Zola => {
            let sections = sections(system, articles)
                .into_iter()
                .map(|page| page.address);
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

/// The folders that addresses of articles lie in, up to years and the like. In Hugo each folder at the top is one, whatever
/// addresses are made of.
fn sections(system: System, articles: &[Entry]) -> Vec<OldPage> {
    let mut folders = BTreeSet::new();
    for entry in articles {
        let source = &entry.source;
        let address = source
            .addresses
            .first()
            .map(|address| address.trim_end_matches('/'));
        let folder = address.and_then(|address| address.rsplit_once('/'));
        let is_name = |part: &&str| !part.bytes().all(|byte| byte.is_ascii_digit());
        let parts: Vec<&str> = folder
            .map_or("", |(folder, _)| folder)
            .split('/')
            .take_while(is_name)
            .collect();
        folders.insert(parts.join("/"));
        if system == System::Hugo {
            let mut of_file = source.file.split('/');
            of_file.next_back();
            // The folder of a language is no section.
            let is_section = |folder: &&str| *folder != source.front_matter.lang;
            let top = of_file.next();
            let top = top.filter(is_section).or_else(|| of_file.next());
            folders.extend(top.map(str::to_lowercase));
        }
    }
    folders.remove("");
    let page = |folder: String| OldPage {
        address: folder + "/",
        route: Route::Archive,
    };
    folders.into_iter().map(page).collect()
}
