//! What the app reads on every page: facts about the site, and names to choose from.

use crate::build::enrich::rendered_site::LoadedSite;
use crate::build::pages::site_file::SiteFile;
use crate::build::store::fingerprint;
use crate::build::store::json::json;
use crate::build::store::output::{Maker, OutputFiles};
use crate::content::VERSION;
use crate::content::article::Term;
use crate::content::live::Live;
use crate::content::names::Names;
use crate::content::site::SitePaths;
use crate::route::{LIVE, NAMES, SITE_DATA};

/// What every page of the app reads: facts about the site, and names to choose from.
pub fn app_data(loaded: &LoadedSite) -> OutputFiles {
    let mut files = OutputFiles::of(Maker::part("the data of the app"));
    let paths = &paths(loaded);
    let site = SiteFile {
        site: &loaded.site,
        paths,
    };
    files.insert(SITE_DATA, json(&site));
    files.insert(NAMES, json(&names(loaded)));
    if loaded.live.is_some() {
        // What was published without a build is in this one.
        files.insert(LIVE, json(&live(paths.build.clone())));
    }
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
        build: match loaded.live {
            Some(_) => build_id(loaded),
            None => String::new(),
        },
    }
}

/// Changes when an article does.
fn build_id(loaded: &LoadedSite) -> String {
    let articles = loaded.articles.iter();
    let articles = articles.map(|article| json(&article.article));
    fingerprint::short(&articles.collect::<Vec<_>>().concat())
}

fn live(since: String) -> Live {
    Live {
        version: VERSION,
        since,
        ..Live::default()
    }
}

/// What of each kind is offered by its name. The search finds more articles.
const MAX_ARTICLES: usize = 20;
const MAX_NAMES: usize = 500;

fn names(loaded: &LoadedSite) -> Names {
    let articles = loaded.articles.iter().take(MAX_ARTICLES);
    let articles = articles.map(|article| Term {
        name: article.summary.title.clone(),
        slug: article.summary.slug.clone(),
    });
    let writers = loaded.authors.iter().map(|writer| {
        let author = &writer.author;
        (writer.articles.len(), &author.name, &author.id)
    });
    let tags = loaded.tags.iter();
    let tags = tags.map(|tag| (tag.articles.len(), &tag.term.name, &tag.term.slug));
    let series = loaded.series.iter();
    let series = series.map(|series| (series.articles.len(), &series.name, &series.slug));
    Names {
        version: VERSION,
        articles: articles.collect(),
        tags: largest(tags),
        series: largest(series),
        authors: largest(writers),
    }
}

/// Those with most articles first; of equals, as they come.
fn largest<'a>(terms: impl Iterator<Item = (usize, &'a String, &'a String)>) -> Vec<Term> {
    let mut terms: Vec<_> = terms.collect();
    terms.sort_by_key(|(articles, ..)| usize::MAX - articles);
    let terms = terms.into_iter().take(MAX_NAMES);
    let terms = terms.map(|(_, name, slug)| Term {
        name: name.clone(),
        slug: slug.clone(),
    });
    terms.collect()
}
