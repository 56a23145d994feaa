//! "Load newer replies": asks those who may be asked, and shows what they answer in the place of what the page has.

use crate::browser::{bridge, find, modules, request};
use crate::components::article_body;
use crate::i18n::{Message, message};
use crate::replies::{answers, reply_list};
use js_sys::JSON;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

pub fn open(button: &HtmlElement) {
    let addresses = button.get_attribute("value").unwrap_or_default();
    let section = button.closest(".replies").ok().flatten();
    spawn_local(async move {
        let Some(section) = section else {
            return;
        };
        let loaded = load(&addresses).await;
        let sentence = match &loaded {
            Ok((_, count)) => bridge::translator().count(message::REPLIES_LOADED, *count),
            Err(sentence) => bridge::translator().text(*sentence),
        };
        if let (Ok((html, _)), Some(prose)) = (loaded, find::first(&section, ".prose")) {
            show(&prose, html);
        }
        if let Some(note) = find::first(&section, "[role=status]") {
            note.set_text_content(Some(&sentence));
        }
    });
}

/// The list as HTML, and how many replies are in it. One who does not answer leaves everything as it was.
async fn load(addresses: &str) -> Result<(String, u32), Message> {
    let mut replies = Vec::new();
    for address in addresses.split_ascii_whitespace() {
        let text = request::checked_text(address).await;
        let text = text.map_err(|_| message::LOAD_OFFLINE)?;
        let answer = JSON::parse(&text.as_string().unwrap_or_default());
        let answer = answer.ok().and_then(|answer| answers::read(&answer));
        replies.extend(answer.ok_or(message::REPLIES_MALFORMED)?.replies);
    }
    let translator = bridge::translator();
    let markdown = reply_list::markdown(&replies, std::iter::empty(), &translator);
    let html = modules::render(&JsValue::from_str(&markdown), &JsValue::UNDEFINED).await;
    let html = html.map_err(|_| message::LOAD_OFFLINE)?;
    Ok((html, replies.len() as u32))
}

/// The list stands before the links to where to reply.
fn show(prose: &HtmlElement, html: String) {
    let Ok(holder) = bridge::document().create_element("div") else {
        return;
    };
    article_body::put(holder.clone(), html);
    if let Some(list) = find::first(prose, "ul") {
        list.remove();
    }
    if let Some(list) = holder.first_element_child() {
        // It cannot fail: neither holds the other.
        drop(prose.prepend_with_node_1(&list));
    }
}
