//! A picture as large as the window, with its caption.

use super::dialog;
use crate::browser::{find, host};
use crate::html::element;
use crate::language::message;
use web_sys::HtmlElement;

/// Shows the picture of the figure that the button stands in.
pub fn open(button: &HtmlElement) {
    let Some(figure) = button.parent_element() else {
        return;
    };
    let Some(picture) = find::first(&figure, "img") else {
        return;
    };
    let of_picture = |name: &str| picture.get_attribute(name);
    let image = element("img", "")
        .attribute_if("src", of_picture("src").as_deref())
        .attribute_if("srcset", of_picture("srcset").as_deref())
        .attribute_if("width", of_picture("width").as_deref())
        .attribute_if("height", of_picture("height").as_deref())
        .attribute("alt", &of_picture("alt").unwrap_or_default());
    let caption = find::first(&figure, "figcaption").and_then(|caption| caption.text_content());
    let caption = caption.map(|caption| element("figcaption", "").text(&caption));
    let enlarged = element("figure", "enlarged").child(image).child(caption);
    let title = host::words().text(message::PICTURE);
    dialog::open("tool-image", &title, vec![enlarged.into()]);
}
