//! What an article's text can do once the page is alive: copy code, copy the link to a section, enlarge pictures. The
//! buttons for it are made here, because without scripts they would be of no use; they take no room.

use super::{events::listen, find, host};
use crate::html::{Element, element};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortSignal, Event, HtmlElement};

const COPY: &str = "Copy";
const COPIED: &str = "Copied";
const ENLARGE: &str = "Enlarge the picture";
const LINK_COPIED: &str = "Link copied";

/// Says that something was copied, for this long. In milliseconds.
const A_MOMENT: i32 = 2000;

/// Adds the buttons, and listens to them until the signal is aborted.
pub fn enliven(article: &HtmlElement, signal: &AbortSignal) {
    add(article, ".code", || button("code-copy").text(COPY));
    add(article, "figure.image", || {
        button("image-open")
            .attribute("data-tool", "image")
            .attribute("aria-label", ENLARGE)
    });
    listen(article, "click", signal, |event: Event| press(&event));
}

fn add(article: &HtmlElement, selector: &str, button: fn() -> Element) {
    let document = host::document();
    for figure in find::all(article, selector) {
        crate::html::Node::from(button()).build(&document, &figure);
    }
}

fn button(class: &'static str) -> Element {
    element("button", class).attribute("type", "button")
}

fn press(event: &Event) {
    let target = event.target().and_then(|target| target.dyn_into().ok());
    let Some(target): Option<web_sys::Element> = target else {
        return;
    };
    let closest = |selector: &str| {
        let found = target.closest(selector).ok().flatten();
        found.map(JsCast::unchecked_into::<HtmlElement>)
    };
    if let Some(button) = closest(".code-copy") {
        let code = closest(".code").and_then(|figure| find::first(&figure, "pre"));
        let code = code.and_then(|code| code.text_content());
        spawn_local(copy_code(button, code.unwrap_or_default()));
    } else if let Some(anchor) = closest(".heading-anchor") {
        // The address shows the section as well, as with any link.
        spawn_local(copy_link(anchor));
    } else if let Some(picture) = closest(".image > img") {
        let button = picture.parent_element();
        if let Some(button) = button.and_then(|figure| find::first(&figure, ".image-open")) {
            button.click();
        }
    }
}

async fn copy_code(button: HtmlElement, code: String) {
    if copied(&code, COPIED).await {
        button.set_text_content(Some(COPIED));
        later(move || button.set_text_content(Some(COPY)));
    }
}

async fn copy_link(anchor: HtmlElement) {
    let link = anchor.unchecked_ref::<web_sys::HtmlAnchorElement>().href();
    if copied(&link, LINK_COPIED).await {
        // Neither call can fail for a name that is an attribute's name.
        drop(anchor.set_attribute("data-copied", ""));
        later(move || drop(anchor.remove_attribute("data-copied")));
    }
}

/// Whether the browser lets it. If so, it is said to those who do not see it.
async fn copied(text: &str, said: &str) -> bool {
    let copied = JsFuture::from(host::get().copy(text)).await.is_ok();
    if copied {
        host::announce(said);
    }
    copied
}

fn later(run: impl FnOnce() + 'static) {
    let run = wasm_bindgen::closure::Closure::once_into_js(run);
    // It fails only for a callback that is none.
    drop(
        host::window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(run.unchecked_ref(), A_MOMENT),
    );
}
