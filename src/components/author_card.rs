//! An author: a card under an article, an entry in the index, the head of the author page.

use crate::content::{author::Author, site::Site};
use crate::html::{Element, Node, element, link};
use crate::language::message;
use crate::route::Route;

/// A card for each author of an article, nothing where none is known.
pub fn section(site: &Site, authors: &[Author]) -> Option<Element> {
    (!authors.is_empty()).then(|| {
        element("section", "author-cards")
            .attribute("aria-labelledby", "recto-authors")
            .child(
                element("h2", "section-title")
                    .attribute("id", "recto-authors")
                    .text(
                        &site
                            .words()
                            .count(message::ABOUT_AUTHORS, authors.len() as u32),
                    ),
            )
            .children(authors.iter().map(|author| card(site, author, "h3")))
    })
}

/// The card, with the name as a heading that links to the author page.
pub fn card(site: &Site, author: &Author, heading: &'static str) -> Element {
    let name = link(
        "p-name u-url",
        &site.href(&Route::author(&author.id)),
        &author.name,
    );
    portrait_and_text(
        "author-card h-card",
        author,
        element(heading, "author-name").child(name),
    )
}

/// The head of the author's own page.
pub fn profile(author: &Author) -> Element {
    let name = element("h1", "page-title p-name").text(&author.name);
    portrait_and_text("author-card author-profile h-card", author, name)
}

fn portrait_and_text(class: &str, author: &Author, name: Element) -> Element {
    let text = element("div", "author-text")
        .child(name)
        .child(facts(author));
    element("div", class).child(portrait(author)).child(text)
}

/// The avatar, or the author's initials.
fn portrait(author: &Author) -> Element {
    match author.avatar.is_empty() {
        true => element("span", "monogram")
            .attribute("aria-hidden", "true")
            .text(&author.monogram()),
        false => element("img", "avatar u-photo")
            .attribute("src", &author.avatar)
            .attribute("alt", "")
            .attribute("width", "96")
            .attribute("height", "96")
            .attribute("loading", "lazy"),
    }
}

fn facts(author: &Author) -> Node {
    let line = |class: &str, text: &str| (!text.is_empty()).then(|| element("p", class).text(text));
    let website = Some(&author.url).filter(|url| !url.is_empty());
    let profiles = website.into_iter().chain(&author.same_as);
    let profiles = profiles.map(|url| {
        element("li", "").child(link("u-url", url, name_of(url)).attribute("rel", "me noopener"))
    });
    let profiles = element("ul", "author-links").children(profiles);
    Node::Fragment(vec![
        line("author-role p-job-title", &author.role).into(),
        line("author-focus", &author.focus).into(),
        line("author-bio p-note", &author.bio).into(),
        Some(profiles)
            .filter(|profiles| !profiles.is_empty())
            .into(),
    ])
}

/// What a link to a profile is called: the host and path, without scheme.
fn name_of(url: &str) -> &str {
    url.splitn(3, '/')
        .nth(2)
        .unwrap_or(url)
        .trim_end_matches('/')
}
