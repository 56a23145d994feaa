//! The articles that carry one tag.

use crate::components::{article_cards, page_header, pagination};
use crate::content::{list::List, site::Site};
use crate::html::{Node, element, link};
use crate::route::Route;

pub fn view(site: &Site, route: &Route, list: &List) -> Node {
    let all_tags = link("", &site.href(&Route::Tags), "All tags");
    Node::Fragment(vec![
        page_header::view("Tag", &list.title, &page_header::article_count(list.total)).into(),
        article_cards::list(site, &list.articles, None).into(),
        pagination::view(site, route, list.page, list.pages).into(),
        element("p", "page-more").child(all_tags).into(),
    ])
}
