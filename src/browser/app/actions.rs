//! `<recto-actions article="slug">`: the button that saves the article for later shows whether it is, in every tab.

use crate::browser::{
    bridge,
    events::{listen, until_removed},
    find, storage,
};
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
    let (shown, saved) = (button.clone(), slug.clone());
    let show = move || {
        let pressed = is_saved(&saved).to_string();
        // It cannot fail for a name that is an attribute's name.
        drop(shown.set_attribute("aria-pressed", &pressed));
    };
    show();
    listen(&bridge::window(), "storage", &signal, move |_: Event| {
        show();
    });
    listen(&button, "click", &signal, move |_: Event| {
        let key = StorageKey::Saved(&slug);
        if is_saved(&slug) {
            storage::remove(&key);
        } else {
            let saved = Saved::new(title_of(&element), Time::try_from(Date::now()).ok());
            storage::save(&key, &ReaderData::Saved(saved));
        }
    });
}

fn is_saved(slug: &str) -> bool {
    storage::load(&StorageKey::Saved(slug)).is_some_and(|saved| saved.time().is_some())
}

/// Of the article that the element belongs to.
fn title_of(element: &HtmlElement) -> String {
    let article = element.closest("article").ok().flatten();
    let title = article.and_then(|article| find::first(&article, "h1"));
    title
        .and_then(|title| title.text_content())
        .unwrap_or_default()
}
