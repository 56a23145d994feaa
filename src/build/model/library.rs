//! The whole blog in memory: articles, pages, authors, tags and series, connected and in order.

use super::authors::{self, Authors, Writer};
use super::entry::Entry;
use super::introductions::{Introduction, Introductions};
use super::limits;
use super::old_pages::{OldPage, old_feeds, old_pages};
use super::page_paths;
use super::sections::{self, Section};
use super::series::{self, Series};
use super::tags::{self, Spellings, Tag};
use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::input::config::{Allowances, FurnitureConfig};
use crate::build::input::menus::MenuLink;
use crate::build::input::read::Sources;
use crate::build::input::source::Source;
use crate::build::options::BuildOptions;
use crate::content::article::Link;
use crate::content::site::Site;
use std::collections::BTreeMap;

/// Tags, authors and series list their articles as indexes into [`Library::articles`].
pub struct Library {
    pub site: Site,
    /// Newest first.
    pub articles: Vec<Entry>,
    /// In order of their paths.
    pub pages: Vec<Entry>,
    /// What stands above lists.
    pub introductions: Vec<Introduction>,
    /// What is shown where there is nothing, if the publisher says it.
    pub not_found: Option<Entry>,
    /// Links of menus, not yet followed.
    pub menus: Vec<MenuLink>,
    pub furniture: FurnitureConfig,
    /// What may be asked of other hosts.
    pub allowances: Allowances,
    /// In order of their names.
    pub tags: Vec<Tag>,
    /// In order of their names.
    pub authors: Vec<Writer>,
    /// In order of their names.
    pub series: Vec<Series>,
    /// In order of their paths; none unless the publisher wants them.
    pub sections: Vec<Section>,
    /// Where pages that are no articles were under the system that the blog was written for.
    pub old_pages: Vec<OldPage>,
    /// Addresses that feeds had there, and of the feeds that hold the same now.
    pub old_feeds: Vec<(String, String)>,
    /// Whether what cameras write into pictures is published.
    pub keeps_metadata: bool,
}

impl Library {
    pub fn new(sources: Sources, options: &BuildOptions, problems: &mut Problems) -> Self {
        let Sources {
            site,
            series,
            authors,
            default_authors,
            articles: mut read,
            mut pages,
            introductions: texts,
            not_found,
            replaced,
            has_sections,
            mut menus,
            has_all_pages_in_menu,
            furniture,
            allowances,
            keeps_metadata,
            ..
        } = sources;
        for source in read.iter_mut().chain(&mut pages) {
            limits::apply(source, problems);
        }
        page_paths::report_among_articles(&pages, &read, problems);
        read.sort_by(|one, other| {
            (other.front_matter.published, &one.slug)
                .cmp(&(one.front_matter.published, &other.slug))
        });
        check_slugs(&mut read, &site.language, options.is_strict(), problems);
        let mut introductions = Introductions::of(texts, &read);
        pages.append(&mut introductions.pages);
        series::check(&read, series.as_deref(), problems);
        let spellings = Spellings::of(&read);
        let mut parts = series::parts(&read, problems);
        let next_parts = series::next_parts(&parts);
        let links: Vec<Link> = read.iter().map(link).collect();
        let mut authors = Authors::with_files(authors);
        let default_authors = Authors::without_files(default_authors);
        let entry = |(index, source): (usize, Source)| {
            check_reactions(&site, &source, problems);
            Entry {
                authors: authors.of_article(&source, &default_authors, problems),
                tags: spellings.of_article(&source),
                series: parts.remove(&index),
                next: {
                    let next = next_parts.get(&index).copied().or(index.checked_sub(1));
                    next.map(|next| links[next].clone())
                },
                previous: links.get(index + 1).cloned(),
                source,
            }
        };
        let articles: Vec<Entry> = read.into_iter().enumerate().map(entry).collect();
        let mut sections = match has_sections {
            true => sections::lists(&articles, &options.content.to_string_lossy(), problems),
            false => Vec::new(),
        };
        let is_strict = options.is_strict();
        page_paths::check(&mut pages, &sections, &site.language, is_strict, problems);
        pages.sort_by(|one, other| one.slug.cmp(&other.slug));
        let texts = articles.iter().map(|entry| &entry.source).chain(&pages);
        menus.extend(texts.flat_map(Source::menu_links));
        menus.extend(introductions.menus());
        if has_all_pages_in_menu {
            menus.extend(
                pages
                    .iter()
                    .filter(|page| !page.file.contains('/'))
                    .map(Source::menu_link),
            );
        }
        let tags = tags::lists(&articles);
        let mut old_pages = old_pages(options.system, &articles, &tags);
        let replaced = replaced.into_iter();
        old_pages.extend(replaced.map(|(address, route)| OldPage { address, route }));
        Self {
            introductions: introductions.above_lists(&tags, &mut sections, problems),
            not_found: not_found.into_iter().next().map(Entry::alone),
            pages: pages.into_iter().map(Entry::alone).collect(),
            old_pages,
            menus,
            furniture,
            allowances,
            old_feeds: old_feeds(options.system, &articles, &tags),
            keeps_metadata,
            tags,
            authors: authors::lists(authors, &articles),
            series: series::lists(&articles),
            sections,
            articles,
            site,
        }
    }
}

