//! The articles that carry one tag.

use crate::components::{article_cards, page_header, pagination};
use crate::content::{list::List, site::Site};
use crate::route::Route;
use leptos::prelude::*;

pub fn view(site: &Site, route: &Route, list: List) -> impl IntoView + use<> {
    view! {
        {page_header::view("Tag", list.title, page_header::article_count(list.total))}
        {article_cards::list(site, list.articles)}
        {pagination::view(site, route, list.page, list.pages)}
        <p class="page-more"><a href=site.href(&Route::Tags)>"All tags"</a></p>
    }
}
