//! The articles of a series, in order, with what the reader has read of them.

use crate::components::article_cards::ArticleList;
use crate::components::page_header::PageHeader;
use crate::content::{list::List, site::Site};
use crate::i18n::message;
use crate::route::Route;
use leptos::prelude::*;

#[component]
pub fn SeriesPage<'a>(site: &'a Site, list: &'a List) -> impl IntoView {
    let translator = site.translator();
    view! {
        <PageHeader
            kicker=translator.text(message::SERIES)
            title=list.title.clone()
            note=translator.count(message::ARTICLE_COUNT, list.total)
        />
        <recto-series>
            <ArticleList site articles=&list.articles about=list.title.as_str() />
        </recto-series>
        <p class="page-more">
            <a href=site.href(&Route::AllSeries)>{translator.text(message::ALL_SERIES)}</a>
        </p>
    }
}
