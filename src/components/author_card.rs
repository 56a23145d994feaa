//! An author: a card under an article, an entry in the index, the head of the author page.

use crate::content::{author::Author, site::Site};
use crate::route::Route;
use leptos::{either::Either, prelude::*};

/// A card for each author of an article, nothing where none is known.
pub fn section(site: &Site, authors: Vec<Author>) -> impl IntoView + use<> {
    let title = if authors.len() > 1 {
        "About the authors"
    } else {
        "About the author"
    };
    let any = !authors.is_empty();
    let cards = authors
        .into_iter()
        .map(|author| card(site, author, 3))
        .collect_view();
    any.then(|| {
        view! {
            <section class="author-cards" aria-labelledby="recto-authors">
                <h2 class="section-title" id="recto-authors">{title}</h2>
                {cards}
            </section>
        }
    })
}

/// The card, with the name as a heading of the given level (2 or 3) that links to the author page.
pub fn card(site: &Site, author: Author, level: u8) -> impl IntoView + use<> {
    let href = site.href(&Route::author(&author.id));
    let name = author.name.clone();
    let link = view! { <a class="p-name u-url" href=href>{name}</a> };
    let heading = match level {
        2 => Either::Left(view! { <h2 class="author-name">{link}</h2> }),
        _ => Either::Right(view! { <h3 class="author-name">{link}</h3> }),
    };
    view! { <div class="author-card h-card">{portrait(&author)} <div class="author-text">{heading} {facts(author)}</div></div> }
}

/// The head of the author's own page.
pub fn profile(author: Author) -> impl IntoView {
    view! {
        <header class="author-card author-profile h-card">
            {portrait(&author)}
            <div class="author-text"><h1 class="page-title p-name">{author.name.clone()}</h1> {facts(author)}</div>
        </header>
    }
}

/// The avatar, or the author's initials.
fn portrait(author: &Author) -> impl IntoView + use<> {
    match author.avatar.clone() {
        none if none.is_empty() => Either::Left(
            view! { <span class="monogram" aria-hidden="true">{author.monogram()}</span> },
        ),
        avatar => Either::Right(
            view! { <img class="avatar u-photo" src=avatar alt="" width="96" height="96" loading="lazy" /> },
        ),
    }
}

fn facts(author: Author) -> impl IntoView {
    let text = |class: &'static str, text: String| {
        (!text.is_empty()).then(|| view! { <p class=class>{text}</p> })
    };
    let website = Some(author.url).filter(|url| !url.is_empty());
    let profiles = website.into_iter().chain(author.same_as).map(|url| {
        let host = host(&url).to_string();
        view! { <li><a rel="me noopener" href=url>{host}</a></li> }
    });
    let profiles = profiles.collect_view();
    view! {
        {text("author-role p-job-title", author.role)}
        {text("author-focus", author.focus)}
        {text("author-bio p-note", author.bio)}
        {(!profiles.is_empty()).then(|| view! { <ul class="author-links">{profiles}</ul> })}
    }
}

/// What a link to a profile is called: the host and path, without scheme.
fn host(url: &str) -> &str {
    url.splitn(3, '/')
        .nth(2)
        .unwrap_or(url)
        .trim_end_matches('/')
}
