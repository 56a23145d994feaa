//! The articles published before and after this one.

use crate::content::{article::Link, site::Site};
use crate::html::{Element, element};
use crate::language::message;
use crate::route::Route;

/// Nothing where the article stands alone.
pub fn view(site: &Site, previous: Option<&Link>, next: Option<&Link>) -> Option<Element> {
    let words = &site.words();
    let neighbour = |link: &Link, rel: &str, label| {
        element("a", "neighbour")
            .attribute("rel", rel)
            .attribute("href", &site.href(&Route::article(&link.slug)))
            .child(element("span", "neighbour-label").say(words, label))
            .child(element("span", "neighbour-title").text(&link.title))
    };
    (previous.is_some() || next.is_some()).then(|| {
        element("nav", "neighbours")
            .label(words, message::PREVIOUS_AND_NEXT)
            .child(previous.map(|link| neighbour(link, "prev", message::PREVIOUS)))
            .child(next.map(|link| neighbour(link, "next", message::NEXT)))
    })
}
