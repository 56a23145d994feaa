//! Everybody who writes here.

use crate::components::author_card::AuthorCard;
use crate::components::page_header::PageHeader;
use crate::content::{list::Index, site::Site};
use crate::language::message;
use leptos::prelude::*;

#[component]
pub fn AuthorsPage<'a>(site: &'a Site, index: &'a Index) -> impl IntoView {
    let words = site.words();
    let cards = index.authors.iter().map(|entry| {
        view! {
            <li>
                <AuthorCard site author=&entry.author level="h2" />
                <p class="author-count">{words.count(message::ARTICLE_COUNT, entry.articles)}</p>
            </li>
        }
    });
    view! {
        <PageHeader title=words.text(message::AUTHORS) />
        <ul class="author-index">{cards.collect_view()}</ul>
    }
}
