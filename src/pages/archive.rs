//! Every article there is, by year.

use crate::components::{page_header, time};
use crate::content::{article::Summary, list::List, site::Site};
use crate::route::Route;
use leptos::prelude::*;

pub fn view(site: &Site, list: List) -> impl IntoView + use<> {
    let years = list
        .articles
        .chunk_by(|one, other| year(one) == year(other))
        .map(|articles| {
            let entries = articles
                .iter()
                .map(|article| entry(site, article))
                .collect_view();
            view! {
                <section class="archive-year">
                    <h2 class="archive-heading">{year(&articles[0])}</h2>
                    <ol class="archive-list" reversed>{entries}</ol>
                </section>
            }
        });
    view! {
        {page_header::view("", "Archive".into(), page_header::article_count(list.total))}
        {years.collect_view()}
    }
}

fn entry(site: &Site, article: &Summary) -> impl IntoView + use<> {
    view! {
        <li class="archive-entry">
            <a href=site.href(&Route::article(&article.slug))>{article.title.clone()}</a>
            {article.published.map(time::view)}
        </li>
    }
}

fn year(article: &Summary) -> String {
    article
        .published
        .map_or_else(|| "Undated".into(), |date| date.year.to_string())
}
