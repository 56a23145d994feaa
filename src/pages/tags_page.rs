//! All tags, or all series, with how many articles each has.

use crate::components::page_header::PageHeader;
use crate::content::{list::Index, site::Site};
use crate::i18n::message;
use crate::route::Route;
use leptos::prelude::*;

#[component]
pub fn TagsPage<'a>(site: &'a Site, route: &'a Route, index: &'a Index) -> impl IntoView {
    let translator = site.translator();
    let is_of_series = *route == Route::AllSeries;
    let (title, entries) = match is_of_series {
        true => (message::ALL_SERIES, &index.series),
        false => (message::TAGS, &index.tags),
    };
    let note = match entries.is_empty() {
        true => translator.text(message::NOTHING_HERE),
        false => String::new(),
    };
    let entries = entries.iter().map(|entry| {
        let page = match is_of_series {
            true => Route::series(&entry.slug),
            false => Route::tag(&entry.slug),
        };
        let count = translator.count(message::ARTICLE_COUNT, entry.articles);
        view! {
            <li>
                <a href=site.href(&page)>{entry.name.as_str()}</a>
                " "
                <span class="tag-count">{count}</span>
            </li>
        }
    });
    view! {
        <PageHeader title=translator.text(title) note />
        <ul class="tag-index">{entries.collect_view()}</ul>
    }
}
