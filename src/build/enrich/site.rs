//! The whole blog with every article rendered: what pages, feeds and all other files are made of.

use super::build_cache::{BuildCache, Rendering};
use super::links::{LinkFolders, Targets};
use super::rendered_article::RenderedArticle;
use super::rendering::Renderer;
use super::{avatars, fragments, related};
use crate::build::diagnostics::{problem::Problems, progress::Progress};
use crate::build::input::source::{SkippedFiles, Source};
use crate::build::model::authors::Writer;
use crate::build::model::library::Library;
use crate::build::model::old_pages::OldPage;
use crate::build::model::series::Series;
use crate::build::model::tags::Tag;
use crate::build::store::output::Contents;
use crate::content::article::{Article, RelatedArticle, Summary};
use crate::content::author::Author;
use crate::content::site::Site;
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Tags, authors and series list their articles as indexes into `articles`.
pub struct LoadedSite {
    pub site: Site,
    /// Newest first.
    pub articles: Vec<EnrichedArticle>,
    pub tags: Vec<Tag>,
    pub authors: Vec<Writer>,
    pub series: Vec<Series>,
    /// Where pages that are no articles were under the system that the blog was written for.
    pub old_pages: Vec<OldPage>,
    /// Addresses that feeds had there, and of the feeds that hold the same now.
    pub old_feeds: Vec<(String, String)>,
    /// Whether what cameras write into pictures is published.
    pub keeps_metadata: bool,
    /// Pictures and other files that pages refer to, by their paths below `dist/`.
    pub media: BTreeMap<String, Contents>,
}

/// All that belongs to one article.
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
    let Library {
        site,
        articles,
        tags,
        authors,
        series,
        old_pages,
        old_feeds,
        keeps_metadata,
    } = library;
    let (authors, mut media) =
        avatars::publish(authors, &site, options.folders.content, cache, problems);
    let by_id = |writer: &Writer| (writer.author.id.clone(), writer.author.clone());
    let by_id: HashMap<String, Author> = authors.iter().map(by_id).collect();
    let renderer = Renderer {
        site: &site,
        targets: &targets,
        cache,
        smart_punctuation: options.smart_punctuation,
    };
    let step = (options.progress).step("Rendering articles", articles.len());
    let articles = articles.into_par_iter().map(|entry| {
        let (rendered, problems) = renderer.render(&entry.source);
        step.advance();
        let article = RenderedArticle::new(entry, rendered, &site, &by_id);
        (article, problems)
    });
    let (articles, found): (Vec<RenderedArticle>, Vec<Problems>) = articles.unzip();
    drop(step);
    found.into_iter().for_each(|found| problems.append(found));
    fragments::check(&articles, problems);
    let files = articles.iter().flat_map(|article| &article.files);
    media.extend(files.cloned());
    let related = related::related(&articles, &site.translator());
    let articles = articles.into_iter().zip(related);
    LoadedSite {
        articles: articles.map(enriched_article).collect(),
        site,
        tags,
        authors,
        series,
        old_pages,
        old_feeds,
        keeps_metadata,
        media,
    }
}

fn enriched_article(
    (rendered, related): (RenderedArticle, Vec<RelatedArticle>),
) -> EnrichedArticle {
    let RenderedArticle {
        article,
        summary,
        source,
        rendering,
        ..
    } = rendered;
    EnrichedArticle {
        article: Article { related, ..article },
        summary,
        source,
        rendering,
    }
}
