//! The way through a list of several pages.

use crate::content::site::Site;
use crate::route::Route;
use leptos::prelude::*;

/// Nothing where there is only one page.
pub fn view(site: &Site, route: &Route, page: u32, pages: u32) -> impl IntoView + use<> {
    let newer = (page > 1).then(|| site.href(&route.at_page(page - 1)));
    let older = (page < pages).then(|| site.href(&route.at_page(page + 1)));
    let position = ["Page ", &page.to_string(), " of ", &pages.to_string()].concat();
    (pages > 1).then(|| {
        view! {
            <nav class="pagination" aria-label="Pages">
                {newer.map(|href| view! { <a rel="prev" href=href>"Newer articles"</a> })}
                <span>{position}</span>
                {older.map(|href| view! { <a rel="next" href=href>"Older articles"</a> })}
            </nav>
        }
    })
}
