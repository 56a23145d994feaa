//! Everybody who writes here.

use crate::components::{author_card, page_header};
use crate::content::{list::Index, site::Site};
use leptos::prelude::*;

pub fn view(site: &Site, index: Index) -> impl IntoView + use<> {
    let cards = index.authors.into_iter().map(|entry| {
        let count = page_header::article_count(entry.articles);
        view! { <li>{author_card::card(site, entry.author, 2)} <p class="author-count">{count}</p></li> }
    });
    view! {
        {page_header::view("", "Authors".into(), String::new())}
        <ul class="author-index">{cards.collect_view()}</ul>
    }
}
