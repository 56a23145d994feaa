//! A picture as large as the window, with its caption. A press on it closes it, and so does a swipe up or down.

use super::{Tool, close_dialog, dialog::Dialog, open_dialog};
use crate::browser::{bridge, find};
use crate::i18n::message;
use leptos::prelude::*;
use web_sys::{HtmlElement, PointerEvent};

/// As far as a finger moves in a swipe, in CSS pixels.
const SWIPE: i32 = 60;

/// As far as one moves that means to stay. Some browsers take more for a press, too.
const PRESS: i32 = 10;

#[derive(Clone)]
pub struct Picture {
    src: Option<String>,
    srcset: Option<String>,
    width: Option<String>,
    height: Option<String>,
    alt: String,
    caption: Option<String>,
}

/// Shows the picture of the figure that the button stands in.
pub fn open(button: &HtmlElement) {
    if let Some(picture) = picture_beside(button) {
        open_dialog(Tool::Image(picture));
    }
}

fn picture_beside(button: &HtmlElement) -> Option<Picture> {
    let figure = button.parent_element()?;
    let image = find::first(&figure, "img")?;
    let caption = find::first(&figure, "figcaption");
    Some(Picture {
        src: image.get_attribute("src"),
        srcset: image.get_attribute("srcset"),
        width: image.get_attribute("width"),
        height: image.get_attribute("height"),
        alt: image.get_attribute("alt").unwrap_or_default(),
        caption: caption.and_then(|caption| caption.text_content()),
    })
}

#[component]
pub fn ImageViewer(picture: Picture) -> impl IntoView {
    let Picture {
        src,
        srcset,
        width,
        height,
        alt,
        caption,
    } = picture;
    let begin = StoredValue::new(0);
    let way = move |end: i32| (end - begin.get_value()).abs();
    view! {
        <Dialog class="tool-image" title=bridge::translator().text(message::PICTURE)>
            <figure
                class="enlarged"
                on:pointerdown=move |event: PointerEvent| begin.set_value(event.client_y())
                on:pointerup=move |event: PointerEvent| {
                    if way(event.client_y()) > SWIPE {
                        close_dialog();
                    }
                }
            >
                <img
                    src=src
                    srcset=srcset
                    sizes="100vw"
                    width=width
                    height=height
                    alt=alt
                    on:click=move |event| {
                        if way(event.client_y()) < PRESS {
                            close_dialog();
                        }
                    }
                />
                {caption.map(|caption| view! { <figcaption>{caption}</figcaption> })}
            </figure>
        </Dialog>
    }
}
