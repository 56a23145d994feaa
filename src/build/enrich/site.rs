//! The whole blog with every text rendered: what pages, feeds and all other files are made of.

use super::build_cache::{BuildCache, Rendering};
use super::furniture::furniture;
use super::links::{LinkFolders, Targets};
use super::menus::Menus;
use super::rendered_article::RenderedArticle;
use super::rendering::Renderer;
use super::{avatars, fragments, related};
use crate::build::diagnostics::{problem::Problems, progress::Progress};
use crate::build::input::config::Allowances;
use crate::build::input::source::{SkippedFiles, Source};
use crate::build::model::authors::Writer;
use crate::build::model::entry::Entry;
use crate::build::model::library::Library;
use crate::build::model::old_pages::OldPage;
use crate::build::model::sections::Section;
use crate::build::model::series::Series;
use crate::build::model::tags::Tag;
use crate::build::store::output::Contents;
use crate::components::furniture::Furniture;
use crate::content::article::{Article, RelatedArticle, Summary};
use crate::content::author::Author;
use crate::content::site::Site;
use crate::page_data::PageContent;
use crate::route::Route;
use rayon::prelude::*;
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
    pub tags: Vec<Tag>,
    pub authors: Vec<Writer>,
    pub series: Vec<Series>,
    pub sections: Vec<Section>,
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
}

/// Renders every article of the library, and finds what is related to it.
pub fn enrich(
    library: Library,
    options: EnrichOptions,
    cache: &BuildCache,
    problems: &mut Problems,
) -> LoadedSite {
    let targets = Targets::new(options.folders, &library, options.skipped, problems);
    let titles = library.texts().map(|entry| {
        let source = &entry.source;
        (source.route(), source.front_matter.title.clone())
    });
    let titles = titles.collect();
    let Library {
        mut site,
        menus,
        furniture: config,
        allowances,
        articles,
        pages,
        introductions,
        not_found,
        tags,
        authors,
        series,
        sections,
        old_pages,
        old_feeds,
        keeps_metadata,
    } = library;
    let menus = Menus::new(menus, &targets, &titles, problems);
    site.navigation = menus.main;
    let edit_url = config.edit_url.clone();
    let (furniture, pictures) = furniture(config, menus.footer, &targets, &site, cache, problems);
    let furniture = Furniture {
        has_series: !series.is_empty(),
        ..furniture
    };
    let (authors, mut media) =
        avatars::publish(authors, &site, options.folders.content, cache, problems);
    let by_id = |writer: &Writer| (writer.author.id.clone(), writer.author.clone());
    let by_id: HashMap<String, Author> = authors.iter().map(by_id).collect();
    let renderer = Renderer {
        site: &site,
        targets: &targets,
        allowances: &allowances,
        cache,
        smart_punctuation: options.smart_punctuation,
    };
    media.extend(pictures);
    let step = (options.progress).step("Rendering articles", articles.len() + pages.len());
    let mut render = |entries: Vec<Entry>| {
        let rendered = entries.into_par_iter().map(|entry| {
            let (rendered, problems) = renderer.render(&entry.source);
            step.advance();
            let article = RenderedArticle::new(entry, rendered, &site, &by_id, &edit_url);
            (article, problems)
        });
        let (rendered, found): (Vec<RenderedArticle>, Vec<Problems>) = rendered.unzip();
        found.into_iter().for_each(|found| problems.append(found));
        rendered
    };
    let (articles, pages) = (render(articles), render(pages));
    let lists = introductions.into_iter();
    let (lists, introductions): (Vec<Route>, Vec<Entry>) = lists
        .map(|introduction| (introduction.route, introduction.entry))
        .unzip();
    let others = render(introductions.into_iter().chain(not_found).collect());
    drop(step);
    let texts = || articles.iter().chain(&pages);
    let uses = texts().chain(&others).flat_map(|text| &text.fragments);
    fragments::check(texts(), uses, problems);
    let files = texts().chain(&others).flat_map(|text| &text.files);
    media.extend(files.cloned());
    let mut others = others.into_iter().map(EnrichedArticle::from);
    // Behind the introductions stands what is shown where there is nothing.
    let introductions = lists.into_iter().zip(others.by_ref()).collect();
    let related = related::related(&articles, &site.translator());
    let articles = articles.into_iter().zip(related);
    LoadedSite {
        articles: articles
            .map(|(article, related)| article.with_related(related))
            .collect(),
        pages: pages.into_iter().map(EnrichedArticle::from).collect(),
        introductions,
        not_found: others.next(),
        furniture,
        allowances,
        site,
        tags,
        authors,
        series,
        sections,
        old_pages,
        old_feeds,
        keeps_metadata,
        media,
    }
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
        match self.article.description.is_empty() {
            true => &self.rendering.rendered.excerpt,
            false => &self.article.description,
        }
    }
}

impl LoadedSite {
    /// Articles and pages.
    pub fn texts(&self) -> impl Iterator<Item = &EnrichedArticle> {
        self.articles.iter().chain(&self.pages)
    }
}
