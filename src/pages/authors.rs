//! Everybody who writes here.

use crate::components::{author_card, page_header};
use crate::content::{list::Index, site::Site};
use crate::html::{Node, element};

pub fn view(site: &Site, index: &Index) -> Node {
    let cards = index.authors.iter().map(|entry| {
        let count = page_header::article_count(entry.articles);
        element("li", "")
            .child(author_card::card(site, &entry.author, "h2"))
            .child(element("p", "author-count").text(&count))
    });
    Node::Fragment(vec![
        page_header::view("", "Authors", "").into(),
        element("ul", "author-index").children(cards).into(),
    ])
}
