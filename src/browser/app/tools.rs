//! Opens the reading tools, which are a module of their own: at a press on a button with `data-tool`, a key, or for an
//! element that is nothing without one.

use crate::browser::{
    bridge,
    events::{closest, listen, observe},
    modules,
    request::RequestError,
};
use crate::i18n::message;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, HtmlElement, MouseEvent};

/// Says in the session's storage that a page has been loaded anew because its tools were gone.
const RELOADED: &str = "recto:reloaded";

/// Listens to the buttons from now on. Whoever comes near one will want its tool.
pub fn start() {
    for sign in ["pointerover", "focusin"] {
        observe(
            &bridge::window(),
            sign,
            &bridge::get().signal(),
            |event: Event| {
                if closest::<HtmlElement>(&event, "[data-tool]").is_some() {
                    modules::begin_tools();
                }
                if let Some(link) = closest::<HtmlElement>(&event, ".edit-link a") {
                    // Without its tool, it leads to the whole file.
                    spawn_local(async move {
                        let _ = modules::open_tool("line", Some(&link)).await;
                    });
                }
            },
        );
    }
    listen(
        &bridge::window(),
        "click",
        &bridge::get().signal(),
        |event: MouseEvent| {
            let button: Option<HtmlElement> = closest(&event, "[data-tool]");
            if let Some(button) = button {
                let tool = button.get_attribute("data-tool").unwrap_or_default();
                open_tool(&tool, Some(button));
            }
        },
    );
}

/// Opens the tool of this name, for an element where it belongs to one.
pub fn open_tool(tool: &str, element: Option<HtmlElement>) {
    let tool = tool.to_string();
    spawn_local(async move {
        if let Err(error) = modules::open_tool(&tool, element.as_ref()).await {
            fail(error);
        }
    });
}

/// Tools that are gone have gone with the build that this page is of: the page of today has its own.
fn fail(error: RequestError) {
    let window = bridge::window();
    let session = window.session_storage().ok().flatten();
    if let (RequestError::Status(404 | 410), Some(session)) = (error, session)
        && session.get_item(RELOADED) == Ok(None)
        && session.set_item(RELOADED, "true").is_ok()
    {
        // It fails only where a page may not load itself, which ours may.
        return drop(window.location().reload());
    }
    let sentence = match error {
        RequestError::Unanswered | RequestError::Late => message::LOAD_OFFLINE,
        RequestError::Status(404 | 410) => message::LOAD_OUTDATED,
        _ => message::LOAD_MALFORMED,
    };
    say(&bridge::translator().text(sentence));
}

/// Says it to everybody, until the reader goes on.
fn say(sentence: &str) {
    let document = bridge::document();
    let (Ok(note), Some(main)) = (
        document.create_element("p"),
        document.get_element_by_id("recto-main"),
    ) else {
        return;
    };
    note.set_class_name("app-note");
    // It cannot fail for a name that is an attribute's name.
    drop(note.set_attribute("role", "alert"));
    note.set_text_content(Some(sentence));
    drop(main.prepend_with_node_1(&note));
}
