//! The way through a list of several pages.

use crate::content::site::Site;
use crate::html::{Element, element, link};
use crate::route::Route;

/// Nothing where there is only one page.
pub fn view(site: &Site, route: &Route, page: u32, pages: u32) -> Option<Element> {
    let to = |page: u32, rel: &str, label: &str| {
        link("", &site.href(&route.at_page(page)), label).attribute("rel", rel)
    };
    let position = ["Page ", &page.to_string(), " of ", &pages.to_string()].concat();
    (pages > 1).then(|| {
        element("nav", "pagination")
            .attribute("aria-label", "Pages")
            .child((page > 1).then(|| to(page - 1, "prev", "Newer articles")))
            .child(element("span", "").text(&position))
            .child((page < pages).then(|| to(page + 1, "next", "Older articles")))
    })
}
