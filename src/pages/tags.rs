//! All tags, with how many articles each has.

use crate::components::page_header::PageHeader;
use crate::content::{list::Index, site::Site};
use crate::i18n::message;
use crate::route::Route;
use leptos::prelude::*;

#[component]
pub fn TagsPage<'a>(site: &'a Site, index: &'a Index) -> impl IntoView {
    let translator = site.translator();
    let tags = index.tags.iter().map(|tag| {
        let href = site.href(&Route::tag(&tag.slug));
        view! {
            <li>
                <a href=href>{tag.name.as_str()}</a>
                " "
                <span class="tag-count">{translator.count(message::ARTICLE_COUNT, tag.articles)}</span>
            </li>
        }
    });
    view! {
        <PageHeader title=translator.text(message::TAGS) />
        <ul class="tag-index">{tags.collect_view()}</ul>
    }
}
