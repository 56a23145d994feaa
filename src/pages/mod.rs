//! One file per kind of page: data in, page out, no fetching.
//!
//! A page is what stands inside `<main>`; header and footer are the same on all pages and stay where they are when the
//! app moves from page to page.

mod archive_page;
pub mod article_page;
mod author_page;
mod authors_page;
#[cfg(not(target_arch = "wasm32"))]
pub mod desk;
#[cfg(not(target_arch = "wasm32"))]
pub mod embed;
mod failure_page;
mod home_page;
mod not_found_page;
mod reader_page;
mod search_page;
mod tag_page;
mod tags_page;
mod text_page;

use crate::page_data::{PageContent, PageData};
use crate::route::Route;
use archive_page::ArchivePage;
use article_page::ArticlePage;
use author_page::AuthorPage;
use authors_page::AuthorsPage;
use failure_page::FailurePage;
use home_page::HomePage;
use leptos::either::either;
use leptos::prelude::*;
use not_found_page::NotFoundPage;
use reader_page::YouPage;
use search_page::SearchPage;
use tag_page::TagPage;
use tags_page::TagsPage;
use text_page::TextPage;

/// The page's content. Data of a kind that the route does not have shows the page that says "not found".
#[component]
pub fn Page<'a>(data: &'a PageData) -> impl IntoView {
    let PageData {
        route,
        site,
        content,
        slots,
        replies,
    } = data;
    either!((route, content),
        (Route::Article { .. }, PageContent::Article(article, html)) => view! { <ArticlePage site article html slots replies /> },
        (Route::Page { .. } | Route::NotFound, PageContent::Article(article, html)) => {
            view! { <TextPage site article html is_missing=*route == Route::NotFound /> }
        },
        (Route::Home { .. }, PageContent::List(list, html)) => {
            view! { <HomePage site route list html slots /> }
        },
        (
            Route::Tag { .. } | Route::Series { .. } | Route::Section { .. },
            PageContent::List(list, html),
        ) => {
            view! { <TagPage site route list html slots /> }
        },
        (Route::Author { .. }, PageContent::List(list, _)) => view! { <AuthorPage site route list slots /> },
        (Route::Archive | Route::Year { .. }, PageContent::List(list, _)) => {
            view! { <ArchivePage site route list slots /> }
        },
        (Route::Tags | Route::AllSeries, PageContent::Index(index)) => {
            view! { <TagsPage site route index /> }
        },
        (Route::Authors, PageContent::Index(index)) => view! { <AuthorsPage site index /> },
        (Route::You, PageContent::Fixed) => view! { <YouPage site /> },
        (Route::Search, PageContent::Fixed) => view! { <SearchPage site /> },
        (_, PageContent::Failure(error)) => view! { <FailurePage site route error=*error /> },
        (
            Route::Home { .. }
            | Route::Article { .. }
            | Route::Page { .. }
            | Route::Tags
            | Route::Tag { .. }
            | Route::Authors
            | Route::Author { .. }
            | Route::Archive
            | Route::Year { .. }
            | Route::AllSeries
            | Route::Series { .. }
            | Route::Section { .. }
            | Route::You
            | Route::Search
            | Route::Embed
            | Route::Write
            | Route::NotFound,
            _,
        ) => view! { <NotFoundPage site /> },
    )
}
