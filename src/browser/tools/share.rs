//! Sharing the page: through the system where it can, else a link to copy. With text selected, the link leads to it.

use super::{Tool, dialog::Dialog, open_dialog};
use crate::browser::{bridge, find};
use crate::i18n::{Message, message};
use crate::route::{EMBED_FOLDER, text_fragment};
use js_sys::{Function, Promise, Reflect, encode_uri_component};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::ShareData;

pub fn open() {
    let Some(sheet) = system_sheet() else {
        return open_dialog(Tool::Share);
    };
    let address = page_address();
    let data = ShareData::new();
    data.set_title(&bridge::document().title());
    data.set_url(&quote_address(&address).unwrap_or(address));
    // The reader may close the sheet, which is no failure of ours.
    if let Ok(shared) = sheet.call1(&bridge::window().navigator(), &data) {
        bridge::ignore(shared.unchecked_ref::<Promise>());
    }
}

#[component]
pub fn Share() -> impl IntoView {
    let translator = bridge::translator();
    let page = page_address();
    let quote = quote_address(&page);
    let embed_label = translator.text(message::SHARE_EMBED);
    let outcome = RwSignal::new(None);
    view! {
        <Dialog class="tool-share" title=translator.text(message::SHARE)>
            {quote.map(|quote| view! { <CopyField label=message::SHARE_QUOTE link=quote outcome /> })}
            <CopyField label=message::SHARE_PAGE link=page outcome />
            {embed_address()
                .map(|address| {
                    view! {
                        <p class="tool-text">
                            <a href=address>{embed_label}</a>
                        </p>
                    }
                })}
            <p class="tool-note" role="status">
                {move || outcome.get().map(|outcome| bridge::translator().text(outcome))}
            </p>
        </Dialog>
    }
}

/// A field to copy from by hand, and a button that does it.
#[component]
fn CopyField(label: Message, link: String, outcome: RwSignal<Option<Message>>) -> impl IntoView {
    let translator = bridge::translator();
    let label = translator.text(label);
    let copy_label = translator.fill(message::COPY_WHAT, [&label]);
    let copied = link.clone();
    view! {
        <div class="share-field">
            <label>
                <span>{label}</span>
                <input class="share-link" readonly=true value=link />
            </label>
            <button
                type="button"
                class="tool-button"
                aria-label=copy_label
                on:click=move |_| spawn_local(copy(copied.clone(), outcome))
            >
                {translator.text(message::COPY)}
            </button>
        </div>
    }
}

async fn copy(link: String, outcome: RwSignal<Option<Message>>) {
    let copied = JsFuture::from(bridge::get().copy(&link)).await;
    outcome.set(Some(match copied {
        Ok(_) => message::COPIED,
        Err(_) => message::NOT_COPIED,
    }));
}

/// The address without a section, as the publisher says it is.
fn page_address() -> String {
    let location = bridge::window().location();
    let parts = [location.origin(), location.pathname()];
    parts.into_iter().flatten().collect()
}

/// The page that makes the code to embed the article on show.
fn embed_address() -> Option<String> {
    let body = bridge::document().body()?;
    let article = find::first(&body, "main [article]")?.get_attribute("article")?;
    Some([&bridge::get().base(), EMBED_FOLDER, "?article=", &article].concat())
}

/// The address of the text that is selected in the article.
fn quote_address(page: &str) -> Option<String> {
    let selection = bridge::window().get_selection().ok()??;
    let within: web_sys::Node = selection.anchor_node()?;
    let element = match within.dyn_into::<web_sys::Element>() {
        Ok(element) => element,
        Err(text) => text.parent_element()?,
    };
    element.closest(".prose").ok()??;
    let encode = |text: &str| String::from(encode_uri_component(text));
    let fragment = text_fragment(&String::from(selection.to_string()), encode)?;
    Some([page, &fragment].concat())
}

/// What the system shares with, where there is something.
fn system_sheet() -> Option<Function> {
    let share = Reflect::get(&bridge::window().navigator(), &JsValue::from_str("share")).ok()?;
    share.dyn_into().ok()
}
