//! Everybody who writes here.

use crate::components::{author_card, page_header};
use crate::content::{list::Index, site::Site};
use crate::html::{Node, element};
use crate::language::message;

pub fn view(site: &Site, index: &Index) -> Node {
    let words = site.words();
    let cards = index.authors.iter().map(|entry| {
        let count = words.count(message::ARTICLE_COUNT, entry.articles);
        element("li", "")
            .child(author_card::card(site, &entry.author, "h2"))
            .child(element("p", "author-count").text(&count))
    });
    Node::Fragment(vec![
        page_header::view("", &words.text(message::AUTHORS), "").into(),
        element("ul", "author-index").children(cards).into(),
    ])
}
