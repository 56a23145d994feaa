//! All that one page shows, as one value: what the prerenderer and the browser both hand to `pages`.

use crate::content::{
    article::Article,
    list::{Index, List},
    site::Site,
};
use crate::pages::you;
use crate::route::Route;

/// A page about to be shown.
pub struct PageData {
    pub route: Route,
    pub site: Site,
    pub content: PageContent,
}

/// The part that differs from page to page; which one a route has is fixed by [`Route`].
pub enum PageContent {
    /// With the HTML that `markdown::render` made of the body.
    Article(Box<Article>, String),
    List(List),
    Index(Index),
    /// What the reader's browser keeps, which nobody else can show.
    You,
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
        match self.heading() {
            heading if heading.is_empty() => self.site.title.clone(),
            heading => [&heading, " · ", &self.site.title].concat(),
        }
    }

    /// The page's own title, without the site's; empty on the first page of all.
    pub fn heading(&self) -> String {
        let base = match (&self.content, &self.route) {
            (PageContent::NotFound, _) => "Page not found".into(),
            (PageContent::Failure(_), _) => "This page did not load".into(),
            (PageContent::Article(article, _), _) => article.title.clone(),
            (PageContent::List(list), Route::Author { .. }) => list
                .author
                .as_ref()
                .map_or_else(String::new, |author| author.name.clone()),
            (_, Route::You) => you::TITLE.into(),
            (_, Route::Archive) => "Archive".into(),
            (_, Route::Tags) => "Tags".into(),
            (_, Route::Authors) => "Authors".into(),
            (PageContent::List(list), Route::Tag { .. }) => list.title.clone(),
            _ => String::new(),
        };
        match &self.content {
            PageContent::List(list) if list.page > 1 => {
                let page = list.page.to_string();
                if base.is_empty() {
                    ["Page ", &page].concat()
                } else {
                    [&base, ", page ", &page].concat()
                }
            }
            _ => base,
        }
    }

    /// Absolute URL of this page, or of where the article first appeared.
    pub fn canonical_url(&self) -> String {
        match &self.content {
            PageContent::Article(article, _) if !article.canonical_url.is_empty() => {
                article.canonical_url.clone()
            }
            _ => self.site.base_url.clone() + &self.route.path(),
        }
    }
}

impl Site {
    /// A root-relative link to a page of this site.
    pub fn href(&self, route: &Route) -> String {
        self.base_path().to_string() + &route.path()
    }
}
