//! One file per kind of page: data in, view out, no fetching.
//!
//! A page is what stands inside `<main>`; header and footer are the same on all pages and stay where they are when the
//! app moves from page to page.

mod archive;
mod article;
mod author;
mod authors;
mod failure;
mod home;
mod not_found;
mod tag;
mod tags;

use crate::page_data::{PageContent, PageData};
use crate::route::Route;
use leptos::{either::EitherOf9, prelude::*};

/// The page's content. Data of a kind that the route does not have shows the page that says "not found".
///
/// Not an `AnyView`: that would keep code in the wasm that updates pages, and a page is built anew each time.
pub fn view(data: PageData) -> impl IntoView {
    let PageData {
        route,
        site,
        content,
    } = data;
    match (&route, content) {
        (_, PageContent::Article(article, html)) => {
            EitherOf9::A(article::view(&site, *article, html))
        }
        (Route::Home { .. }, PageContent::List(list)) => {
            EitherOf9::B(home::view(&site, &route, list))
        }
        (Route::Tag { .. }, PageContent::List(list)) => {
            EitherOf9::C(tag::view(&site, &route, list))
        }
        (Route::Author { .. }, PageContent::List(list)) => {
            EitherOf9::D(author::view(&site, &route, list))
        }
        (Route::Archive, PageContent::List(list)) => EitherOf9::E(archive::view(&site, list)),
        (Route::Tags, PageContent::Index(index)) => EitherOf9::F(tags::view(&site, index)),
        (Route::Authors, PageContent::Index(index)) => EitherOf9::G(authors::view(&site, index)),
        (_, PageContent::Failure(error)) => EitherOf9::H(failure::view(&site, &route, error)),
        _ => EitherOf9::I(not_found::view(&site)),
    }
}
