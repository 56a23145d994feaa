//! An article's picture, above the text and on cards.

use super::optional_text::unless_empty;
use crate::content::article::{Image, Summary};
use leptos::prelude::*;

/// Above an article, where it can be enlarged as the pictures in the text can. It is on the first screen, so it is never
/// loaded lazily.
#[component]
pub fn Cover<'a>(cover: &'a Image) -> impl IntoView {
    let caption = unless_empty(cover.caption.as_str());
    view! {
        <figure class="cover image">
            <Placeholder cover />
            <Picture class="u-featured" image=cover alt=&cover.alt on_first_screen=true />
            {caption.map(|caption| view! { <figcaption>{caption}</figcaption> })}
        </figure>
    }
}

/// On a card: decoration beside the title, which says the same, hence without a text of its own.
#[component]
pub fn Thumbnail<'a>(cover: &'a Image, on_first_screen: bool) -> impl IntoView {
    view! { <Picture class="card-cover" image=cover alt="" on_first_screen /> }
}

/// In the place of a picture: the number of the part in its series, or else the first letter of the title.
#[component]
pub fn LetterCover<'a>(article: &'a Summary) -> impl IntoView {
    let part = article.series.as_ref();
    let part = part.map(|series| series.part.to_string());
    let letter = article.title.chars().find(is_letter);
    let sign = part.or(letter.map(String::from));
    sign.map(|sign| {
        view! {
            <span class="card-cover" aria-hidden="true">
                {sign}
            </span>
        }
    })
}

/// Neither a quotation mark nor another sign. The tables of Unicode, which know it exactly, would weigh 4 KB.
fn is_letter(letter: &char) -> bool {
    match letter {
        '\0'..='\u{7f}' => letter.is_ascii_alphanumeric(),
        _ => {
            !matches!(letter, '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}')
        }
    }
}

/// What is seen in its place until it is loaded. An attribute of SVG may name a colour where the policy forbids `style`.
#[component]
fn Placeholder<'a>(cover: &'a Image) -> impl IntoView {
    let size = cover.width.zip(cover.height);
    let size = size.filter(|_| !cover.color.is_empty());
    size.map(|(width, height)| {
        let area = ["0 0 ", &width.to_string(), " ", &height.to_string()].concat();
        view! { <svg aria-hidden="true" viewBox=area color=cover.color.as_str()></svg> }
    })
}

#[component]
fn Picture<'a>(
    class: &'static str,
    image: &'a Image,
    alt: &'a str,
    on_first_screen: bool,
) -> impl IntoView {
    let srcset = unless_empty(image.srcset.as_str());
    // A browser that does not measure by itself is told about how much of the screen a card takes.
    let sizes = srcset.and((!on_first_screen).then_some("auto, 30vw"));
    view! {
        <img
            class=class
            src=image.src.as_str()
            srcset=srcset
            alt=alt
            width=image.width
            height=image.height
            decoding="async"
            fetchpriority=on_first_screen.then_some("high")
            loading=(!on_first_screen).then_some("lazy")
            sizes=sizes
            data-at=unless_empty(image.position.as_str())
        />
    }
}
