//! What the app reads on every page: facts about the site, and the index of the search.

use crate::build::enrich::site::LoadedSite;
use crate::build::pages::site_file::SiteFile;
use crate::build::store::json::json;
use crate::build::store::output::{Maker, OutputFiles};
use crate::content::VERSION;
use crate::content::article::{Summary, Term};
use crate::content::search::{SearchEntry, SearchIndex};
use crate::content::site::SitePaths;
use crate::route::{SEARCH_INDEX, SITE_DATA};

/// What every page of the app reads: facts about the site, and the index of its search.
pub fn app_data(loaded: &LoadedSite) -> OutputFiles {
    let mut files = OutputFiles::of(Maker::part("the data of the app"));
    let site = SiteFile {
        site: &loaded.site,
        paths: &paths(loaded),
    };
    files.insert(SITE_DATA, json(&site));
    files.insert(SEARCH_INDEX, json(&index(loaded)));
    files
}

/// Pages that the app opens. Every page of the app reads their paths, so that they are not more with every text.
const MAX_PAGES: usize = 500;

fn paths(loaded: &LoadedSite) -> SitePaths {
    let pages = loaded.pages.iter().take(MAX_PAGES);
    SitePaths {
        pages: pages.map(|page| page.article.slug.clone()).collect(),
        sections: (loaded.sections.iter())
            .map(|section| section.path.clone())
            .collect(),
        permalinks: loaded.permalinks.clone(),
    }
}

/// Newest first.
fn index(loaded: &LoadedSite) -> SearchIndex {
    let summaries = loaded.articles.iter().map(|article| &article.summary);
    let writers = loaded.authors.iter().map(|writer| Term {
        name: writer.author.name.clone(),
        slug: writer.author.id.clone(),
    });
    let series = loaded.series.iter().map(|series| Term {
        name: series.name.clone(),
        slug: series.slug.clone(),
    });
    SearchIndex {
        version: VERSION,
        articles: summaries.map(entry).collect(),
        pages: loaded
            .pages
            .iter()
            .map(|page| entry(&page.summary))
            .collect(),
        tags: loaded.tags.iter().map(|tag| tag.term.clone()).collect(),
        series: series.collect(),
        authors: writers.collect(),
    }
}

fn entry(article: &Summary) -> SearchEntry {
    let names = |terms: &[Term]| terms.iter().map(|term| term.name.clone()).collect();
    SearchEntry {
        slug: article.slug.clone(),
        title: article.title.clone(),
        description: article.description.clone(),
        tags: names(&article.tags),
        authors: names(&article.authors),
    }
}
