//! An article's tags as links.

use crate::content::{article::Term, site::Site};
use crate::route::Route;
use leptos::prelude::*;

/// Nothing where there are no tags.
pub fn view(site: &Site, tags: &[Term]) -> impl IntoView + use<> {
    let items = tags.iter().map(|tag| {
        view! { <li><a class="p-category" rel="tag" href=site.href(&Route::tag(&tag.slug))>{tag.name.clone()}</a></li> }
    });
    let items = items.collect_view();
    (!tags.is_empty()).then(|| view! { <ul class="tag-list" aria-label="Tags">{items}</ul> })
}
