//! The article page: what it is about, who wrote it, the text, and where to go from here.

use crate::components::{
    article_cards, article_header, author_card, byline, contents, cover, neighbours, reactions,
    tag_list,
};
use crate::content::{article::Article, site::Site};
use crate::html::{Element, Node, element};
use crate::route::Route;

pub fn view(site: &Site, article: &Article, html: &str) -> Node {
    let lang = Some(article.lang.as_str()).filter(|lang| !lang.is_empty());
    let body = element("recto-reading", "")
        .attribute("article", &article.slug)
        .attribute("hash", &article.hash)
        .attribute("minutes", &article.reading_minutes.to_string())
        .child(element("div", "reading-bar").attribute("aria-hidden", "true"))
        .child(contents::view(&article.outline))
        .child(element("div", "prose e-content").child(Node::Article(html.into())));
    let whole = element("article", "article h-entry")
        .attribute_if("lang", lang)
        .child(header(site, article))
        .child(body)
        .child(reactions::section(
            &article.slug,
            &site.reactions,
            &article.reaction_counts,
        ))
        .child(author_card::section(site, &article.authors));
    Node::Fragment(vec![
        whole.into(),
        article_cards::related_section(site, &article.related).into(),
        neighbours::view(site, article.previous.as_ref(), article.next.as_ref()).into(),
    ])
}

/// What needs scripts, and is not on show without them.
fn actions(article: &Article) -> Element {
    let button = |text: &str| {
        element("button", "article-action")
            .attribute("type", "button")
            .text(text)
    };
    element("recto-actions", "article-actions")
        .attribute("article", &article.slug)
        .child(
            button("Save")
                .attribute("aria-label", "Save for later")
                .attribute("aria-pressed", "false"),
        )
        .child(button("Share").attribute("data-tool", "share"))
}

fn header(site: &Site, article: &Article) -> Element {
    let series = article.series.as_ref().map(|series| {
        let place = [
            ", part ",
            &series.part.to_string(),
            " of ",
            &series.parts.to_string(),
        ]
        .concat();
        element("p", "kicker").text(&series.name).text(&place)
    });
    // Shows nothing; tells machines that read the entry where it lives.
    let address = site.href(&Route::article(&article.slug));
    element("header", "article-header")
        .child(series)
        .child(
            element("h1", "article-title p-name")
                .text(&article.title)
                .child(element("data", "u-url").attribute("value", &address)),
        )
        .child(article_header::deck(article))
        .child(
            element("div", "article-facts")
                .child(byline::view(site, &article.authors))
                .child(article_header::dates(article))
                .child(actions(article)),
        )
        .child(tag_list::view(site, &article.tags))
        .child(article.cover.as_ref().map(cover::view))
}
