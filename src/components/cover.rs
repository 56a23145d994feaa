//! The picture above an article. It is on the first screen, so it is never loaded lazily.

use crate::content::article::Image;
use leptos::prelude::*;

pub fn view(cover: Image) -> impl IntoView {
    let caption = Some(cover.caption).filter(|caption| !caption.is_empty());
    view! {
        <figure class="cover">
            <img
                class="u-featured"
                src=cover.src
                alt=cover.alt
                width=cover.width
                height=cover.height
                fetchpriority="high"
                decoding="async"
            />
            {caption.map(|caption| view! { <figcaption>{caption}</figcaption> })}
        </figure>
    }
}
