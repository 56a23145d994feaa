//! The whole blog with every text rendered: what pages, feeds and all other files are made of.

use super::build_cache::{BuildCache, Rendering};
use super::furniture_files::furniture;
use super::links::{LinkFolders, Targets};
use super::menu_links::Menus;
use super::related::{self, RelatedBySlug};
use super::rendered_article::RenderedArticle;
use super::rendering::Renderer;
use super::rendering_all::{RenderingAll, by_id};
use super::slots::{Cleaning, SiteSlots};
use super::{avatars, fragments};
use crate::build::diagnostics::problem::Problems;
use crate::build::diagnostics::progress_line::Progress;
use crate::build::input::config::theme::ThemeConfig;
use crate::build::input::config::{Allowances, LiveConfig};
use crate::build::input::source::{SkipReason, SkippedFiles, Source};
use crate::build::model::authors::Writer;
use crate::build::model::entry::Entry;
use crate::build::model::introductions::Introduction;
use crate::build::model::library::Library;
use crate::build::model::lists;
use crate::build::model::old_pages::OldPage;
use crate::build::model::sections::Section;
use crate::build::model::series::Series;
use crate::build::model::tags::Tag;
use crate::build::model::years::Year;
use crate::build::store::output::Contents;
use crate::components::furniture::{Furniture, Lists};
use crate::content::article::{Article, RelatedArticle, Summary};
use crate::content::site::Site;
use crate::page_data::PageContent;
use crate::route::{Route, WRITE};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Tags, authors and series list their articles as indexes into `articles`.
pub struct LoadedSite {
    pub site: Site,
    /// Newest first.
    pub articles: Vec<EnrichedArticle>,
    /// In order of their paths.
    pub pages: Vec<EnrichedArticle>,
    /// What stands above lists, by the page of the list.
    pub introductions: HashMap<Route, EnrichedArticle>,
    /// What is shown where there is nothing, if the publisher says it.
    pub not_found: Option<EnrichedArticle>,
    /// What stands at the head and the foot of every page.
    pub furniture: Furniture,
    /// What may be asked of other hosts.
    pub allowances: Allowances,
    pub theme: ThemeConfig,
    /// Where articles are published without a build, if they are.
    pub live: Option<LiveConfig>,
    /// Whether the publisher wants a page to write at.
    pub has_desk: bool,
    /// Where the reactions of all readers are counted, if they are.
    pub reactions_endpoint: Option<String>,
    /// What the publisher puts into pages beside their content.
    pub slots: SiteSlots,
    pub tags: Vec<Tag>,
    pub authors: Vec<Writer>,
    pub series: Vec<Series>,
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
    /// Pictures and other files that pages refer to, by their paths below `dist/`.
    pub media: BTreeMap<String, Contents>,
}

/// All that belongs to one article, or to another text.
pub struct EnrichedArticle {
    pub article: Article,
    pub summary: Summary,
    pub source: Source,
    pub rendering: Arc<Rendering>,
}

/// How articles are enriched.
pub struct EnrichOptions<'a> {
    pub folders: LinkFolders<'a>,
    pub skipped: SkippedFiles,
    pub smart_punctuation: bool,
    pub progress: Progress,
    /// Found when the site was last built; nothing where it is to be found.
    pub related: Option<&'a RelatedBySlug>,
}

/// Renders every article of the library, and finds what is related to it.
pub fn enrich(
    library: Library,
    options: EnrichOptions,
    cache: &BuildCache,
    problems: &mut Problems,
) -> LoadedSite {
    let targets = Targets::new(options.folders, &library, options.skipped, problems);
    let (titles, has) = (titles(&library), lists_of(&library));
    let (mut site, config) = (library.site, library.furniture);
    let menus = Menus::new(library.menus, &targets, &titles, problems);
    site.navigation = menus.main;
    let (folder, edit_url) = (options.folders.content, config.edit_url.clone());
    let (furniture, pictures) =
        furniture(config, menus.footer, has, &targets, &site, cache, problems);
    let (authors, mut media) = avatars::publish(library.authors, &site, folder, cache, problems);
    let mut cleaning = Cleaning::new(&site, &targets, &library.allowances, cache);
    let slots = cleaning.slots(&library.slots, &library.sections, problems);
    media.extend(pictures.into_iter().chain(cleaning.files));
    let texts = library.articles.len() + library.pages.len();
    let rendering = RenderingAll {
        renderer: Renderer {
            site: &site,
            targets: &targets,
            allowances: &library.allowances,
            cache,
            smart_punctuation: options.smart_punctuation,
        },
        authors: by_id(&authors),
        edit_url: &edit_url,
        step: (options.progress).step("Rendering articles", texts),
    };
    let mut render = |entries| rendering.all(entries, problems);
    let (mut articles, pages) = (render(library.articles), render(library.pages));
    name_sections(&mut articles, &library.sections, &slots);
    let (lists, introductions) = split(library.introductions);
    let introductions = render(introductions);
    let not_found = render(library.not_found.into_iter().collect());
    drop(rendering);
    let all = || (articles.iter().chain(&pages)).chain(introductions.iter().chain(&not_found));
    let uses = all().flat_map(|text| &text.fragments);
    fragments::check(articles.iter().chain(&pages), uses, problems);
    media.extend(all().flat_map(|text| text.files.iter().cloned()));
    LoadedSite {
        articles: with_related(articles, options.related, &site),
        pages: enriched(pages).collect(),
        introductions: lists.into_iter().zip(enriched(introductions)).collect(),
        not_found: not_found.into_iter().next().map(EnrichedArticle::from),
        furniture,
        allowances: library.allowances,
        theme: library.theme,
        live: library.live,
        has_desk: library.has_desk,
        reactions_endpoint: library.reactions_endpoint,
        slots,
        site,
        tags: library.tags,
        authors,
        series: library.series,
        sections: library.sections,
        years: library.years,
        permalinks: library.permalinks,
        old_pages: library.old_pages,
        old_feeds: library.old_feeds,
        keeps_metadata: library.keeps_metadata,
        media,
    }
}

