//! Reads the content folder and renders every article; reports every problem that the content has.

use super::diagnostics::problem::Problems;
use super::enrich::build_cache::BuildCache;
use super::enrich::links::LinkFolders;
use super::enrich::related::RelatedBySlug;
use super::enrich::rendered_site::{EnrichOptions, LoadedSite, enrich};
use super::input::content_folder::Content;
use super::input::read;
use super::input::skipped::Skipped;
use super::model::library::Library;
use super::options::BuildOptions;
use super::reply_files;

/// Never fails: what cannot be read is reported, and missing from the site. `related` are the articles that were related to
/// each when that was last found out, if that is not to be done anew.
pub fn load(
    options: &BuildOptions,
    cache: &BuildCache,
    related: Option<&RelatedBySlug>,
    problems: &mut Problems,
) -> LoadedSite {
    let content = Content::of(options);
    let (sources, files) = read::sources(&content, options, problems);
    let skipped = Skipped::count(&files, sources.pages.len());
    let enriching = EnrichOptions {
        folders: LinkFolders {
            content: &options.content,
            public: &options.public,
            publisher: &content.publisher,
        },
        skipped: files,
        smart_punctuation: sources.smart_punctuation,
        progress: options.progress,
        related,
    };
    let library = Library::new(sources, options, problems);
    let mut loaded = enrich(library, enriching, cache, problems);
    reply_files::attach(&content, &mut loaded, problems);
    if !options.is_strict() {
        problems.forgive();
    }
    // Where all articles are published without a build, there are none.
    if loaded.live.is_none() || !loaded.articles.is_empty() {
        skipped.report(&content, loaded.articles.len(), options, problems);
    }
    loaded
}
