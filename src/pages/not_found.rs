//! The page for an address that has none: says so, and helps on.

use crate::content::site::Site;
use crate::html::{Node, element, link};
use crate::route::Route;

pub fn view(site: &Site) -> Node {
    let ways_on = [
        (Route::HOME, "The newest articles"),
        (Route::Archive, "Everything, by year"),
        (Route::Tags, "Everything, by subject"),
        (Route::Authors, "The people who write here"),
    ];
    let ways_on = ways_on
        .iter()
        .map(|(route, label)| element("li", "").child(link("", &site.href(route), label)));
    element("div", "message-page")
        .attribute("data-missing", "")
        .child(element("p", "kicker").text("404"))
        .child(element("h1", "page-title").text("Page not found"))
        .child(element("p", "deck").text(
            "There is nothing at this address. It may have moved, or the link may have a typing error.",
        ))
        .child(element("ul", "ways-on").children(ways_on))
        .into()
}
