//! Every article there is, by year.

use crate::components::page_header::PageHeader;
use crate::components::slot::Slot;
use crate::components::time::DayOfYear;
use crate::content::slots::{AFTER_LIST, Slots};
use crate::content::{article::Summary, list::List, site::Site};
use crate::i18n::message;
use crate::route::Route;
use leptos::prelude::*;

#[component]
pub fn ArchivePage<'a>(site: &'a Site, list: &'a List, slots: &'a Slots) -> impl IntoView {
    let translator = site.translator();
    let years = list
        .articles
        .chunk_by(|one, other| year(one) == year(other));
    let years = years.map(|articles| view! { <Year site articles /> });
    view! {
        <PageHeader
            title=translator.text(message::ARCHIVE)
            note=translator.count(message::ARTICLE_COUNT, list.total)
        />
        {years.collect_view()}
        <Slot slots section="" name=AFTER_LIST />
    }
}

#[component]
fn Year<'a>(site: &'a Site, articles: &'a [Summary]) -> impl IntoView {
    let heading = articles.first().and_then(year);
    let heading = heading.map_or_else(
        || site.translator().text(message::UNDATED),
        |year| year.to_string(),
    );
    let entries = articles
        .iter()
        .map(|article| view! { <Entry site article /> });
    view! {
        <section class="archive-year">
            <h2 class="archive-heading">{heading}</h2>
            <ol class="archive-list" reversed>
                {entries.collect_view()}
            </ol>
        </section>
    }
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
