//! The front page: the newest article leads, the others follow as a list.

use crate::components::{article_cards, pagination};
use crate::content::{list::List, site::Site};
use crate::route::Route;
use leptos::{either::Either, prelude::*};

pub fn view(site: &Site, route: &Route, list: List) -> impl IntoView + use<> {
    let first_page = list.page <= 1;
    let mut articles = list.articles.into_iter();
    let lead = if first_page { articles.next() } else { None };
    let heading = match first_page {
        true => Either::Left(view! { <h1 class="visually-hidden">{site.title.clone()}</h1> }),
        false => Either::Right(
            view! { <h1 class="page-title">"Articles, page " {list.page.to_string()}</h1> },
        ),
    };
    view! {
        {heading}
        {lead.map(|lead| article_cards::lead(site, lead))}
        {article_cards::list(site, articles)}
        {pagination::view(site, route, list.page, list.pages)}
    }
}
