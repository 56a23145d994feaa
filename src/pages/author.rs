//! One author: who they are, and what they wrote.

use crate::components::{article_cards, author_card, pagination};
use crate::content::{list::List, site::Site};
use crate::route::Route;
use leptos::prelude::*;

pub fn view(site: &Site, route: &Route, list: List) -> impl IntoView + use<> {
    view! {
        {author_card::profile(list.author.unwrap_or_default())}
        <h2 class="section-title">"Articles"</h2>
        {article_cards::list(site, list.articles)}
        {pagination::view(site, route, list.page, list.pages)}
    }
}
