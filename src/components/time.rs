//! Dates and durations, for people and machines.

use super::optional_text::unless_empty;
use crate::content::{date::Date, site::Site};
use crate::i18n::{Message, message};
use leptos::prelude::*;

/// One date, where the year is said already.
#[component]
pub fn DayOfYear<'a>(site: &'a Site, date: Date) -> impl IntoView {
    view! { <time datetime=date.to_string()>{site.translator().day_of_year(date)}</time> }
}

/// One date with what it is the date of: by a class for machines, and for people, where it has to be said.
#[component]
pub fn LabelledDay<'a>(
    site: &'a Site,
    #[prop(optional_no_strip)] label: Option<Message<1>>,
    class: &'static str,
    date: Date,
) -> impl IntoView {
    let around = |label| site.translator().around(label);
    let (before, behind) = label.map_or_else(Default::default, around);
    view! {
        <span class="date">
            {unless_empty(before)}
            <time class=class datetime=date.to_string()>
                {site.translator().date(date)}
            </time>
            {unless_empty(behind)}
        </span>
    }
}

/// `6 min read`.
#[component]
pub fn ReadingTime<'a>(site: &'a Site, minutes: u32) -> impl IntoView {
    let text = || site.translator().count(message::READING_TIME, minutes);
    (minutes > 0).then(|| view! { <span class="reading-time">{text()}</span> })
}
