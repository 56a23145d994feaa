//! An author: a card under an article, an entry in the index, the head of the author page.

use super::line::Line;
use super::ranked_heading::Heading;
use crate::content::{author::Author, site::Site};
use crate::i18n::message;
use crate::route::Route;
use leptos::either::Either;
use leptos::prelude::*;

/// Two lines for each author of an article, who is told more of on a page of their own; nothing where none is known.
#[component]
pub fn AuthorCards<'a>(site: &'a Site, authors: &'a [Author]) -> impl IntoView {
    let cards = authors.iter().map(|author| {
        let mut known_for = [&author.role, &author.focus].into_iter();
        let known_for = known_for.find(|text| !text.is_empty());
        view! {
            <div class="author-card h-card">
                <Portrait author />
                <div class="author-text">
                    <Name site author level="h3" />
                    <Line class="author-focus p-note" text=known_for.map_or("", String::as_str) />
                </div>
            </div>
        }
    });
    (!authors.is_empty()).then(|| {
        view! {
            <section class="author-cards" aria-labelledby="recto-authors">
                <h2 class="section-title" id="recto-authors">
                    {site.translator().count(message::ABOUT_AUTHORS, authors.len() as u32)}
                </h2>
                {cards.collect_view()}
            </section>
        }
    })
}

/// The card, with the name as a heading that links to the author page.
#[component]
pub fn AuthorCard<'a>(site: &'a Site, author: &'a Author, level: &'static str) -> impl IntoView {
    view! {
        <div class="author-card h-card">
            <Portrait author />
            <div class="author-text">
                <Name site author level />
                <Facts author />
            </div>
        </div>
    }
}

#[component]
fn Name<'a>(site: &'a Site, author: &'a Author, level: &'static str) -> impl IntoView {
    let href = site.href(&Route::author(&author.id));
    let name = view! {
        <a class="p-name u-url" href=href>
            {author.name.as_str()}
        </a>
    };
    view! { <Heading level class="author-name" content=name /> }
}

/// The head of the author's own page.
#[component]
pub fn AuthorProfile<'a>(author: &'a Author) -> impl IntoView {
    view! {
        <div class="author-card author-profile h-card">
            <Portrait author />
            <div class="author-text">
                <h1 class="page-title p-name">{author.name.as_str()}</h1>
                <Facts author />
            </div>
        </div>
    }
}

/// The avatar, or the author's initials.
#[component]
fn Portrait<'a>(author: &'a Author) -> impl IntoView {
    match author.avatar.as_str() {
        "" => Either::Left(view! {
            <span class="monogram" aria-hidden="true">
                {author.monogram()}
            </span>
        }),
        avatar => Either::Right(view! {
            <img class="avatar u-photo" src=avatar alt="" width="96" height="96" loading="lazy" />
        }),
    }
}

#[component]
fn Facts<'a>(author: &'a Author) -> impl IntoView {
    view! {
        <Line class="author-role p-job-title" text=&author.role />
        <Line class="author-focus" text=&author.focus />
        <Line class="author-bio p-note" text=&author.bio />
        <Links author />
    }
}

#[component]
fn Links<'a>(author: &'a Author) -> impl IntoView {
    let profiles = [&author.url].into_iter().chain(&author.same_as);
    let profiles = profiles.filter(|url| !url.is_empty());
    let links = profiles.map(|url| {
        view! {
            <li>
                <a class="u-url" href=url.as_str() rel="me noopener">
                    {name_of(url)}
                </a>
            </li>
        }
    });
    let links = links.collect_view();
    (!links.is_empty()).then(|| view! { <ul class="author-links">{links}</ul> })
}

/// What a link to a profile is called: the host and path, without scheme.
fn name_of(url: &str) -> &str {
    url.splitn(3, '/')
        .nth(2)
        .unwrap_or(url)
        .trim_end_matches('/')
}
