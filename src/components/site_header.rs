//! The head of every page: the site's name and its main navigation.

use crate::content::site::{NavigationLink, Site};
use crate::route::Route;
use leptos::prelude::*;

pub fn view(site: &Site, route: &Route) -> impl IntoView + use<> {
    let current = site.href(route);
    let links = site.navigation.iter().map(|link| {
        let href = href(site, link);
        let here = (href == current).then_some("page");
        view! { <li><a href=href aria-current=here>{link.label.clone()}</a></li> }
    });
    let links = links.collect_view();
    view! {
        <header class="site-header">
            <a class="site-title" href=site.href(&Route::HOME)>{site.title.clone()}</a>
            <nav class="site-navigation" aria-label="Main"><ul>{links}</ul></nav>
        </header>
    }
}

/// A link from the root is meant from the site's root.
fn href(site: &Site, link: &NavigationLink) -> String {
    match link.href.strip_prefix('/') {
        Some(path) => site.base_path().to_string() + path,
        None => link.href.clone(),
    }
}
