//! Sharing the page: through the system where it can, else a link to copy. With text selected, the link leads to it.

use super::dialog;
use crate::browser::{events::listen, find, host};
use crate::html::{Element, element, link};
use crate::language::{Message, Words, message};
use crate::route::EMBED_FOLDER;
use js_sys::{Function, Promise, Reflect, encode_uri_component};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, HtmlElement, ShareData};

/// Longer quotations are named by their beginning and their end. In characters.
const LONG: usize = 120;

pub fn open() {
    let address = address();
    let quote = quoted(&address);
    let Some(sheet) = system_sheet() else {
        return show(&address, quote.as_deref());
    };
    let data = ShareData::new();
    data.set_title(&host::document().title());
    data.set_url(quote.as_deref().unwrap_or(&address));
    // The reader may close the sheet, which is no failure of ours.
    if let Ok(shared) = sheet.call1(&host::window().navigator(), &data) {
        host::ignore(shared.unchecked_ref::<Promise>());
    }
}

fn show(address: &str, quote: Option<&str>) {
    let words = &host::words();
    let quote = quote.map(|quote| field(words, message::SHARE_QUOTE, quote));
    let note = element("p", "tool-note").attribute("role", "status");
    let embed = embed_address().map(|address| {
        let text = words.text(message::SHARE_EMBED);
        element("p", "tool-text").child(link("", &address, &text))
    });
    let link = field(words, message::SHARE_PAGE, address);
    let content = vec![quote.into(), link.into(), embed.into(), note.into()];
    let title = words.text(message::SHARE);
    let Some(dialog) = dialog::open("tool-share", &title, content) else {
        return;
    };
    let note = dialog.first(".tool-note");
    listen(
        &dialog.element,
        "click",
        &dialog.open,
        move |event: Event| {
            let target = event.target().and_then(|target| target.dyn_into().ok());
            let button: Option<HtmlElement> = target;
            let link = button.filter(|button| button.class_name() == "tool-button");
            if let Some((button, note)) = link.zip(note.clone()) {
                spawn_local(copy(button, note));
            }
        },
    );
}

/// A field to copy from by hand, and a button that does it.
fn field(words: &Words, label: Message, link: &str) -> Element {
    let label = words.text(label);
    let input = element("input", "share-link")
        .attribute("readonly", "")
        .attribute("value", link);
    let button = element("button", "tool-button")
        .attribute("type", "button")
        .attribute("value", link)
        .attribute("aria-label", &words.fill(message::COPY_WHAT, [&label]))
        .say(words, message::COPY);
    element("div", "share-field")
        .child(
            element("label", "")
                .child(element("span", "").text(&label))
                .child(input),
        )
        .child(button)
}

async fn copy(button: HtmlElement, note: HtmlElement) {
    let link = button.get_attribute("value").unwrap_or_default();
    let copied = JsFuture::from(host::get().copy(&link)).await.is_ok();
    let told = match copied {
        true => message::COPIED,
        false => message::NOT_COPIED,
    };
    note.set_text_content(Some(&host::words().text(told)));
}

/// The address without a section, as the publisher says it is.
fn address() -> String {
    let location = host::window().location();
    let parts = [location.origin(), location.pathname()];
    parts.into_iter().flatten().collect()
}

/// The page that makes the code to embed the article on show.
fn embed_address() -> Option<String> {
    let body = host::document().body()?;
    let article = find::first(&body, "main [article]")?.get_attribute("article")?;
    Some([&host::get().base(), EMBED_FOLDER, "?article=", &article].concat())
}

/// The address of the text that is selected in the article.
fn quoted(address: &str) -> Option<String> {
    let selection = host::window().get_selection().ok()??;
    let within: web_sys::Node = selection.anchor_node()?;
    let element = match within.dyn_into::<web_sys::Element>() {
        Ok(element) => element,
        Err(text) => text.parent_element()?,
    };
    element.closest(".prose").ok()??;
    let text = String::from(selection.to_string());
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    let fragment = match words.as_slice() {
        [] => return None,
        words if text.len() <= LONG => encoded(words),
        words => [
            encoded(&words[..4.min(words.len())]),
            encoded(&words[words.len().saturating_sub(4)..]),
        ]
        .join(","),
    };
    Some([address, "#:~:text=", &fragment].concat())
}

/// In a text fragment, `-` means something as well.
fn encoded(words: &[&str]) -> String {
    String::from(encode_uri_component(&words.join(" "))).replace('-', "%2D")
}

/// On a desktop the system's sheet, where there is one, offers less than a link.
fn system_sheet() -> Option<Function> {
    let touch = host::window().match_media("(pointer: coarse)").ok()??;
    let share = Reflect::get(&host::window().navigator(), &JsValue::from_str("share")).ok()?;
    share.dyn_into().ok().filter(|_| touch.matches())
}
