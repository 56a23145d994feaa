//! An article that is opened where it begins, and was left further on: a line at the lower edge leads to the place.

use super::Article;
use crate::browser::{bridge, events::listen, storage};
use crate::i18n::message;
use crate::reader_data::ReaderData;
use crate::storage_key::StorageKey;
use web_sys::{Element, Event};

pub fn offer(article: &Article) {
    let is_at_the_beginning = bridge::window().scroll_y().unwrap_or_default() < 1.0;
    let has_place = bridge::window().location().hash() != Ok(String::new());
    let Some(ReaderData::Reading(reading)) = storage::load(&StorageKey::Reading(&article.slug))
    else {
        return;
    };
    if is_at_the_beginning && !has_place && !reading.at.is_empty() && reading.finished.is_empty() {
        let _ = add(article, &reading.at);
    }
}

fn add(article: &Article, place: &str) -> Option<()> {
    let translator = bridge::translator();
    let line = element("p", "resume", "")?;
    line.set_attribute("role", "status").ok()?;
    let link = element("a", "", &translator.text(message::CONTINUE_HERE))?;
    link.set_attribute("href", &["#", place].concat()).ok()?;
    let close = element("button", "note-close", "")?;
    let label = translator.text(message::CLOSE);
    for (name, value) in [("type", "button"), ("aria-label", &label)] {
        close.set_attribute(name, value).ok()?;
    }
    for part in [&link, &close] {
        line.append_child(part).ok()?;
        let line = line.clone();
        listen(part, "click", &article.gone, move |_: Event| line.remove());
    }
    article.element.append_child(&line).ok()?;
    Some(())
}

fn element(name: &str, class: &str, text: &str) -> Option<Element> {
    let element = bridge::document().create_element(name).ok()?;
    element.set_class_name(class);
    element.set_text_content(Some(text));
    Some(element)
}
