//! Dates and durations, for people and machines.

use crate::content::date::Date;
use leptos::prelude::*;

/// One date.
pub fn view(date: Date) -> impl IntoView {
    view! { <time datetime=date.to_string()>{date.label()}</time> }
}

/// When an article was updated, with the day it was published beside it when that was another one.
pub fn article_dates(published: Option<Date>, updated: Option<Date>) -> impl IntoView {
    let updated = updated.filter(|updated| Some(*updated) != published);
    let published_label = if updated.is_some() { "Published " } else { "" };
    let updated = updated.map(|date| {
        view! {
            <span class="date">
                "Updated " <time class="dt-updated" datetime=date.to_string()>{date.label()}</time>
            </span>
        }
    });
    let published = published.map(|date| {
        view! {
            <span class="date">
                {published_label} <time class="dt-published" datetime=date.to_string()>{date.label()}</time>
            </span>
        }
    });
    (updated, published)
}

/// `6 min read`.
pub fn reading_time(minutes: u32) -> impl IntoView {
    (minutes > 0)
        .then(|| view! { <span class="reading-time">{minutes.to_string()} " min read"</span> })
}
