//! "Load newer replies": asks those who may be asked, and shows what they answer in the place of what the page has.

use super::mount_into;
use crate::browser::{bridge, find, request};
use crate::i18n::{Message, message};
use crate::replies::{Reply, answers};
use js_sys::JSON;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
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
            Ok(replies) => {
                let count = replies.len() as u32;
                bridge::translator().count(message::REPLIES_LOADED, count)
            }
            Err(sentence) => bridge::translator().text(*sentence),
        };
        if let (Ok(replies), Some(prose)) = (loaded, find::first(&section, ".prose")) {
            show(&prose, replies);
        }
        if let Some(note) = find::first(&section, "[role=status]") {
            note.set_text_content(Some(&sentence));
        }
    });
}

/// One place that does not answer leaves everything as it was.
async fn load(addresses: &str) -> Result<Vec<Reply>, Message> {
    let mut replies = Vec::new();
    for address in addresses.split_ascii_whitespace() {
        let text = request::checked_text(address).await;
        let text = text.map_err(|_| message::LOAD_OFFLINE)?;
        let answer = JSON::parse(&text.as_string().unwrap_or_default());
        let answer = answer.ok().and_then(|answer| answers::read(&answer));
        replies.extend(answer.ok_or(message::REPLIES_MALFORMED)?.replies);
    }
    Ok(replies)
}

/// The list stands before the links to where to reply. It is of nodes, so that nothing in a reply is markup.
fn show(prose: &HtmlElement, replies: Vec<Reply>) {
    if let Some(list) = find::first(prose, "ul") {
        list.remove();
    }
    let list = bridge::document().create_element("ul").ok();
    let Some(list) = list.and_then(|list| list.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    // It cannot fail: neither holds the other.
    drop(prose.prepend_with_node_1(&list));
    mount_into(&list, move || {
        let replies = replies.into_iter().map(|reply| view! { <Shown reply /> });
        replies.collect_view()
    });
}

#[component]
fn Shown(reply: Reply) -> impl IntoView {
    let date = reply.published.map(|date| bridge::translator().date(date));
    let date = date.map(|date| [" · ", &date].concat());
    let paragraphs = reply.text.split("\n\n").map(str::to_owned);
    let paragraphs = paragraphs.map(|text| view! { <p class="reply-text">{text}</p> });
    view! {
        <li>
            <p>
                <a href=reply.url.to_string() rel="external noopener">{reply.author}</a>
                {date}
            </p>
            {paragraphs.collect_view()}
        </li>
    }
}
