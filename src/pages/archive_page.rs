//! Every article there is, by year. Of a large blog the years, each with pages of its own, and the newest articles.

use crate::components::page_header::PageHeader;
use crate::components::pagination::Pagination;
use crate::components::slot::Slot;
use crate::components::time::DayOfYear;
use crate::content::list::YearEntry;
use crate::content::slots::{AFTER_LIST, Slots};
use crate::content::{article::Summary, list::List, site::Site};
use crate::i18n::message;
use crate::route::Route;
use leptos::either::Either;
use leptos::prelude::*;

#[component]
pub fn ArchivePage<'a>(
    site: &'a Site,
    route: &'a Route,
    list: &'a List,
    slots: &'a Slots,
) -> impl IntoView {
    let translator = site.translator();
    let archive = translator.text(message::ARCHIVE);
    let (kicker, title) = match route {
        Route::Year { year, .. } => (archive, year.to_string()),
        _ => (String::new(), archive),
    };
    let years = list
        .articles
        .chunk_by(|one, other| year(one) == year(other));
    let years = years.map(|articles| view! { <Year site route list articles /> });
    view! {
        <PageHeader
            kicker
            title
            note=translator.count(message::ARTICLE_COUNT, list.total)
        />
        <Years site route years=&list.years />
        {years.collect_view()}
        <Pagination site route page=list.page pages=list.pages />
        <Older site route list />
        <Slot slots section="" name=AFTER_LIST />
    }
}

/// The way to each year; nothing where all articles are on this page.
#[component]
fn Years<'a>(site: &'a Site, route: &'a Route, years: &'a [YearEntry]) -> impl IntoView {
    let translator = site.translator();
    let link = |entry: &YearEntry| {
        let page = Route::year(entry.year);
        let current = (route.at_page(1) == page).then_some("page");
        let count = translator.count(message::ARTICLE_COUNT, entry.articles);
        view! {
            <li>
                <a href=site.href(&page) aria-current=current>
                    {entry.year.to_string()}
                </a>
                " "
                <span class="tag-count">{count}</span>
            </li>
        }
    };
    (!years.is_empty()).then(|| {
        view! {
            <nav class="archive-years" aria-label=translator.text(message::BY_YEAR)>
                <ul class="tag-index">{years.iter().map(link).collect_view()}</ul>
            </nav>
        }
    })
}

/// The rest of the newest year, where the archive holds only its beginning.
#[component]
fn Older<'a>(site: &'a Site, route: &'a Route, list: &'a List) -> impl IntoView {
    let newest = list.years.first().filter(|newest| {
        *route == Route::Archive && (list.articles.len() as u32) < newest.articles
    });
    newest.map(|newest| {
        let href = site.href(&Route::year(newest.year).at_page(2));
        view! {
            <p class="page-more">
                <a href=href>{site.translator().text(message::OLDER_ARTICLES)}</a>
            </p>
        }
    })
}

/// The page of a year has said which.
#[component]
fn Year<'a>(
    site: &'a Site,
    route: &'a Route,
    list: &'a List,
    articles: &'a [Summary],
) -> impl IntoView {
    let is_said = matches!(route, Route::Year { .. });
    let heading = (!is_said).then(|| view! { <Heading site list articles /> });
    let entries = articles
        .iter()
        .map(|article| view! { <Entry site article /> });
    view! {
        <section class="archive-year">
            {heading}
            <ol class="archive-list" reversed>
                {entries.collect_view()}
            </ol>
        </section>
    }
}

/// It leads to the year's page, where there is one.
#[component]
fn Heading<'a>(site: &'a Site, list: &'a List, articles: &'a [Summary]) -> impl IntoView {
    let year = articles.first().and_then(year);
    let text = year.map_or_else(
        || site.translator().text(message::UNDATED),
        |year| year.to_string(),
    );
    let page = year.filter(|year| list.years.iter().any(|entry| entry.year == *year));
    let text = match page {
        Some(page) => Either::Left(view! { <a href=site.href(&Route::year(page))>{text}</a> }),
        None => Either::Right(text),
    };
    view! { <h2 class="archive-heading">{text}</h2> }
}

#[component]
fn Entry<'a>(site: &'a Site, article: &'a Summary) -> impl IntoView {
    let href = site.href(&Route::article(&article.slug));
    view! {
        <li class="archive-entry">
            <a href=href>{article.title.as_str()}</a>
            " "
            {article.published.map(|date| view! { <DayOfYear site date /> })}
        </li>
    }
}

fn year(article: &Summary) -> Option<u16> {
    article.published.map(|date| date.year)
}
