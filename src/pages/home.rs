//! The front page: the newest article leads, the others follow as a list.

use crate::components::article_cards::{ArticleList, LeadStory};
use crate::components::continue_reading::ContinueReading;
use crate::components::introduction::Introduction;
use crate::components::pagination::Pagination;
use crate::content::{list::List, site::Site};
use crate::i18n::message;
use crate::route::Route;
use leptos::either::Either;
use leptos::prelude::*;

#[component]
pub fn HomePage<'a>(
    site: &'a Site,
    route: &'a Route,
    list: &'a List,
    html: &'a str,
) -> impl IntoView {
    let is_first = list.page <= 1;
    let (lead, others) = match list.articles.split_first() {
        Some((lead, others)) if is_first => (Some(lead), others),
        _ => (None, list.articles.as_slice()),
    };
    view! {
        <Title site list />
        <Introduction html />
        {is_first.then(|| view! { <ContinueReading site /> })}
        {lead.map(|article| view! { <LeadStory site article /> })}
        <ArticleList site articles=others />
        <Pagination site route page=list.page pages=list.pages />
    }
}

/// On the first page, the header has the title for those who see it.
#[component]
fn Title<'a>(site: &'a Site, list: &'a List) -> impl IntoView {
    if list.page <= 1 {
        return Either::Left(view! { <h1 class="visually-hidden">{site.title.as_str()}</h1> });
    }
    let translator = site.translator();
    let title = translator.fill(message::ARTICLES_ON_PAGE, [&translator.number(list.page)]);
    Either::Right(view! { <h1 class="page-title">{title}</h1> })
}
