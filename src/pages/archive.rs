//! Every article there is, by year.

use crate::components::{page_header, time};
use crate::content::{article::Summary, list::List, site::Site};
use crate::html::{Element, Node, element, link};
use crate::language::{Words, message};
use crate::route::Route;

pub fn view(site: &Site, list: &List) -> Node {
    let words = site.words();
    let years = list
        .articles
        .chunk_by(|one, other| year(one) == year(other));
    let years = years.map(|articles| {
        let entries = articles.iter().map(|article| entry(site, article));
        element("section", "archive-year")
            .child(element("h2", "archive-heading").text(&heading(&words, &articles[0])))
            .child(
                element("ol", "archive-list")
                    .attribute("reversed", "")
                    .children(entries),
            )
    });
    let title = words.text(message::ARCHIVE);
    let count = words.count(message::ARTICLE_COUNT, list.total);
    let mut page = vec![page_header::view("", &title, &count).into()];
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
        .child(
            article
                .published
                .map(|date| time::view(&site.words(), "", date)),
        )
}

fn year(article: &Summary) -> Option<u16> {
    article.published.map(|date| date.year)
}

fn heading(words: &Words, article: &Summary) -> String {
    match year(article) {
        Some(year) => year.to_string(),
        None => words.text(message::UNDATED),
    }
}
