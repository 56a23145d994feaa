//! The articles published before and after this one.

use crate::content::{article::Link, site::Site};
use crate::route::Route;
use leptos::prelude::*;

/// Nothing where the article stands alone.
pub fn view(site: &Site, previous: Option<Link>, next: Option<Link>) -> impl IntoView + use<> {
    let any = previous.is_some() || next.is_some();
    let previous = previous.map(|link| neighbour(site, link, "prev", "Previous"));
    let next = next.map(|link| neighbour(site, link, "next", "Next"));
    any.then(|| view! { <nav class="neighbours" aria-label="Previous and next article">{previous} {next}</nav> })
}

fn neighbour(
    site: &Site,
    link: Link,
    rel: &'static str,
    label: &'static str,
) -> impl IntoView + use<> {
    view! {
        <a class="neighbour" rel=rel href=site.href(&Route::article(&link.slug))>
            <span class="neighbour-label">{label}</span>
            <span class="neighbour-title">{link.title}</span>
        </a>
    }
}
