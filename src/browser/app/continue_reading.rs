//! `<recto-continue>`: the article that was begun last and not finished, with a link to the place in it.

use crate::browser::{
    bridge,
    events::{listen, until_removed},
    find,
    record::Record,
};
use crate::language::message;
use crate::route::Route;
use crate::stored::Key;
use web_sys::{Event, HtmlElement};

pub fn enliven(element: HtmlElement) {
    let Some(signal) = until_removed() else {
        return;
    };
    show(&element);
    listen(&bridge::window(), "storage", &signal, move |_: Event| {
        show(&element)
    });
}

fn show(element: &HtmlElement) {
    let slug = Record::kept(&Key::Last).text("slug");
    let (Some(link), Some(time)) = (
        find::first(element, "a"),
        find::first(element, ".reading-time"),
    ) else {
        return;
    };
    if slug.is_empty() {
        return;
    }
    let reading = Record::kept(&Key::Reading(&slug));
    let place = Some(reading.text("at")).filter(|place| !place.is_empty());
    let place = place.map_or_else(String::new, |place| ["#", &place].concat());
    let href = [
        &bridge::get().base(),
        &*Route::article(&slug).path(),
        &place,
    ]
    .concat();
    // It cannot fail for a name that is an attribute's name.
    drop(link.set_attribute("href", &href));
    link.set_text_content(Some(&reading.text("title")));
    let left = match reading.number("left") as u32 {
        0 => String::new(),
        minutes => bridge::words().count(message::TIME_LEFT, minutes),
    };
    time.set_text_content(Some(&left));
}
