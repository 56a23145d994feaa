//! An article's picture, above the text and on cards.

use crate::content::article::Image;
use crate::html::{Element, element};

/// Above an article, where it can be enlarged as the pictures in the text can. It is on the first screen, so it is never
/// loaded lazily.
pub fn view(cover: &Image) -> Element {
    let picture = picture("u-featured", cover, &cover.alt).attribute("fetchpriority", "high");
    let caption =
        (!cover.caption.is_empty()).then(|| element("figcaption", "").text(&cover.caption));
    element("figure", "cover image")
        .child(ground(cover))
        .child(picture)
        .child(caption)
}

/// What is seen in its place until it is loaded. An attribute of SVG may name a colour where the policy forbids `style`.
fn ground(cover: &Image) -> Option<Element> {
    let [width, height] = [cover.width?, cover.height?].map(|pixels| pixels.to_string());
    let ground = element("svg", "")
        .attribute("aria-hidden", "true")
        .attribute("viewBox", &["0 0 ", &width, " ", &height].concat())
        .attribute("color", &cover.color);
    (!cover.color.is_empty()).then_some(ground)
}

/// On a card: decoration beside the title, which says the same, hence without a text of its own.
pub fn thumbnail(cover: &Image, on_first_screen: bool) -> Element {
    let thumbnail = picture("card-cover", cover, "");
    match on_first_screen {
        true => thumbnail.attribute("fetchpriority", "high"),
        false => {
            // A browser that does not measure by itself is told about how much of the screen a card takes.
            let sizes = (!cover.srcset.is_empty()).then_some("auto, 30vw");
            thumbnail
                .attribute("loading", "lazy")
                .attribute_if("sizes", sizes)
        }
    }
}

fn picture(class: &str, image: &Image, alt: &str) -> Element {
    let pixels = |count: Option<u32>| count.map(|count| count.to_string());
    element("img", class)
        .attribute("src", &image.src)
        .attribute_if("srcset", Some(&*image.srcset).filter(|set| !set.is_empty()))
        .attribute("alt", alt)
        .attribute_if("width", pixels(image.width).as_deref())
        .attribute_if("height", pixels(image.height).as_deref())
        .attribute("decoding", "async")
}
