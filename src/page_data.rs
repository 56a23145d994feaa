//! All that one page shows, as one value: what the prerenderer and the browser both hand to `pages`.

use crate::content::{
    article::Article,
    list::{Index, List},
    permalinks,
    site::{Site, SitePaths},
    slots::Slots,
    url::SafeUrl,
};
use crate::i18n::message;
use crate::route::{Route, numbered};

/// A page about to be shown.
pub struct PageData {
    pub route: Route,
    pub site: Site,
    pub content: PageContent,
    /// What the publisher puts beside it; nothing in the app.
    pub slots: Slots,
    /// The HTML of the replies to an article; mostly empty.
    pub replies: String,
}

/// The part that differs from page to page; which one a route has is fixed by [`Route`].
#[derive(Clone)]
pub enum PageContent {
    /// With the HTML that `markdown::render` made of the body.
    Article(Box<Article>, String),
    /// With the HTML of what the publisher says above it; mostly empty.
    List(Box<List>, String),
    Index(Index),
    /// A page that is always the same, or whose content nobody but the reader's browser knows.
    Fixed,
    NotFound,
    /// The page could not be loaded.
    Failure(LoadError),
}

/// Why a page's data is not to be had. Each has its own sentence for the reader, and its own way on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// There is nothing at this address.
    NotFound,
    /// The network did not answer.
    Offline,
    /// What came is not what a page is made of.
    Malformed,
    /// The data is of another version than this app.
    Outdated,
}

impl PageData {
    /// What the browser's tab and a search result show.
    pub fn document_title(&self) -> String {
        self.site.document_title(&self.heading())
    }

    /// The page's own title, without the site's; empty on the first page of all.
    pub fn heading(&self) -> String {
        let translator = self.site.translator();
        let base = match &self.content {
            PageContent::NotFound => translator.text(message::NOT_FOUND),
            PageContent::Failure(_) => translator.text(message::NOT_LOADED),
            PageContent::Article(article, _) => article.title.clone(),
            PageContent::List(..) | PageContent::Index(_) | PageContent::Fixed => {
                self.heading_of_route()
            }
        };
        match &self.content {
            PageContent::List(list, _) if list.page > 1 => {
                let page = translator.number(list.page);
                if base.is_empty() {
                    translator.fill(message::PAGE, [&page])
                } else {
                    translator.fill(message::HEADING_ON_PAGE, [&base, &page])
                }
            }
            _ => base,
        }
    }

    fn heading_of_route(&self) -> String {
        let translator = self.site.translator();
        let list = match &self.content {
            PageContent::List(list, _) => Some(list),
            _ => None,
        };
        match &self.route {
            Route::Tag { .. } | Route::Series { .. } | Route::Section { .. } => {
                list.map(|list| list.title.clone()).unwrap_or_default()
            }
            Route::Author { .. } => {
                let author = list.and_then(|list| list.author.as_ref());
                author.map(|author| author.name.clone()).unwrap_or_default()
            }
            Route::You => translator.text(message::YOU),
            Route::Search => translator.text(message::SEARCH),
            Route::Archive => translator.text(message::ARCHIVE),
            Route::Year { year, .. } => year.to_string(),
            Route::AllSeries => translator.text(message::ALL_SERIES),
            Route::Tags => translator.text(message::TAGS),
            Route::Authors => translator.text(message::AUTHORS),
            Route::Home { .. }
            | Route::Article { .. }
            | Route::Page { .. }
            | Route::Embed
            | Route::Write
            | Route::NotFound => String::new(),
        }
    }

    /// Absolute URL of this page, or of where the article first appeared.
    pub fn canonical_url(&self) -> SafeUrl {
        match &self.content {
            PageContent::Article(article, _) if !article.canonical_url.is_empty() => {
                article.canonical_url.clone()
            }
            _ => (self.site.base_url.clone() + &self.route.path()).into(),
        }
    }
}

impl SitePaths {
    /// The route as the site has it: what may be a page may be a section, or "not found".
    pub fn settled(&self, route: Route) -> Route {
        match &route {
            Route::Page { path } if self.pages.contains(path) => route,
            Route::Page { path } => {
                let section = self.section(path);
                section
                    .or_else(|| self.article(path))
                    .unwrap_or(Route::NotFound)
            }
            Route::Section { path, .. } if !self.sections.contains(path) => Route::NotFound,
            _ => route,
        }
    }

    /// An article where the publisher wants articles to live.
    fn article(&self, path: &str) -> Option<Route> {
        permalinks::is_path(&self.permalinks, path).then(|| Route::article(&["/", path].concat()))
    }

    /// The page of a list at this path: `blog`, `blog/page/2`.
    fn section(&self, path: &str) -> Option<Route> {
        let is_section = |path: &str| self.sections.iter().any(|section| section == path);
        if is_section(path) {
            return Some(Route::section(path));
        }
        let (path, number) = path.rsplit_once("/page/")?;
        let page = numbered(number).filter(|_| is_section(path))?;
        Some(Route::section(path).at_page(page))
    }
}

impl Site {
    /// What the browser's tab shows of a page with this title.
    pub fn document_title(&self, heading: &str) -> String {
        match heading {
            "" => self.title.clone(),
            heading => [heading, " · ", &self.title].concat(),
        }
    }

    /// A root-relative link to a page of this site.
    pub fn href(&self, route: &Route) -> String {
        self.base_path().to_string() + &route.path()
    }
}
