//! The page that says why another one did not load, and how to go on.

use crate::content::site::Site;
use crate::html::{Node, element, link};
use crate::language::message;
use crate::page_data::LoadError;
use crate::route::Route;

pub fn view(site: &Site, route: &Route, error: LoadError) -> Node {
    let words = &site.words();
    let (sentence, way_on) = match error {
        LoadError::NotFound => (message::LOAD_MISSING, message::TRY_AGAIN),
        LoadError::Offline => (message::LOAD_OFFLINE, message::TRY_AGAIN),
        LoadError::Malformed => (message::LOAD_MALFORMED, message::TRY_AGAIN),
        LoadError::Outdated => (message::LOAD_OUTDATED, message::RELOAD),
    };
    let ways_on = [
        (site.href(route), way_on),
        (site.href(&Route::HOME), message::NEWEST),
    ];
    let ways_on = ways_on
        .iter()
        .map(|(href, label)| element("li", "").child(link("", href, &words.text(*label))));
    element("div", "message-page")
        .attribute("role", "alert")
        .child(element("h1", "page-title").say(words, message::NOT_LOADED))
        .child(element("p", "deck").say(words, sentence))
        .child(element("ul", "ways-on").children(ways_on))
        .into()
}
