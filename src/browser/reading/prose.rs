//! What an article's text can do once the page is alive: copy code, copy the link to a section, enlarge pictures, and
//! show footnotes where they are called.
//!
//! The buttons are made here, because without scripts they would be of no use. They take no room.

use super::{
    Article,
    notes::{CALL, Notes},
};
use crate::browser::{
    app::tools::open_tool,
    bridge,
    events::{closest, listen},
    find, timing,
};
use crate::i18n::message;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlAnchorElement, HtmlElement, MouseEvent};

/// Says that something was copied, for this long. In milliseconds.
const A_MOMENT: i32 = 2000;

pub fn enhance(article: &Article) {
    let page = article.page();
    let translator = bridge::translator();
    add_buttons(
        &article.element,
        ".code",
        "code-copy",
        &translator.text(message::COPY),
    );
    add_buttons(
        &page,
        "figure.image",
        "image-open",
        &translator.text(message::ENLARGE),
    );
    let notes = Notes::of(article);
    listen(&page, "click", &article.gone, move |event: MouseEvent| {
        if let Some(picture) = closest(&event, ".image > img, .image-open") {
            open_tool("image", Some(picture));
        }
        if let Some(call) = closest::<HtmlAnchorElement>(&event, CALL) {
            notes.show(&call, &event);
        }
        if let Some(button) = closest(&event, ".code-copy") {
            spawn_local(copy_code(button));
        }
        if let Some(anchor) = closest(&event, ".heading-anchor") {
            spawn_local(copy_link(anchor));
        }
    });
}

/// A button at the end of each such element. It shows its name by its style sheet, so that it is no part of the text.
fn add_buttons(within: &Element, selector: &str, class: &str, name: &str) {
    for element in find::all(within, selector) {
        let Ok(button) = bridge::document().create_element("button") else {
            return;
        };
        for (attribute, value) in [("type", "button"), ("class", class), ("aria-label", name)] {
            // It cannot fail for names that are attributes' names, nor can the rest.
            drop(button.set_attribute(attribute, value));
        }
        drop(element.append_child(&button));
    }
}

async fn copy_code(button: HtmlElement) {
    let translator = bridge::translator();
    let code = button
        .parent_element()
        .and_then(|code| find::first(&code, "pre"));
    let code = code
        .and_then(|code| code.text_content())
        .unwrap_or_default();
    let done = translator.text(message::COPIED);
    if !copied(&code, &done).await {
        return;
    }
    // It cannot fail for a name that is an attribute's name, here and below.
    drop(button.set_attribute("aria-label", &done));
    timing::sleep(A_MOMENT).await;
    drop(button.set_attribute("aria-label", &translator.text(message::COPY)));
}

/// The address shows the section as well, as with any link.
async fn copy_link(anchor: HtmlAnchorElement) {
    if copied(
        &anchor.href(),
        &bridge::translator().text(message::LINK_COPIED),
    )
    .await
    {
        let anchor: &Element = anchor.unchecked_ref();
        drop(anchor.set_attribute("data-copied", ""));
        timing::sleep(A_MOMENT).await;
        drop(anchor.remove_attribute("data-copied"));
    }
}

/// Whether the browser lets it. If so, it is said to those who do not see it.
async fn copied(text: &str, said: &str) -> bool {
    let is_copied = JsFuture::from(bridge::get().copy(text)).await.is_ok();
    if is_copied {
        bridge::announce(said);
    }
    is_copied
}
