//! Every article there is, by year.

use crate::components::{page_header, time};
use crate::content::{article::Summary, list::List, site::Site};
use crate::html::{Element, Node, element, link};
use crate::route::Route;

pub fn view(site: &Site, list: &List) -> Node {
    let years = list
        .articles
        .chunk_by(|one, other| year(one) == year(other));
    let years = years.map(|articles| {
        let entries = articles.iter().map(|article| entry(site, article));
        element("section", "archive-year")
            .child(element("h2", "archive-heading").text(&year(&articles[0])))
            .child(
                element("ol", "archive-list")
                    .attribute("reversed", "")
                    .children(entries),
            )
    });
    let mut page =
        vec![page_header::view("", "Archive", &page_header::article_count(list.total)).into()];
    page.extend(years.map(Node::Element));
    Node::Fragment(page)
}

fn entry(site: &Site, article: &Summary) -> Element {
    element("li", "archive-entry")
        .child(link(
            "",
            &site.href(&Route::article(&article.slug)),
            &article.title,
        ))
        .text(" ")
        .child(article.published.map(|date| time::view("", date)))
}

fn year(article: &Summary) -> String {
    article
        .published
        .map_or_else(|| "Undated".into(), |date| date.year.to_string())
}
