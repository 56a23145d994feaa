//! All tags, with how many articles each has.

use crate::components::page_header;
use crate::content::{list::Index, site::Site};
use crate::html::{Node, element, link};
use crate::language::message;
use crate::route::Route;

pub fn view(site: &Site, index: &Index) -> Node {
    let words = site.words();
    let tags = index.tags.iter().map(|tag| {
        let count = words.count(message::ARTICLE_COUNT, tag.articles);
        element("li", "")
            .child(link("", &site.href(&Route::tag(&tag.slug)), &tag.name))
            .text(" ")
            .child(element("span", "tag-count").text(&count))
    });
    Node::Fragment(vec![
        page_header::view("", &words.text(message::TAGS), "").into(),
        element("ul", "tag-index").children(tags).into(),
    ])
}
