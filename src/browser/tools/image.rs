//! A picture as large as the window, with its caption.

use super::{Tool, dialog::Dialog, open_dialog};
use crate::browser::{bridge, find};
use crate::i18n::message;
use leptos::prelude::*;
use web_sys::HtmlElement;

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
    view! {
        <Dialog class="tool-image" title=bridge::translator().text(message::PICTURE)>
            <figure class="enlarged">
                <img src=src srcset=srcset width=width height=height alt=alt />
                {caption.map(|caption| view! { <figcaption>{caption}</figcaption> })}
            </figure>
        </Dialog>
    }
}
