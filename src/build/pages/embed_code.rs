//! The HTML that other people's pages are given to show an article of the blog.

use super::document::written;
use crate::components::embed::EmbedKind;
use crate::content::site::Site;
use crate::pages::embed::Examples;
use crate::route::{EMBED_SCRIPT, FRAME_SCRIPT, Route};
use leptos::html::iframe;
use leptos::prelude::*;

/// How large a card's frame is, in CSS pixels.
pub const CARD_WIDTH: u32 = 600;
pub const CARD_HEIGHT: u32 = 200;

/// The three ways to show the card of an article.
pub fn examples(site: &Site, slug: &str, title: &str) -> Examples {
    let address = &site.page_url(&Route::article(slug));
    let script = |path: &str| {
        let src = [&site.base_url, path].concat();
        written(view! { <script type="module" src=src></script> }) + "\n"
    };
    let card = view! {
        <recto-card article=slug>
            <a href=address>{title}</a>
        </recto-card>
    };
    let kind = &EmbedKind::Card(slug.into());
    let frame = view! { <Frame site kind title /> };
    let link = view! { <a href=address>{title}</a> };
    Examples {
        element: script(EMBED_SCRIPT) + &written(card),
        frame: script(FRAME_SCRIPT) + &written(frame),
        link: written(link),
    }
}

/// A link for who shows no frames, and the embed in a frame.
pub fn quoted(site: &Site, kind: &EmbedKind, title: &str) -> String {
    let address = site.page_url(&kind.route());
    written(view! {
        <blockquote>
            <a href=address>{title}</a>
        </blockquote>
        <Frame site kind title />
    })
}

#[component]
fn Frame<'a>(site: &'a Site, kind: &'a EmbedKind, title: &'a str) -> impl IntoView {
    iframe()
        .src([site.base_url.as_str(), &kind.frame_path()].concat())
        .title(title)
        .width(CARD_WIDTH)
        .height(CARD_HEIGHT)
        .attr("frameborder", "0")
        .attr("loading", "lazy")
}
