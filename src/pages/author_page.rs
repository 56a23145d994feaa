//! One author: who they are, and what they wrote.

use crate::components::article_cards::ArticleList;
use crate::components::author_card::AuthorProfile;
use crate::components::pagination::Pagination;
use crate::components::slot::Slot;
use crate::content::slots::{AFTER_LIST, Slots};
use crate::content::{list::List, site::Site};
use crate::i18n::message;
use crate::route::Route;
use leptos::prelude::*;

#[component]
pub fn AuthorPage<'a>(
    site: &'a Site,
    route: &'a Route,
    list: &'a List,
    slots: &'a Slots,
) -> impl IntoView {
    let author = list.author.as_ref();
    let about = author.map_or("", |author| author.name.as_str());
    view! {
        {author.map(|author| view! { <AuthorProfile author /> })}
        <h2 class="section-title">{site.translator().text(message::ARTICLES)}</h2>
        <ArticleList site articles=&list.articles about />
        <Pagination site route page=list.page pages=list.pages />
        <Slot slots section="" name=AFTER_LIST />
    }
}
