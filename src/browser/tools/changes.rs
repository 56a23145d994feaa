//! "Changed since you last read": the sections that `reading.js` has marked, as a notice with links.

use crate::browser::{events::listen, find, host};
use crate::html::{Element, Node, element, link};
use crate::language::message;
use web_sys::{AbortController, Event, HtmlElement};

/// Says which sections of the article in the element have changed.
pub fn open(article: &HtmlElement) {
    let links = find::all(article, "[data-changed]").map(|heading| {
        let href = ["#", &heading.id()].concat();
        element("li", "").child(link("", &href, &text_of(&heading)))
    });
    tell(article, element("ul", "changes-list").children(links));
}

/// The heading without the link to itself.
fn text_of(heading: &HtmlElement) -> String {
    let text = heading.text_content().unwrap_or_default();
    text.trim_end_matches('#').trim().into()
}

fn tell(article: &HtmlElement, sections: Element) {
    let words = &host::words();
    let close = element("button", "tool-close")
        .attribute("type", "button")
        .label(words, message::CLOSE)
        .text("×");
    let notice = element("div", "changes")
        .attribute("role", "status")
        .child(element("p", "changes-title").say(words, message::CHANGED_SINCE))
        .child(sections)
        .child(close);
    Node::from(notice).build(&host::document(), article);
    let parts = (find::first(article, ".changes"), AbortController::new());
    if let (Some(notice), Ok(controller)) = parts
        && let Some(close) = find::first(&notice, ".tool-close")
    {
        let signal = controller.signal();
        listen(&close, "click", &signal, move |_: Event| {
            notice.remove();
            controller.abort();
        });
    }
}
