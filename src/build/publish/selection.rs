//! Which articles are meant: all, or those that the command line names by their files or slugs.

use super::PublishOptions;
use super::built::{Built, Earlier};
use super::difference::{Difference, removed_article};
use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::enrich::rendered_site::{EnrichedArticle, LoadedSite};
use crate::content::VERSION;
use crate::content::live::{Live, LiveArticle};
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What of the content is published now; the rest stays as it was published before.
pub enum Selection {
    All,
    These(BTreeSet<String>),
    /// These are to be gone.
    Gone(BTreeSet<String>),
}

impl Selection {
    /// Nothing where a name is that of no article, which is told.
    pub fn of(
        wanted: &PublishOptions,
        loaded: &LoadedSite,
        built: &Built,
        earlier: &Earlier,
        problems: &mut Problems,
    ) -> Option<Self> {
        if wanted.files.is_empty() {
            return Some(Self::All);
        }
        let mut slugs = BTreeSet::new();
        for file in wanted.files {
            let article = loaded.articles.iter().find(|article| is(article, file));
            let slug = match article {
                Some(article) => Some(article.article.slug.clone()),
                None => gone_slug(file).filter(|slug| {
                    wanted.is_removal && (built.has_article(slug) || is_live(&earlier.live, slug))
                }),
            };
            match slug {
                Some(slug) => drop(slugs.insert(slug)),
                None => problems.error(
                    &file.to_string_lossy(),
                    Position::START,
                    "this is no article that is published",
                    "name the file of an article; if it is a draft, remove the line `draft: true`",
                ),
            }
        }
        if wanted.is_removal {
            report_next_build(&slugs, loaded, problems);
        }
        match (problems.has_errors(), wanted.is_removal) {
            (true, _) => None,
            (_, true) => Some(Self::Gone(slugs)),
            (_, false) => Some(Self::These(slugs)),
        }
    }

    /// What is told of it. What is not meant stays as it was told before.
    pub fn live(&self, difference: Difference, built: &Built, earlier: &Earlier) -> Live {
        let since = built.id().to_string();
        let version = VERSION;
        let (slugs, difference) = match self {
            Self::All => {
                return Live {
                    version,
                    since,
                    added: difference.added,
                    changed: difference.changed,
                    removed: difference.removed,
                    ..Live::default()
                };
            }
            Self::These(slugs) => (slugs, Some(difference)),
            Self::Gone(slugs) => (slugs, None),
        };
        let is_other = |slug: &str| !slugs.contains(slug);
        let (added, changed) = difference.map_or_else(Default::default, |difference| {
            (difference.added, difference.changed)
        });
        let articles = |now: Vec<LiveArticle>, before: &[LiveArticle]| {
            let before = before.iter().filter(|live| is_other(&live.article.slug));
            let now = now.into_iter();
            let now = now.filter(|live| !is_other(&live.article.slug));
            let mut all: Vec<LiveArticle> = now.chain(before.cloned()).collect();
            all.sort_by(newest_first);
            all
        };
        let removed = earlier.live.removed.iter();
        let removed = removed.filter(|gone| is_other(&gone.slug)).cloned();
        let gone = slugs
            .iter()
            .filter(|slug| matches!(self, Self::Gone(_)) && built.has_article(slug));
        Live {
            version,
            since,
            added: articles(added, &earlier.live.added),
            changed: articles(changed, &earlier.live.changed),
            removed: removed
                .chain(gone.map(|slug| removed_article(slug, built)))
                .collect(),
            ..Live::default()
        }
    }

    /// Whether an article's files are made of the content as it is now.
    pub fn is_made_now(&self, slug: &str) -> bool {
        match self {
            Self::All => true,
            Self::These(slugs) => slugs.contains(slug),
            Self::Gone(_) => false,
        }
    }
}

fn newest_first(one: &LiveArticle, other: &LiveArticle) -> Ordering {
    let key = |live: &LiveArticle| (live.article.published, live.article.slug.clone());
    key(other).cmp(&key(one))
}

/// Whether a file, a folder or a slug names this article.
fn is(article: &EnrichedArticle, named: &Path) -> bool {
    let real = |path: &Path| fs::canonicalize(path).ok();
    let file = Path::new(&article.source.path);
    let is_index = file.file_stem().is_some_and(|stem| stem == "index");
    let folder = file.parent().filter(|_| is_index);
    let is_file = |path: &Path| real(path).is_some_and(|path| real(named) == Some(path));
    named.to_str() == Some(article.article.slug.as_str())
        || is_file(file)
        || folder.is_some_and(is_file)
}

/// The slug that a file that is gone had, or a slug itself.
fn gone_slug(named: &Path) -> Option<String> {
    let text = named.to_str()?;
    let path = text.trim_end_matches('/').trim_end_matches("/index.md");
    let name = path.rsplit('/').next()?.trim_end_matches(".md");
    match text.starts_with('/') {
        true => Some(text.into()),
        false => Some(name.into()),
    }
}

fn is_live(live: &Live, slug: &str) -> bool {
    let mut articles = live.added.iter().chain(&live.changed);
    articles.any(|live| live.article.slug == slug)
}

fn report_next_build(slugs: &BTreeSet<String>, loaded: &LoadedSite, problems: &mut Problems) {
    let articles = loaded.articles.iter();
    for article in articles.filter(|article| slugs.contains(&article.article.slug)) {
        problems.warning(
            &article.source.path,
            Position::START,
            "the next build publishes this article again",
            "write `draft: true` into its head, or remove the file",
        );
    }
}
