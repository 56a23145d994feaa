//! `<recto-actions article="slug">`: the button that saves the article says whether it is saved, in every tab, and leads to
//! the reading list then.

use super::reading_list;
use crate::browser::{
    bridge,
    events::{listen, until_removed},
    find, storage,
};
use crate::i18n::message;
use crate::reader_data::{ReaderData, Saved, Time};
use crate::storage_key::StorageKey;
use js_sys::Date;
use web_sys::{Event, HtmlElement};

pub fn enhance(element: HtmlElement) {
    let (Some(signal), Some(button)) = (until_removed(), find::first(&element, "[aria-pressed]"))
    else {
        return;
    };
    let slug = element.get_attribute("article").unwrap_or_default();
    let (actions, shown, saved) = (element.clone(), button.clone(), slug.clone());
    let show = move || show(&actions, &shown, is_saved(&saved));
    show();
    listen(&bridge::window(), "storage", &signal, move |_: Event| {
        show();
    });
    listen(&button, "click", &signal, move |_: Event| {
        let key = StorageKey::Saved(&slug);
        if is_saved(&slug) {
            storage::remove(&key);
        } else {
            let saved = Saved::new(title(), Time::try_from(Date::now()).ok());
            storage::save(&key, &ReaderData::Saved(saved));
        }
    });
}

fn show(actions: &HtmlElement, button: &HtmlElement, is_saved: bool) {
    let label = match is_saved {
        true => message::SAVED,
        false => message::SAVE,
    };
    // It cannot fail for a name that is an attribute's name, nor can the rest.
    drop(button.set_attribute("aria-pressed", &is_saved.to_string()));
    button.set_text_content(Some(&bridge::translator().text(label)));
    match (is_saved, find::first(actions, "a")) {
        (true, None) => {
            if let Some(link) = reading_list::link() {
                drop(button.insert_adjacent_element("afterend", &link));
            }
        }
        (false, Some(link)) => link.remove(),
        _ => {}
    }
}

fn is_saved(slug: &str) -> bool {
    storage::load(&StorageKey::Saved(slug)).is_some_and(|saved| saved.time().is_some())
}

/// Of the article on show.
fn title() -> String {
    let mut titles = find::on_page("main h1");
    let title = titles.next().and_then(|title| title.text_content());
    title.unwrap_or_default().trim().into()
}
