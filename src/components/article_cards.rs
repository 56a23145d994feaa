//! Articles as something to choose from: the lead story, a list, the related ones.

use super::{cover, time};
use crate::content::{
    article::{RelatedArticle, Summary},
    site::Site,
};
use crate::html::{Element, element, link};
use crate::language::message;
use crate::route::Route;

/// The newest article, large.
pub fn lead(site: &Site, article: &Summary) -> Element {
    element("div", "lead-story").child(card(site, article, Place::Lead, None))
}

/// A list that scans well, newest first. On the page of an author, who is given by name, only others are named.
pub fn list(site: &Site, articles: &[Summary], author: Option<&str>) -> Element {
    let cards = articles
        .iter()
        .map(|article| element("li", "").child(card(site, article, Place::List(author), None)));
    element("ul", "article-list h-feed").children(cards)
}

/// One article alone.
pub fn single(site: &Site, article: &Summary) -> Element {
    card(site, article, Place::Alone, None)
}

/// Where to read on, under its title; nothing where there is nothing.
pub fn related_section(site: &Site, related: &[RelatedArticle]) -> Option<Element> {
    let list = related_list(site, related)?;
    Some(
        element("section", "related")
            .attribute("aria-labelledby", "recto-related")
            .child(
                element("h2", "section-title")
                    .attribute("id", "recto-related")
                    .say(&site.words(), message::RELATED),
            )
            .child(list),
    )
}

/// Where to read on, and why; nothing where there is nothing.
pub fn related_list(site: &Site, related: &[RelatedArticle]) -> Option<Element> {
    let cards = related.iter().map(|related| {
        element("li", "").child(card(
            site,
            &related.article,
            Place::Related,
            Some(&related.reason),
        ))
    });
    (!related.is_empty()).then(|| element("ul", "related-list").children(cards))
}

/// Where a card stands, and so the level of its heading and how much it says.
#[derive(Clone, Copy, PartialEq)]
enum Place<'a> {
    Lead,
    /// Of articles by one author, or by any.
    List(Option<&'a str>),
    Alone,
    /// With little more than a title and the reason.
    Related,
}

fn card(site: &Site, article: &Summary, place: Place<'_>, reason: Option<&str>) -> Element {
    let line = |class: &str, text: &str| (!text.is_empty()).then(|| element("p", class).text(text));
    let is_brief = place == Place::Related;
    let heading = match place {
        Place::Alone | Place::Related => "h3",
        _ => "h2",
    };
    let title = link(
        "card-link p-name u-url",
        &site.href(&Route::article(&article.slug)),
        &article.title,
    );
    let text = element("div", "card-text")
        .child(reason.and_then(|reason| line("card-reason", reason)))
        .child(element(heading, "card-title").child(title))
        .child(line("card-deck p-summary", &article.description).filter(|_| !is_brief))
        .child(facts(site, article, place));
    let cover = article
        .cover
        .as_ref()
        .filter(|_| !is_brief)
        .map(|cover| cover::thumbnail(cover, place == Place::Lead));
    element("div", "article-card h-entry")
        .child(cover)
        .child(text)
}

fn facts(site: &Site, article: &Summary, place: Place<'_>) -> Element {
    let words = &site.words();
    let names = article.authors.iter().map(|author| author.name.as_str());
    let authors: Vec<&str> = names
        .filter(|name| place != Place::List(Some(name)))
        .collect();
    let authors = (!authors.is_empty())
        .then(|| element("span", "card-author p-author").text(&words.list(&authors)));
    let date = article
        .published
        .map(|date| element("span", "date").child(time::view(words, "dt-published", date)));
    let minutes = time::reading_time(words, article.reading_minutes);
    element("p", "card-facts")
        .child(authors)
        .child(date)
        .child(minutes.filter(|_| place != Place::Related))
}
