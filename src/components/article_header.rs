//! What is said of an article above its text and below it, on its own page and in an embed.

use super::line::Line;
use super::time::LabelledDay;
use crate::content::{article::Article, moment::Moment, site::Site};
use crate::i18n::message;
use leptos::prelude::*;

/// The deck, where there is one.
#[component]
pub fn Deck<'a>(article: &'a Article) -> impl IntoView {
    view! { <Line class="deck p-summary" text=&article.description /> }
}

/// The day alone. Machines find it where the dates are said in full.
#[component]
pub fn PublishedOn<'a>(site: &'a Site, article: &'a Article) -> impl IntoView {
    let published = article.published.map(Moment::date);
    published.map(|date| view! { <LabelledDay site class="article-day" date /> })
}

/// When it was published, and updated, if that was another day.
#[component]
pub fn ArticleDates<'a>(site: &'a Site, article: &'a Article) -> impl IntoView {
    let published = article.published.map(Moment::date);
    let updated = article
        .updated
        .map(Moment::date)
        .filter(|updated| Some(*updated) != published);
    let dates = [
        (published, message::PUBLISHED_ON, "dt-published"),
        (updated, message::UPDATED_ON, "dt-updated"),
    ];
    let dates = dates.map(|(date, label, class)| {
        date.map(|date| view! { <LabelledDay site label=Some(label) class date /> })
    });
    view! { <p class="article-dates">{dates}</p> }
}
