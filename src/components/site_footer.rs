//! The foot of every page.

use crate::content::site::Site;
use crate::html::{Element, element, link};
use crate::language::message;
use crate::route::{ATOM_FEED, Route};

pub fn view(site: &Site) -> Element {
    let words = site.words();
    let links = [
        (site.href(&Route::Archive), message::ARCHIVE),
        (site.href(&Route::Tags), message::TAGS),
        (site.href(&Route::Authors), message::AUTHORS),
        (site.href(&Route::You), message::YOU),
        (site.base_path().to_string() + ATOM_FEED, message::FEED),
    ];
    let links = links
        .iter()
        .map(|(href, label)| element("li", "").child(link("", href, &words.text(*label))));
    element("footer", "site-footer")
        .child(element("p", "footer-description").text(&site.description))
        .child(element("ul", "footer-links").children(links))
}
