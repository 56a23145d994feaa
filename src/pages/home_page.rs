//! The front page: what the publication is, its newest article, and all others.

use crate::components::article_cards::{ArticleList, Stories};
use crate::components::continue_reading::ContinueReading;
use crate::components::introduction::Introduction;
use crate::components::masthead::Masthead;
use crate::components::page_header::PageHeader;
use crate::components::pagination::Pagination;
use crate::components::slot::Slot;
use crate::content::slots::{AFTER_LIST, Slots};
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
    slots: &'a Slots,
) -> impl IntoView {
    let articles = &list.articles;
    let content = match list.page {
        0 | 1 => Either::Left(view! {
            <Masthead site />
            <Introduction html />
            <ContinueReading site />
            <Stories site articles />
        }),
        page => {
            let translator = site.translator();
            let title = translator.fill(message::ARTICLES_ON_PAGE, [&translator.number(page)]);
            Either::Right(view! {
                <PageHeader title />
                <ArticleList site articles />
            })
        }
    };
    view! {
        {content}
        <Pagination site route page=list.page pages=list.pages />
        <Slot slots section="" name=AFTER_LIST />
    }
}
