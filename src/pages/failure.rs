//! The page that says why another one did not load, and how to go on.

use crate::content::site::Site;
use crate::html::{Node, element, link};
use crate::page_data::LoadError;
use crate::route::Route;

pub fn view(site: &Site, route: &Route, error: LoadError) -> Node {
    let (sentence, way_on) = match error {
        LoadError::NotFound => ("There is nothing at this address any more.", "Try again"),
        LoadError::Offline => (
            "The network did not answer. You may be offline; what you have already opened still works.",
            "Try again",
        ),
        LoadError::Malformed => (
            "What the server sent is not a page of this site. It may be in the middle of an update.",
            "Try again",
        ),
        LoadError::Outdated => (
            "This site has been updated since you opened it. Reload to go on.",
            "Reload",
        ),
    };
    let ways_on = [
        (site.href(route), way_on),
        (site.href(&Route::HOME), "The newest articles"),
    ];
    let ways_on = ways_on
        .iter()
        .map(|(href, label)| element("li", "").child(link("", href, label)));
    element("div", "message-page")
        .attribute("role", "alert")
        .child(element("h1", "page-title").text("This page did not load"))
        .child(element("p", "deck").text(sentence))
        .child(element("ul", "ways-on").children(ways_on))
        .into()
}
