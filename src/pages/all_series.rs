//! All series, with how many articles each has.

use crate::components::page_header::PageHeader;
use crate::content::{list::Index, site::Site};
use crate::i18n::message;
use crate::route::Route;
use leptos::prelude::*;

#[component]
pub fn AllSeriesPage<'a>(site: &'a Site, index: &'a Index) -> impl IntoView {
    let translator = site.translator();
    let series = index.series.iter().map(|series| {
        let href = site.href(&Route::series(&series.slug));
        let count = translator.count(message::ARTICLE_COUNT, series.articles);
        view! {
            <li>
                <a href=href>{series.name.as_str()}</a>
                " "
                <span class="tag-count">{count}</span>
            </li>
        }
    });
    view! {
        <PageHeader title=translator.text(message::ALL_SERIES) />
        <ul class="tag-index">{series.collect_view()}</ul>
    }
}
