//! Dates and durations, for people and machines.

use crate::content::date::Date;
use crate::html::{Element, Node, element};

/// One date.
pub fn view(class: &str, date: Date) -> Element {
    element("time", class)
        .attribute("datetime", &date.to_string())
        .text(&date.label())
}

/// When an article was updated, with the day it was published beside it when that was another one.
pub fn article_dates(published: Option<Date>, updated: Option<Date>) -> Node {
    let updated = updated.filter(|updated| Some(*updated) != published);
    let dated = |label: &str, class: &str, date: Date| {
        element("span", "date").text(label).child(view(class, date))
    };
    let published_label = if updated.is_some() { "Published " } else { "" };
    Node::Fragment(vec![
        updated
            .map(|date| dated("Updated ", "dt-updated", date))
            .into(),
        published
            .map(|date| dated(published_label, "dt-published", date))
            .into(),
    ])
}

/// `6 min read`.
pub fn reading_time(minutes: u32) -> Option<Element> {
    let text = || minutes.to_string() + " min read";
    (minutes > 0).then(|| element("span", "reading-time").text(&text()))
}
