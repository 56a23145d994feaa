//! All tags, with how many articles each has.

use crate::components::page_header;
use crate::content::{list::Index, site::Site};
use crate::route::Route;
use leptos::prelude::*;

pub fn view(site: &Site, index: Index) -> impl IntoView + use<> {
    let tags = index.tags.into_iter().map(|tag| {
        view! {
            <li>
                <a href=site.href(&Route::tag(&tag.slug))>{tag.name}</a>
                <span class="tag-count">{page_header::article_count(tag.articles)}</span>
            </li>
        }
    });
    view! {
        {page_header::view("", "Tags".into(), String::new())}
        <ul class="tag-index">{tags.collect_view()}</ul>
    }
}
