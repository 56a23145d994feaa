//! The article page: what it is about, who wrote it, the text, and where to go from here.

use crate::components::{
    article_cards, article_header, author_card, byline, contents, cover, neighbours, reactions,
    tag_list,
};
use crate::content::{article::Article, site::Site};
use crate::html::{Element, Node, element};
use crate::language::{Words, message};
use crate::route::Route;

pub fn view(site: &Site, article: &Article, html: &str) -> Node {
    let words = &site.words();
    let [lang, dir] = site.language_of(article);
    let body = element("recto-reading", "")
        .attribute("article", &article.slug)
        .attribute("hash", &article.hash)
        .attribute("minutes", &article.reading_minutes.to_string())
        .child(element("div", "reading-bar").attribute("aria-hidden", "true"))
        .child(contents::view(words, &article.outline))
        .child(element("div", "prose e-content").child(Node::Article(html.into())));
    let whole = element("article", "article h-entry")
        .attribute_if("lang", lang)
        .attribute_if("dir", dir)
        .child(header(site, words, article))
        .child(body)
        .child(reactions::section(
            words,
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
fn actions(words: &Words, article: &Article) -> Element {
    let button = |text| {
        element("button", "article-action")
            .attribute("type", "button")
            .say(words, text)
    };
    element("recto-actions", "article-actions")
        .attribute("article", &article.slug)
        .child(
            button(message::SAVE)
                .label(words, message::SAVE_FOR_LATER)
                .attribute("aria-pressed", "false"),
        )
        .child(button(message::SHARE).attribute("data-tool", "share"))
}

fn header(site: &Site, words: &Words, article: &Article) -> Element {
    let series = article.series.as_ref().map(|series| {
        let [part, parts] = [series.part, series.parts].map(|number| words.number(number));
        let line = words.fill(message::SERIES_PART, [&series.name, &part, &parts]);
        element("p", "kicker").text(&line)
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
                .child(article_header::dates(words, article))
                .child(actions(words, article)),
        )
        .child(tag_list::view(site, &article.tags))
        .child(article.cover.as_ref().map(cover::view))
}
