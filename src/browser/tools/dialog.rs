//! A dialog over the page: it has a heading and a button that closes it, and is gone from the page when it is closed.

use crate::browser::{events::listen, find, host};
use crate::html::{Node, element};
use crate::language::message;
use wasm_bindgen::JsCast;
use web_sys::{AbortController, AbortSignal, Event, HtmlDialogElement};

pub struct Dialog {
    pub element: HtmlDialogElement,
    /// Aborted when the dialog is closed.
    pub open: AbortSignal,
}

/// Shows the content under this title. The class tells the tool; a dialog that is open makes way, and if it was the same
/// tool's, that is all: its key closes it as well.
pub fn open(class: &'static str, title: &str, content: Vec<Node>) -> Option<Dialog> {
    let body = host::document().body()?;
    if let Some(old) = find::first(&body, "dialog.tool[open]") {
        old.unchecked_ref::<HtmlDialogElement>().close();
        if old.class_list().contains(class) {
            return None;
        }
    }
    tree(class, title, content).build(&host::document(), &body);
    let element: HtmlDialogElement = body.last_element_child()?.dyn_into().ok()?;
    let controller = AbortController::new().ok()?;
    let dialog = Dialog {
        element,
        open: controller.signal(),
    };
    dialog.close_at(controller);
    // It is on the page and not open yet.
    drop(dialog.element.show_modal());
    Some(dialog)
}

fn tree(class: &'static str, title: &str, content: Vec<Node>) -> Node {
    let head = element("div", "tool-head")
        .child(
            element("h2", "tool-title")
                .attribute("id", "recto-tool")
                .text(title),
        )
        .child(
            element("button", "tool-close")
                .attribute("type", "button")
                .label(&host::words(), message::CLOSE)
                .text("×"),
        );
    element("dialog", "")
        .attribute("class", &["tool ", class].concat())
        .attribute("aria-labelledby", "recto-tool")
        .child(head)
        .child(content)
        .into()
}

impl Dialog {
    /// The first element in it that the selector names.
    pub fn first(&self, selector: &str) -> Option<web_sys::HtmlElement> {
        find::first(&self.element, selector)
    }

    /// The cross, a press beside the dialog, and what the browser offers: all of them end in the event `close`.
    fn close_at(&self, controller: AbortController) {
        let dialog = self.element.clone();
        listen(&self.element, "click", &self.open, move |event: Event| {
            let target = event.target().and_then(|target| target.dyn_into().ok());
            let pressed: Option<web_sys::Element> = target;
            // What stands beside the dialog belongs to it; its padding belongs to the content.
            let beside = pressed.as_ref() == Some(dialog.as_ref());
            let cross = pressed.is_some_and(|pressed| pressed.class_name() == "tool-close");
            if beside || cross {
                dialog.close();
            }
        });
        let dialog = self.element.clone();
        listen(&self.element, "close", &self.open, move |_: Event| {
            dialog.remove();
            controller.abort();
        });
    }
}
