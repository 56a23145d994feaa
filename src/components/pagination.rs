//! The way through a list of several pages.

use crate::content::site::Site;
use crate::html::{Element, element, link};
use crate::language::message;
use crate::route::Route;

/// Nothing where there is only one page.
pub fn view(site: &Site, route: &Route, page: u32, pages: u32) -> Option<Element> {
    let words = &site.words();
    let to = |page: u32, rel: &str, label| {
        link("", &site.href(&route.at_page(page)), &words.text(label)).attribute("rel", rel)
    };
    let numbers = [page, pages].map(|number| words.number(number));
    let position = words.fill(message::PAGE_OF, [&numbers[0], &numbers[1]]);
    (pages > 1).then(|| {
        element("nav", "pagination")
            .label(words, message::PAGES)
            .child((page > 1).then(|| to(page - 1, "prev", message::NEWER_ARTICLES)))
            .child(element("span", "").text(&position))
            .child((page < pages).then(|| to(page + 1, "next", message::OLDER_ARTICLES)))
    })
}
