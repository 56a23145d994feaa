//! `<recto-continue>`: the article that was begun last and not finished, with a link to the place in it. Where it is the lead
//! story, whose title stands right below, the link says only that.

use crate::browser::{
    bridge,
    events::{listen, until_removed},
    find, storage,
};
use crate::i18n::message;
use crate::reader_data::{Last, ReaderData};
use crate::route::Route;
use crate::storage_key::StorageKey;
use web_sys::{Event, HtmlElement};

pub fn enhance(element: HtmlElement) {
    let Some(signal) = until_removed() else {
        return;
    };
    show(&element);
    listen(&bridge::window(), "storage", &signal, move |_: Event| {
        show(&element);
    });
}

fn show(element: &HtmlElement) {
    let (Some(link), Some(time)) = (
        find::first(element, "a"),
        find::first(element, ".reading-time"),
    ) else {
        return;
    };
    let Some(ReaderData::Last(Last { slug, .. })) = storage::load(&StorageKey::Last) else {
        return;
    };
    let Some(ReaderData::Reading(reading)) = storage::load(&StorageKey::Reading(&slug)) else {
        return;
    };
    let place = Some(reading.at).filter(|place| !place.is_empty());
    let place = place.map_or_else(String::new, |place| ["#", &place].concat());
    let href = [
        &bridge::get().base(),
        &*Route::article(&slug).path(),
        &place,
    ]
    .concat();
    // It cannot fail for a name that is an attribute's name.
    drop(link.set_attribute("href", &href));
    let is_lead = find::on_page(".lead-story .card-link").any(|lead| {
        lead.get_attribute("href")
            .is_some_and(|lead| href.starts_with(&lead))
    });
    let text = match is_lead {
        true => bridge::translator().text(message::CONTINUE_HERE),
        false => reading.title,
    };
    link.set_text_content(Some(&text));
    let left = match reading.left {
        0 => String::new(),
        minutes => bridge::translator().count(message::TIME_LEFT, minutes),
    };
    time.set_text_content(Some(&left));
}
