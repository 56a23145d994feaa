//! An article's tags as links.

use crate::content::{article::Term, site::Site};
use crate::i18n::message;
use crate::route::Route;
use leptos::prelude::*;

/// Nothing where there are no tags.
#[component]
pub fn TagList<'a>(site: &'a Site, tags: &'a [Term]) -> impl IntoView {
    let items = tags.iter().map(|tag| {
        let href = site.href(&Route::tag(&tag.slug));
        view! {
            <li>
                <a class="p-category" href=href rel="tag">
                    {tag.name.as_str()}
                </a>
            </li>
        }
    });
    (!tags.is_empty()).then(|| {
        view! {
            <ul class="tag-list" aria-label=site.translator().text(message::TAGS)>
                {items.collect_view()}
            </ul>
        }
    })
}
