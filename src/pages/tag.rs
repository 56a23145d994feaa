//! The articles that carry one tag.

use crate::components::{article_cards, page_header, pagination};
use crate::content::{list::List, site::Site};
use crate::html::{Node, element, link};
use crate::language::message;
use crate::route::Route;

pub fn view(site: &Site, route: &Route, list: &List) -> Node {
    let words = site.words();
    let (kind, count) = (
        words.text(message::TAG),
        words.count(message::ARTICLE_COUNT, list.total),
    );
    let all_tags = words.text(message::ALL_TAGS);
    let all_tags = link("", &site.href(&Route::Tags), &all_tags);
    Node::Fragment(vec![
        page_header::view(&kind, &list.title, &count).into(),
        article_cards::list(site, &list.articles, None).into(),
        pagination::view(site, route, list.page, list.pages).into(),
        element("p", "page-more").child(all_tags).into(),
    ])
}
