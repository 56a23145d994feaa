//! Everybody who writes here.

use crate::components::author_card::AuthorCard;
use crate::components::page_header::PageHeader;
use crate::content::{list::Index, site::Site};
use crate::i18n::message;
use leptos::prelude::*;

#[component]
pub fn AuthorsPage<'a>(site: &'a Site, index: &'a Index) -> impl IntoView {
    let translator = site.translator();
    let note = match index.authors.is_empty() {
        true => translator.text(message::NOTHING_HERE),
        false => String::new(),
    };
    let cards = index.authors.iter().map(|entry| {
        view! {
            <li>
                <AuthorCard site author=&entry.author level="h2" />
                <p class="author-count">{translator.count(message::ARTICLE_COUNT, entry.articles)}</p>
            </li>
        }
    });
    view! {
        <PageHeader title=translator.text(message::AUTHORS) note />
        <ul class="author-index">{cards.collect_view()}</ul>
    }
}
