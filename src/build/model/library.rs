//! The whole blog in memory: articles, authors, tags and series, connected and in order.

use super::authors::{self, Authors, Writer};
use super::entry::Entry;
use super::limits;
use super::series::{self, Series};
use super::tags::{self, Spellings, Tag};
use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::input::read::{Source, Sources};
use crate::content::article::Link;
use crate::content::site::Site;
use std::collections::BTreeMap;

/// Tags, authors and series list their articles as indexes into [`Library::articles`].
pub struct Library {
    pub site: Site,
    /// Newest first.
    pub articles: Vec<Entry>,
    /// In order of their names.
    pub tags: Vec<Tag>,
    /// In order of their names.
    pub authors: Vec<Writer>,
    /// In order of their names.
    pub series: Vec<Series>,
}

impl Library {
    pub fn new(sources: Sources, problems: &mut Problems) -> Self {
        let Sources {
            site,
            series,
            authors,
            default_authors,
            articles: mut read,
            ..
        } = sources;
        for source in &mut read {
            limits::apply(source, problems);
        }
        read.sort_by(|one, other| {
            (other.facts.published, &one.slug).cmp(&(one.facts.published, &other.slug))
        });
        check_slugs(&read, problems);
        series::check(&read, series.as_deref(), problems);
        let spellings = Spellings::of(&read);
        let mut parts = series::parts(&read, problems);
        let links: Vec<Link> = read.iter().map(link).collect();
        let mut authors = Authors::of(authors);
        let default_authors = Authors::of(default_authors);
        let entry = |(index, source): (usize, Source)| {
            check_reactions(&site, &source, problems);
            Entry {
                authors: authors.of_article(&source, &default_authors, problems),
                tags: spellings.of_article(&source),
                series: parts.remove(&index),
                next: index.checked_sub(1).map(|newer| links[newer].clone()),
                previous: links.get(index + 1).cloned(),
                source,
            }
        };
        let articles: Vec<Entry> = read.into_iter().enumerate().map(entry).collect();
        Self {
            tags: tags::lists(&articles),
            authors: authors::lists(authors, &articles),
            series: series::lists(&articles),
            articles,
            site,
        }
    }
}

fn link(source: &Source) -> Link {
    Link {
        title: source.facts.title.clone(),
        slug: source.slug.clone(),
    }
}

/// Two articles must not want the same file, on disks that do not tell capitals apart either.
fn check_slugs(read: &[Source], problems: &mut Problems) {
    let mut first: BTreeMap<String, &Source> = BTreeMap::new();
    // One whose head cannot be read may well give itself another.
    let mut in_order: Vec<&Source> = read.iter().filter(|source| source.is_known).collect();
    in_order.sort_by_key(|source| &source.file);
    for source in in_order {
        if let Some(other) = first.get(&source.slug.to_ascii_lowercase()) {
            let position = source
                .facts
                .slug
                .as_ref()
                .map_or(Position::START, |slug| slug.position);
            let what = [
                "the slug `",
                &source.slug,
                "` is that of ",
                &other.path,
                ", too",
            ]
            .concat();
            problems.error(
                &source.path,
                position,
                what,
                "give one of them another `slug:`, or another file name",
            );
        } else {
            first.insert(source.slug.to_ascii_lowercase(), source);
        }
    }
}

fn check_reactions(site: &Site, source: &Source, problems: &mut Problems) {
    for (id, _) in &source.facts.reaction_counts {
        if !site.reactions.iter().any(|kind| kind.id == id.text) {
            let what = ["the site offers no reaction `", &id.text, "`"].concat();
            problems.error(
                &source.path,
                id.position,
                what,
                "use an id that `reactions` in site.json has",
            );
        }
    }
}
