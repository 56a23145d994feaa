//! Pages of texts that have changed since the last build, each made when it is asked for: what a writer looks at is on show
//! long before the whole site is built again.

use super::diagnostics::problem::{Problem, Problems};
use super::enrich::build_cache::BuildCache;
use super::enrich::related::RelatedBySlug;
use super::enrich::rendered_site::LoadedSite;
use super::input::file_name::EXTENSIONS;
use super::input::source::SkipReason;
use super::load;
use super::options::BuildOptions;
use super::pages::list_pages::ListPage;
use super::pages::page_style::SiteNeeds;
use super::pages::prerender;
use super::pages::shell::Shell;
use super::pages::slot_cards;
use super::store::output::Contents;
use std::path::PathBuf;
use std::sync::OnceLock;

/// The content as it is now, in what the last build had around it.
pub struct Preview {
    loaded: LoadedSite,
    /// Made when one is asked for.
    lists: OnceLock<Vec<ListPage>>,
    shell: Shell,
    /// Articles and pages that a build leaves out: their paths, and why.
    pub unpublished: Vec<(String, SkipReason)>,
    /// What the publisher should know of the content, though it stops nothing.
    pub warnings: Vec<Problem>,
}

/// What previews take from the last build.
pub struct PreviewBase {
    shell: Shell,
    needs: SiteNeeds,
    related: RelatedBySlug,
}

impl PreviewBase {
    pub fn new(shell: Shell, loaded: &LoadedSite) -> Self {
        let related = loaded.articles.iter().map(|text| &text.article);
        Self {
            shell,
            needs: SiteNeeds::of(loaded),
            related: related
                .map(|article| (article.slug.clone(), article.related.clone()))
                .collect(),
        }
    }
}

/// Whether only texts have changed, so that a preview shows it.
pub fn shows(changed: &[PathBuf], options: &BuildOptions) -> bool {
    let is_text = |path: &PathBuf| {
        let extension = path.extension().and_then(|extension| extension.to_str());
        path.starts_with(&options.content) && extension.is_some_and(|it| EXTENSIONS.contains(&it))
    };
    changed.iter().all(is_text)
}

/// Reads the content again, or reports every problem that stands in the way. Nothing where pages need what the last build
/// did not make for them.
pub fn preview(
    options: &BuildOptions,
    base: &PreviewBase,
    cache: &BuildCache,
) -> Result<Option<Preview>, Vec<Problem>> {
    let mut problems = Problems::default();
    let loaded = load::load(options, cache, Some(&base.related), &mut problems);
    if problems.has_errors() {
        return Err(problems.into_sorted());
    }
    Ok((SiteNeeds::of(&loaded) == base.needs).then(|| {
        let shell = Shell {
            reload_script: options.reload_script.clone(),
            ..base.shell.clone()
        };
        Preview {
            shell: shell.with_content(&loaded, slot_cards::expanded(&loaded)),
            unpublished: loaded.unpublished(),
            loaded,
            lists: OnceLock::new(),
            warnings: problems.into_sorted(),
        }
    }))
}

impl Preview {
    /// A page, its data, or a picture.
    pub fn file(&self, path: &str) -> Option<Contents> {
        let media = self.loaded.media.get(path).cloned();
        let lists = || {
            let lists = self.lists.get_or_init(|| prerender::lists(&self.loaded));
            lists.as_slice()
        };
        media.or_else(|| prerender::file(&self.loaded, lists, &self.shell, path))
    }
}
