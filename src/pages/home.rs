//! The front page: the newest article leads, the others follow as a list.

use crate::components::{article_cards, continue_reading, pagination};
use crate::content::{list::List, site::Site};
use crate::html::{Node, element};
use crate::language::message;
use crate::route::Route;

pub fn view(site: &Site, route: &Route, list: &List) -> Node {
    let words = site.words();
    let first_page = list.page <= 1;
    let (lead, others) = match list.articles.split_first() {
        Some((lead, others)) if first_page => (Some(lead), others),
        _ => (None, list.articles.as_slice()),
    };
    let heading = match first_page {
        true => element("h1", "visually-hidden").text(&site.title),
        false => element("h1", "page-title")
            .text(&words.fill(message::ARTICLES_ON_PAGE, [&words.number(list.page)])),
    };
    Node::Fragment(vec![
        heading.into(),
        first_page.then(|| continue_reading::view(&words)).into(),
        lead.map(|lead| article_cards::lead(site, lead)).into(),
        article_cards::list(site, others, None).into(),
        pagination::view(site, route, list.page, list.pages).into(),
    ])
}
