//! An article's tags as links.

use crate::content::{article::Term, site::Site};
use crate::html::{Element, element, link};
use crate::language::message;
use crate::route::Route;

/// Nothing where there are no tags.
pub fn view(site: &Site, tags: &[Term]) -> Option<Element> {
    let items = tags.iter().map(|tag| {
        let tag = link("p-category", &site.href(&Route::tag(&tag.slug)), &tag.name);
        element("li", "").child(tag.attribute("rel", "tag"))
    });
    (!tags.is_empty()).then(|| {
        element("ul", "tag-list")
            .label(&site.words(), message::TAGS)
            .children(items)
    })
}
