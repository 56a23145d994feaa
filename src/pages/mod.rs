//! One file per kind of page: data in, page out, no fetching.
//!
//! A page is what stands inside `<main>`; header and footer are the same on all pages and stay where they are when the
//! app moves from page to page.

mod archive;
mod article;
mod author;
mod authors;
#[cfg(not(target_arch = "wasm32"))]
pub mod embed;
mod failure;
mod home;
mod not_found;
mod tag;
mod tags;
mod you;

use crate::html::Node;
use crate::page_data::{PageContent, PageData};
use crate::route::Route;

/// The page's content. Data of a kind that the route does not have shows the page that says "not found".
pub fn view(data: &PageData) -> Node {
    let PageData {
        route,
        site,
        content,
    } = data;
    match (route, content) {
        (_, PageContent::Article(article, html)) => article::view(site, article, html),
        (Route::Home { .. }, PageContent::List(list)) => home::view(site, route, list),
        (Route::Tag { .. }, PageContent::List(list)) => tag::view(site, route, list),
        (Route::Author { .. }, PageContent::List(list)) => author::view(site, route, list),
        (Route::Archive, PageContent::List(list)) => archive::view(site, list),
        (Route::Tags, PageContent::Index(index)) => tags::view(site, index),
        (Route::Authors, PageContent::Index(index)) => authors::view(site, index),
        (Route::You, PageContent::Fixed) => you::view(site),
        (_, PageContent::Failure(error)) => failure::view(site, route, *error),
        _ => not_found::view(site),
    }
}
