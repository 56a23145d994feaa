//! What all readers gave to an article, where the publisher has that counted: asked for when the bar is on the page, and what
//! this reader gives is sent there. Whatever goes wrong shows no numbers, and nothing else.

use super::{bridge, events, find, request, timing};
use crate::content::url::authority;
use crate::from_json::JsonValue;
use crate::i18n::{filled, message};
use js_sys::JSON;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, Event, HtmlElement, RequestInit};

/// The places in the address: for the path of the article's page, and for the article's name.
const PLACES: &str = "{path}{slug}";

/// What is longer is no answer: in characters.
const MAX_LENGTH: usize = 10_000;

/// Nobody has more readers.
const MAX_COUNT: f64 = 4e9;

/// What a button is marked with when its emoji was sent in this visit: to give it again is not one more.
const SENT: &str = "data-sent";

/// Asks for the counts, and sends what is given from now on. Nothing is done where nobody counts. To be called when the bar
/// listens already.
pub fn enhance(bar: HtmlElement) {
    let page = bridge::document().document_element();
    let Some(address) = page.and_then(|page| page.get_attribute("data-counts")) else {
        return;
    };
    let path = bridge::window().location().pathname().unwrap_or_default();
    let slug = bar.get_attribute("article").unwrap_or_default();
    let url = filled(&address, PLACES, &[&path, &slug]);
    let signal = bridge::get().signal();
    let (place, to) = (bar.clone(), url.clone());
    events::listen(&bar, "click", &signal, move |event: Event| {
        if let Some(button) = events::closest(&event, "button") {
            spawn_local(count(place.clone(), to.clone(), Some(button)));
        }
    });
    spawn_local(count(bar, url, None));
}

/// Sends what a press gives, if there was one, and shows the counts.
async fn count(bar: HtmlElement, url: String, button: Option<HtmlElement>) {
    if let Some(button) = button {
        // Until the button shows what the press made of it.
        timing::rest().await;
        let Some(emoji) = given(&button) else {
            return;
        };
        let options = RequestInit::new();
        options.set_method("POST");
        options.set_body(&JsValue::from_str(&emoji));
        let sent = bridge::window().fetch_with_str_and_init(&url, &options);
        if JsFuture::from(sent).await.is_err() {
            return;
        }
    }
    if let Ok(text) = request::checked_text(&url).await {
        show(&bar, &url, &text);
    }
}

/// The emoji that a press gives; nothing for what it takes back, and for what was sent.
fn given(button: &Element) -> Option<String> {
    let is_given = button.get_attribute("aria-pressed")? == "true";
    if !is_given || button.has_attribute(SENT) {
        return None;
    }
    // It cannot fail for a name that is an attribute's name.
    drop(button.set_attribute(SENT, ""));
    emoji_of(button)
}

fn emoji_of(button: &Element) -> Option<String> {
    find::first(button, ".reaction-emoji")?.text_content()
}

/// Numbers as they are, and nothing else of an answer, come into the page.
fn show(bar: &Element, url: &str, text: &JsValue) -> Option<()> {
    let counts = JSON::parse(&text.as_short_text(MAX_LENGTH)?).ok()?;
    if !counts.is_object() {
        return None;
    }
    let translator = bridge::translator();
    let mut shown = String::new();
    for button in find::all(bar, "button") {
        let emoji = emoji_of(&button)?;
        let count = counts.field(&emoji).as_number().unwrap_or_default();
        if (1.0..MAX_COUNT).contains(&count) {
            shown.extend([" ", &emoji, "\u{A0}", &translator.number(count as u32)]);
        }
    }
    if shown.is_empty() {
        shown.push_str(" 0");
    }
    let place = find::first(bar, "[data-counts]").map(Element::from);
    let place = place.or_else(|| {
        let place = bridge::document().create_element("p").ok()?;
        place.set_class_name("reaction-note");
        place.set_attribute("data-counts", "").ok()?;
        bar.append_child(&place).ok()?;
        Some(place)
    })?;
    let text = translator.fill(message::REACTIONS_OF_ALL, [&shown, authority(url)]);
    place.set_text_content(Some(&text));
    Some(())
}
