//! The articles that carry one tag.

use crate::components::article_cards::ArticleList;
use crate::components::introduction::Introduction;
use crate::components::page_header::PageHeader;
use crate::components::pagination::Pagination;
use crate::content::{list::List, site::Site};
use crate::i18n::message;
use crate::route::Route;
use leptos::prelude::*;

#[component]
pub fn TagPage<'a>(
    site: &'a Site,
    route: &'a Route,
    list: &'a List,
    html: &'a str,
) -> impl IntoView {
    let translator = site.translator();
    view! {
        <PageHeader
            kicker=translator.text(message::TAG)
            title=list.title.clone()
            note=translator.count(message::ARTICLE_COUNT, list.total)
        />
        <Introduction html />
        <ArticleList site articles=&list.articles about=list.title.as_str() />
        <Pagination site route page=list.page pages=list.pages />
        <p class="page-more">
            <a href=site.href(&Route::Tags)>{translator.text(message::ALL_TAGS)}</a>
        </p>
    }
}
