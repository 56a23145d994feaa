//! The articles of a tag, a section or a series; of a series in order, with what the reader has read of them.

use crate::components::article_cards::ArticleList;
use crate::components::introduction::Introduction;
use crate::components::page_header::PageHeader;
use crate::components::pagination::Pagination;
use crate::components::slot::Slot;
use crate::content::slots::{AFTER_LIST, Slots};
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
    slots: &'a Slots,
) -> impl IntoView {
    let translator = site.translator();
    let is_series = matches!(route, Route::Series { .. });
    let kind = match (route, is_series) {
        (Route::Tag { .. }, _) => Some((message::TAG, Route::Tags, message::ALL_TAGS)),
        (_, true) => Some((message::SERIES, Route::AllSeries, message::ALL_SERIES)),
        _ => None,
    };
    let section = match route {
        Route::Section { path, .. } => path,
        _ => "",
    };
    let kicker = kind.as_ref().map(|(kicker, ..)| translator.text(*kicker));
    view! {
        <PageHeader
            kicker=kicker.unwrap_or_default()
            title=list.title.clone()
            note=translator.count(message::ARTICLE_COUNT, list.total)
        />
        <Introduction html />
        {is_series.then(|| view! { <recto-series></recto-series> })}
        <ArticleList site articles=&list.articles about=list.title.as_str() />
        <Pagination site route page=list.page pages=list.pages />
        {kind
            .map(|(_, all, label)| {
                view! {
                    <p class="page-more">
                        <a href=site.href(&all)>{translator.text(label)}</a>
                    </p>
                }
            })}
        <Slot slots section=section name=AFTER_LIST />
    }
}
