//! What stands under an article's title, on its own page and in an embed.

use super::line::Line;
use super::time::{LabelledDay, ReadingTime};
use crate::content::{article::Article, moment::Moment, site::Site};
use crate::i18n::message;
use leptos::prelude::*;

/// The deck, where there is one.
#[component]
pub fn Deck<'a>(article: &'a Article) -> impl IntoView {
    view! { <Line class="deck p-summary" text=&article.description /> }
}

/// When it was published and updated, if that was another day, and how long it takes to read.
#[component]
pub fn ArticleDates<'a>(site: &'a Site, article: &'a Article) -> impl IntoView {
    let published = article.published.map(Moment::date);
    let updated = article
        .updated
        .map(Moment::date)
        .filter(|updated| Some(*updated) != published);
    let published_label = updated.map(|_| message::PUBLISHED_ON);
    view! {
        <p class="article-dates">
            {updated
                .map(|date| {
                    view! {
                        <LabelledDay site label=Some(message::UPDATED_ON) class="dt-updated" date />
                    }
                })}
            {published
                .map(|date| {
                    view! { <LabelledDay site label=published_label class="dt-published" date /> }
                })}
            <ReadingTime site minutes=article.reading_minutes />
        </p>
    }
}
