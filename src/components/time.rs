//! Dates and durations, for people and machines.

use crate::content::date::Date;
use crate::html::{Element, Node, element};
use crate::language::{Message, Words, message};

/// One date.
pub fn view(words: &Words, class: &str, date: Date) -> Element {
    element("time", class)
        .attribute("datetime", &date.to_string())
        .text(&words.date(date))
}

/// When an article was updated, with the day it was published beside it when that was another one.
pub fn article_dates(words: &Words, published: Option<Date>, updated: Option<Date>) -> Node {
    let updated = updated.filter(|updated| Some(*updated) != published);
    let dated = |label: Option<Message<1>>, class: &str, date: Date| {
        let (before, behind) = label.map_or_else(Default::default, |label| words.around(label));
        element("span", "date")
            .text(&before)
            .child(view(words, class, date))
            .text(&behind)
    };
    let published_label = updated.map(|_| message::PUBLISHED_ON);
    Node::Fragment(vec![
        updated
            .map(|date| dated(Some(message::UPDATED_ON), "dt-updated", date))
            .into(),
        published
            .map(|date| dated(published_label, "dt-published", date))
            .into(),
    ])
}

/// `6 min read`.
pub fn reading_time(words: &Words, minutes: u32) -> Option<Element> {
    let text = || words.count(message::READING_TIME, minutes);
    (minutes > 0).then(|| element("span", "reading-time").text(&text()))
}
