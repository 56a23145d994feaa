//! What a folder is taken for, read but not rendered: for `recto doctor`.

use super::diagnostics::problem::Problems;
use super::input::content_folder::Content;
use super::input::read;
use super::input::source::SkipReason;
use super::options::BuildOptions;
use crate::content::site::Site;

/// What there is, and what is left out.
pub struct Survey {
    pub site: Site,
    pub articles: usize,
    pub pages: usize,
    /// Texts above lists.
    pub introductions: usize,
    pub authors: usize,
    /// Addresses that texts had before, or under another system.
    pub old_addresses: usize,
    /// Files of Markdown that are not on the site, and why, in order of their paths.
    pub skipped: Vec<(String, SkipReason)>,
}

pub fn survey(options: &BuildOptions) -> Survey {
    let content = Content::of(options);
    let (sources, skipped) = read::sources(&content, options, &mut Problems::default());
    let texts = sources.articles.iter().chain(&sources.pages);
    let old_addresses = texts.map(|source| {
        let own = source.route().path();
        let is_other = |address: &&String| address.trim_matches('/') != own.trim_matches('/');
        let others = source.addresses.iter().filter(is_other);
        others.count() + source.front_matter.aliases.len()
    });
    Survey {
        articles: sources.articles.len(),
        pages: sources.pages.len(),
        introductions: sources.introductions.len(),
        authors: sources.authors.len(),
        old_addresses: old_addresses.sum(),
        skipped: skipped.into_iter().collect(),
        site: sources.site,
    }
}