/// An article says in which section it is where that has slots of its own.
fn name_sections(articles: &mut [RenderedArticle], sections: &[Section], slots: &SiteSlots) {
    let sections = sections.iter();
    for section in sections.filter(|section| slots.has_section(&section.path)) {
        for index in &section.articles {
            articles[*index].article.section.clone_from(&section.path);
        }
    }
}

fn lists_of(library: &Library) -> Lists {
    Lists {
        tags: !library.tags.is_empty(),
        authors: !library.authors.is_empty(),
        series: !library.series.is_empty(),
    }
}

/// What links of menus are called that have no name of their own.
fn titles(library: &Library) -> HashMap<Route, String> {
    let sources = library.texts().map(|entry| &entry.source);
    let titles = sources.map(|source| (source.route(), source.front_matter.title.clone()));
    titles.collect()
}

fn with_related(
    articles: Vec<RenderedArticle>,
    known: Option<&RelatedBySlug>,
    site: &Site,
) -> Vec<EnrichedArticle> {
    let related = related::related(&articles, known, &site.translator());
    let articles = articles.into_iter().zip(related);
    articles
        .map(|(article, related)| article.with_related(related))
        .collect()
}

/// The lists, and what stands above each of them.
fn split(introductions: Vec<Introduction>) -> (Vec<Route>, Vec<Entry>) {
    let introductions = introductions.into_iter();
    introductions.map(|it| (it.route, it.entry)).unzip()
}

fn enriched(texts: Vec<RenderedArticle>) -> impl Iterator<Item = EnrichedArticle> {
    texts.into_iter().map(EnrichedArticle::from)
}

impl From<RenderedArticle> for EnrichedArticle {
    fn from(rendered: RenderedArticle) -> Self {
        rendered.with_related(Vec::new())
    }
}

impl RenderedArticle {
    fn with_related(self, related: Vec<RelatedArticle>) -> EnrichedArticle {
        EnrichedArticle {
            article: Article {
                related,
                ..self.article
            },
            summary: self.summary,
            source: self.source,
            rendering: self.rendering,
        }
    }
}

impl EnrichedArticle {
    /// What a page of it shows.
    pub fn content(&self) -> PageContent {
        let html = self.rendering.rendered.html.clone();
        PageContent::Article(Box::new(self.article.clone()), html)
    }

    /// What search results and other sites show below its title.
    pub fn description(&self) -> &str {
        &self.summary.description
    }
}

impl LoadedSite {
    /// Articles and pages.
    pub fn texts(&self) -> impl Iterator<Item = &EnrichedArticle> {
        self.articles.iter().chain(&self.pages)
    }

    /// Articles and pages that a build leaves out: their paths, and why.
    pub fn unpublished(&self) -> Vec<(String, SkipReason)> {
        let texts = self.texts().map(|text| &text.source);
        texts
            .filter_map(|source| Some((self.site.href(&source.route()), source.unpublished?)))
            .collect()
    }

    /// Whether something on the pages is asked of others when it is pressed.
    pub fn waits_for_presses(&self) -> bool {
        self.slots.asks() || self.has_players()
    }

    /// Whether links of texts stand for players of other places.
    pub fn has_players(&self) -> bool {
        let mut renderings = self.texts().map(|text| &text.rendering);
        renderings.any(|text| {
            !text.enrichment.players.is_empty() && text.rendered.html.contains(" data-ask=\"")
        })
    }

    /// Whether there is a page to write at, and nothing of the publisher's at its address.
    pub fn has_desk_page(&self) -> bool {
        let texts = self.texts().map(|text| text.source.route());
        let mut taken = texts.chain(self.lists().map(|(route, _)| route));
        self.has_desk && !taken.any(|route| route.path() == WRITE)
    }

    /// The first pages of tags, authors, series, sections and years, each with the indexes of its articles.
    pub fn lists(&self) -> impl Iterator<Item = (Route, &[usize])> {
        lists::of(
            &self.tags,
            &self.authors,
            &self.series,
            &self.sections,
            &self.years,
        )
    }
}
