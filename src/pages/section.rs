//! The articles of a folder of the content.

use crate::components::article_cards::ArticleList;
use crate::components::introduction::Introduction;
use crate::components::page_header::PageHeader;
use crate::components::pagination::Pagination;
use crate::content::{list::List, site::Site};
use crate::i18n::message;
use crate::route::Route;
use leptos::prelude::*;

#[component]
pub fn SectionPage<'a>(
    site: &'a Site,
    route: &'a Route,
    list: &'a List,
    html: &'a str,
) -> impl IntoView {
    let note = site.translator().count(message::ARTICLE_COUNT, list.total);
    view! {
        <PageHeader title=list.title.clone() note />
        <Introduction html />
        <ArticleList site articles=&list.articles />
        <Pagination site route page=list.page pages=list.pages />
    }
}