impl Library {
    /// Articles and pages.
    pub fn texts(&self) -> impl Iterator<Item = &Entry> {
        self.articles.iter().chain(&self.pages)
    }
}

fn link(source: &Source) -> Link {
    Link {
        title: source.front_matter.title.clone(),
        slug: source.slug.clone(),
    }
}

/// Two articles must not want the same file, on disks that do not tell capitals apart either. One whose name is taken
/// gets a number, unless its own head asked for that name in a blog of ours.
fn check_slugs(read: &mut [Source], language: &str, is_strict: bool, problems: &mut Problems) {
    let mut taken: BTreeMap<String, String> = BTreeMap::new();
    // One whose head cannot be read may well give itself another.
    let mut in_order: Vec<&mut Source> = read.iter_mut().filter(|source| source.is_known).collect();
    // The article in the language of the site keeps its name.
    in_order.sort_by_cached_key(|source| {
        let lang = match source.front_matter.lang == language {
            true => String::new(),
            false => source.front_matter.lang.clone(),
        };
        (lang, source.file.clone())
    });
    for source in in_order {
        let wanted = source.slug.clone();
        let Some(other) = taken.get(&wanted.to_ascii_lowercase()).cloned() else {
            taken.insert(wanted.to_ascii_lowercase(), source.path.clone());
            continue;
        };
        let position = source
            .front_matter
            .slug
            .as_ref()
            .map_or(Position::START, |slug| slug.position);
        let what = ["the slug `", &wanted, "` is that of ", &other, ", too"].concat();
        let remedy = "give one of them another `slug:`, or another file name";
        if source.front_matter.slug.is_some() && is_strict {
            problems.error(&source.path, position, what, remedy);
            continue;
        }
        // A translation is named after its language, which stays when others come.
        let translated = Some(&source.front_matter.lang);
        let translated = translated.filter(|lang| !lang.is_empty() && **lang != language);
        let translated = translated.map(|lang| [&wanted, ".", lang].concat());
        let numbered = (2..).map(|number: usize| [&wanted, "-", &number.to_string()].concat());
        let mut names = translated.into_iter().chain(numbered);
        let is_free = |slug: &String| !taken.contains_key(&slug.to_ascii_lowercase());
        source.slug = names.find(is_free).unwrap_or_default();
        let what = [&what, ", so this one is at `", &source.slug, "`"].concat();
        problems.warning(&source.path, position, what, remedy);
        taken.insert(source.slug.to_ascii_lowercase(), source.path.clone());
    }
}

fn check_reactions(site: &Site, source: &Source, problems: &mut Problems) {
    for (id, _) in &source.front_matter.reaction_counts {
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
