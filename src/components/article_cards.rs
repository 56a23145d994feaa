//! Articles as something to choose from: the lead story, a list, the related ones.

use super::cover::Thumbnail;
use super::heading::Heading;
use super::line::Line;
use super::time::{LabelledDay, ReadingTime};
use crate::content::{
    article::{RelatedArticle, Summary},
    site::Site,
};
use crate::i18n::message;
use crate::route::Route;
use leptos::prelude::*;

/// The newest article, large.
#[component]
pub fn LeadStory<'a>(site: &'a Site, article: &'a Summary) -> impl IntoView {
    view! {
        <div class="lead-story">
            <Card site article place=Place::Lead />
        </div>
    }
}

/// A list that scans well, newest first. On the page of an author, who is given by name, only others are named.
#[component]
pub fn ArticleList<'a>(
    site: &'a Site,
    articles: &'a [Summary],
    #[prop(optional_no_strip)] author: Option<&'a str>,
) -> impl IntoView {
    let cards = articles.iter().map(|article| {
        view! {
            <li>
                <Card site article place=Place::List(author) />
            </li>
        }
    });
    view! { <ul class="article-list h-feed">{cards.collect_view()}</ul> }
}

/// One article alone.
#[component]
pub fn ArticleCard<'a>(site: &'a Site, article: &'a Summary) -> impl IntoView {
    view! { <Card site article place=Place::Alone /> }
}

/// Where to read on, under its title; nothing where there is nothing.
#[component]
pub fn RelatedSection<'a>(site: &'a Site, related: &'a [RelatedArticle]) -> impl IntoView {
    (!related.is_empty()).then(|| {
        view! {
            <section class="related" aria-labelledby="recto-related">
                <h2 class="section-title" id="recto-related">
                    {site.translator().text(message::RELATED)}
                </h2>
                <RelatedList site related />
            </section>
        }
    })
}

/// Where to read on, and why.
#[component]
pub fn RelatedList<'a>(site: &'a Site, related: &'a [RelatedArticle]) -> impl IntoView {
    let cards = related.iter().map(|related| {
        view! {
            <li>
                <Card
                    site
                    article=&related.article
                    place=Place::Related
                    reason=related.reason.as_str()
                />
            </li>
        }
    });
    view! { <ul class="related-list">{cards.collect_view()}</ul> }
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

#[component]
fn Card<'a>(
    site: &'a Site,
    article: &'a Summary,
    place: Place<'a>,
    #[prop(optional)] reason: &'a str,
) -> impl IntoView {
    let is_brief = place == Place::Related;
    let level = match place {
        Place::Lead | Place::List(_) => "h2",
        Place::Alone | Place::Related => "h3",
    };
    let cover = article.cover.as_ref().filter(|_| !is_brief);
    let description = if is_brief { "" } else { &article.description };
    let href = site.href(&Route::article(&article.slug));
    let title = view! {
        <a class="card-link p-name u-url" href=href>
            {article.title.as_str()}
        </a>
    };
    view! {
        <div class="article-card h-entry">
            {cover.map(|cover| view! { <Thumbnail cover on_first_screen=place == Place::Lead /> })}
            <div class="card-text">
                <Line class="card-reason" text=reason />
                <Heading level class="card-title" content=title />
                <Line class="card-deck p-summary" text=description />
                <Facts site article place />
            </div>
        </div>
    }
}

#[component]
fn Facts<'a>(site: &'a Site, article: &'a Summary, place: Place<'a>) -> impl IntoView {
    let names = article.authors.iter().map(|author| author.name.as_str());
    let names: Vec<&str> = names
        .filter(|name| place != Place::List(Some(name)))
        .collect();
    let authors = (!names.is_empty()).then(|| site.translator().list(&names));
    let date = article.published;
    let minutes = if place == Place::Related {
        0
    } else {
        article.reading_minutes
    };
    view! {
        <p class="card-facts">
            {authors.map(|authors| view! { <span class="card-author p-author">{authors}</span> })}
            {date.map(|date| view! { <LabelledDay site class="dt-published" date /> })}
            <ReadingTime site minutes />
        </p>
    }
}
