//! The foot of every page.

use crate::content::site::Site;
use crate::html::{Element, element, link};
use crate::pages::you;
use crate::route::{ATOM_FEED, Route};

pub fn view(site: &Site) -> Element {
    let links = [
        (site.href(&Route::Archive), "Archive"),
        (site.href(&Route::Tags), "Tags"),
        (site.href(&Route::Authors), "Authors"),
        (site.href(&Route::You), you::TITLE),
        (site.base_path().to_string() + ATOM_FEED, "Feed"),
    ];
    let links = links
        .iter()
        .map(|(href, label)| element("li", "").child(link("", href, label)));
    element("footer", "site-footer")
        .child(element("p", "footer-description").text(&site.description))
        .child(element("ul", "footer-links").children(links))
}
