//! The whole blog in memory: articles, pages, authors, tags and series, connected and in order.

use super::authors::{self, Authors, Writer};
use super::entry::Entry;
use super::introductions::{Introduction, Introductions};
use super::limits;
use super::old_pages::{OldPage, old_feeds, old_pages};
use super::sections::{self, Section};
use super::series::{self, Series};
use super::slugs;
use super::tags::{self, Spellings, Tag};
use super::years::{self, Year};
use super::{article_addresses, page_paths};
use crate::build::diagnostics::problem::Problems;
use crate::build::input::config::theme::ThemeConfig;
use crate::build::input::config::{Allowances, FurnitureConfig, LiveConfig};
use crate::build::input::menus::MenuLink;
use crate::build::input::read::Sources;
use crate::build::input::slot_files::SlotFile;
use crate::build::input::source::Source;
use crate::build::options::BuildOptions;
use crate::content::article::Link;
use crate::content::site::Site;

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
    pub theme: ThemeConfig,
    /// Where articles are published without a build, if they are.
    pub live: Option<LiveConfig>,
    /// Whether there is a page to write at.
    pub has_desk: bool,
    /// Where the reactions of all readers are counted, if they are.
    pub reactions_endpoint: Option<String>,
    pub slots: Vec<SlotFile>,
    /// In order of their names.
    pub tags: Vec<Tag>,
    /// In order of their names.
    pub authors: Vec<Writer>,
    /// In order of their names.
    pub series: Vec<Series>,
    /// In order of their paths; none unless the publisher wants them.
    pub sections: Vec<Section>,
    /// The newest first; none while the archive holds all articles.
    pub years: Vec<Year>,
    /// Where articles live, if not below `articles/`.
    pub permalinks: String,
    /// Where pages that are no articles were under the system that the blog was written for.
    pub old_pages: Vec<OldPage>,
    /// Addresses that feeds had there, and of the feeds that hold the same now.
    pub old_feeds: Vec<(String, String)>,
    /// Whether what cameras write into pictures is published.
    pub keeps_metadata: bool,
}

impl Library {
    pub fn new(sources: Sources, options: &BuildOptions, problems: &mut Problems) -> Self {
        let (language, is_strict) = (sources.site.language.clone(), options.is_strict());
        let (mut read, mut pages) = (sources.articles, sources.pages);
        for source in read.iter_mut().chain(&mut pages) {
            limits::apply(source, problems);
        }
        page_paths::report_among_articles(&pages, &read, problems);
        article_addresses::apply(&mut read, &sources.permalinks, options.system, problems);
        newest_first(&mut read);
        slugs::check(&mut read, &language, is_strict, problems);
        let mut introductions = Introductions::of(sources.introductions, &read);
        pages.append(&mut introductions.pages);
        series::check(&read, sources.series.as_deref(), problems);
        let mut authors = Authors::with_files(sources.authors, sources.imported_authors);
        let default_authors = Authors::without_files(sources.default_authors);
        let author_ids = |source: &Source, problems: &mut Problems| {
            authors.of_article(source, &default_authors, problems)
        };
        let articles = entries(read, author_ids, problems);
        let mut sections = match sources.has_sections {
            true => sections::lists(&articles, &options.content.to_string_lossy(), problems),
            false => Vec::new(),
        };
        let taken = page_paths::taken(&articles, &sections);
        page_paths::check(&mut pages, taken, &language, is_strict, problems);
        pages.sort_by(|one, other| one.slug.cmp(&other.slug));
        let mut menus = sources.menus;
        let texts = articles.iter().map(|entry| &entry.source).chain(&pages);
        menus.extend(texts.flat_map(Source::menu_links));
        menus.extend(introductions.menus());
        if sources.has_all_pages_in_menu {
            let at_top = pages.iter().filter(|page| !page.file.contains('/'));
            menus.extend(at_top.map(Source::menu_link));
        }
        let tags = tags::lists(&articles);
        let writers = authors::lists(authors, &articles);
        let old_pages = old_pages(options.system, &articles, &tags, &writers, sources.replaced);
        Self {
            introductions: introductions.above_lists(&tags, &mut sections, problems),
            not_found: sources.not_found.into_iter().next().map(Entry::alone),
            pages: pages.into_iter().map(Entry::alone).collect(),
            old_pages,
            menus,
            furniture: sources.furniture,
            allowances: sources.allowances,
            theme: sources.theme,
            live: sources.live,
            has_desk: sources.has_desk,
            reactions_endpoint: sources.reactions_endpoint,
            slots: sources.slots,
            old_feeds: old_feeds(options.system, &articles, &tags),
            keeps_metadata: sources.keeps_metadata,
            tags,
            authors: writers,
            series: series::lists(&articles),
            sections,
            years: years::lists(&articles),
            permalinks: sources.permalinks,
            articles,
            site: sources.site,
        }
    }
}

/// Articles of one moment stand in order of their slugs.
fn newest_first(articles: &mut [Source]) {
    articles.sort_by(|one, other| {
        (other.front_matter.published, &one.slug).cmp(&(one.front_matter.published, &other.slug))
    });
}

/// Articles connected with their tags, their series and their neighbours. `authors` finds the ids of an article's.
fn entries(
    read: Vec<Source>,
    mut authors: impl FnMut(&Source, &mut Problems) -> Vec<String>,
    problems: &mut Problems,
) -> Vec<Entry> {
    let spellings = Spellings::of(&read);
    let mut parts = series::parts(&read, problems);
    let next_parts = series::next_parts(&parts);
    let links: Vec<Link> = read.iter().map(link).collect();
    let entry = |(index, source): (usize, Source)| {
        let next = next_parts.get(&index).copied().or(index.checked_sub(1));
        Entry {
            authors: authors(&source, problems),
            tags: spellings.of_article(&source),
            series: parts.remove(&index),
            next: next.map(|next| links[next].clone()),
            previous: links.get(index + 1).cloned(),
            source,
        }
    };
    read.into_iter().enumerate().map(entry).collect()
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
