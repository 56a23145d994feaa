//! The page for an address that has none: says so, and helps on.

use crate::content::site::Site;
use crate::html::{Node, element, link};
use crate::language::message;
use crate::route::Route;

pub fn view(site: &Site) -> Node {
    let words = &site.words();
    let ways_on = [
        (Route::HOME, message::NEWEST),
        (Route::Archive, message::BY_YEAR),
        (Route::Tags, message::BY_SUBJECT),
        (Route::Authors, message::BY_AUTHOR),
    ];
    let ways_on = ways_on.iter().map(|(route, label)| {
        element("li", "").child(link("", &site.href(route), &words.text(*label)))
    });
    element("div", "message-page")
        .attribute("data-missing", "")
        .child(element("p", "kicker").text("404"))
        .child(element("h1", "page-title").say(words, message::NOT_FOUND))
        .child(element("p", "deck").say(words, message::NOT_FOUND_WHY))
        .child(element("ul", "ways-on").children(ways_on))
        .into()
}
