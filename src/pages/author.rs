//! One author: who they are, and what they wrote.

use crate::components::{article_cards, author_card, pagination};
use crate::content::{list::List, site::Site};
use crate::html::{Node, element};
use crate::language::message;
use crate::route::Route;

pub fn view(site: &Site, route: &Route, list: &List) -> Node {
    let name = list.author.as_ref().map(|author| author.name.as_str());
    Node::Fragment(vec![
        list.author.as_ref().map(author_card::profile).into(),
        element("h2", "section-title")
            .say(&site.words(), message::ARTICLES)
            .into(),
        article_cards::list(site, &list.articles, name).into(),
        pagination::view(site, route, list.page, list.pages).into(),
    ])
}
