//! Articles as something to choose from: the lead story and the two below it, a dense list, the related ones.
//!
//! The title's link covers its whole card (`style/components/article_cards.css`); authors have links of their own above it.

use super::cover::{LetterCover, Thumbnail};
use super::line::Line;
use super::optional_text::unless_empty;
use super::ranked_heading::Heading;
use super::time::{LabelledDay, ReadingTime};
use crate::content::{
    article::{Article, RelatedArticle, Summary},
    site::Site,
};
use crate::i18n::{ListStyle, message};
use crate::route::Route;
use leptos::either::Either;
use leptos::prelude::*;

/// The first of them large, two below it where there are three, and the others as a list.
#[component]
pub fn Stories<'a>(site: &'a Site, articles: &'a [Summary]) -> impl IntoView {
    let (lead, others) = articles.split_at(articles.len().min(1));
    let seconds = if others.len() < 2 { 0 } else { 2 };
    let (seconds, others) = others.split_at(seconds);
    view! {
        {lead
            .iter()
            .map(|article| {
                view! {
                    <div class="lead-story">
                        <Card site article place=Place::Lead />
                    </div>
                }
            })
            .collect_view()}
        <SecondStories site articles=seconds />
        <ArticleList site articles=others />
    }
}

/// With pictures if one of them has one: never one with and one without.
#[component]
fn SecondStories<'a>(site: &'a Site, articles: &'a [Summary]) -> impl IntoView {
    let place = Place::Second {
        has_covers: articles.iter().any(|article| article.cover.is_some()),
    };
    let cards = articles.iter().map(|article| {
        view! {
            <li>
                <Card site article place />
            </li>
        }
    });
    (!articles.is_empty())
        .then(|| view! { <ul class="second-stories h-feed">{cards.collect_view()}</ul> })
}

/// A list that scans well, newest first. What its page is about, a tag or an author, is not said again of each.
#[component]
pub fn ArticleList<'a>(
    site: &'a Site,
    articles: &'a [Summary],
    #[prop(optional)] about: &'a str,
) -> impl IntoView {
    let cards = articles.iter().map(|article| {
        view! {
            <li>
                <Card site article place=Place::List { about } />
            </li>
        }
    });
    (!articles.is_empty())
        .then(|| view! { <ul class="article-list h-feed">{cards.collect_view()}</ul> })
}

/// One article alone.
#[component]
pub fn ArticleCard<'a>(site: &'a Site, article: &'a Summary) -> impl IntoView {
    view! { <Card site article place=Place::Alone /> }
}

/// Related articles of a page.
const MAX_RELATED: usize = 3;

/// Where to read on, under its title, but for the article that the page says is next; nothing where there is nothing.
#[component]
pub fn RelatedSection<'a>(site: &'a Site, article: &'a Article) -> impl IntoView {
    let next = article.next_to_read().map(|next| &next.slug);
    let related = article.related.iter();
    let related = related.filter(|related| Some(&related.article.slug) != next);
    let related: Vec<_> = related.take(MAX_RELATED).collect();
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
pub fn RelatedList<'a>(site: &'a Site, related: Vec<&'a RelatedArticle>) -> impl IntoView {
    let cards = related.into_iter().map(|related| {
        let article = &related.article;
        view! {
            <li>
                <div class="article-card h-entry">
                    <Title site article level="h3" />
                    <Line class="card-reason" text=related.reason.as_str() />
                </div>
            </li>
        }
    });
    view! { <ul class="related-list">{cards.collect_view()}</ul> }
}

/// Where a card stands, and so the level of its heading and how much it says.
#[derive(Clone, Copy, PartialEq)]
enum Place<'a> {
    Lead,
    Second { has_covers: bool },
    List { about: &'a str },
    Alone,
}

#[component]
fn Card<'a>(site: &'a Site, article: &'a Summary, place: Place<'a>) -> impl IntoView {
    let level = match place {
        Place::Alone => "h3",
        _ => "h2",
    };
    let about = match place {
        Place::List { about } => about,
        _ => "",
    };
    view! {
        <div class="article-card h-entry">
            <CardCover article place />
            <div class="card-text">
                <Line class="card-kicker" text=kicker(article, about) />
                <Title site article level />
                <Line class="card-deck p-summary" text=&article.description />
                <Facts site article place about />
            </div>
        </div>
    }
}

/// The series, or else the first tag, unless the page is about that.
fn kicker<'a>(article: &'a Summary, about: &str) -> &'a str {
    let series = article.series.iter().map(|series| series.name.as_str());
    let tags = article.tags.iter().map(|tag| tag.name.as_str());
    series
        .chain(tags)
        .find(|name| *name != about)
        .unwrap_or_default()
}

#[component]
fn CardCover<'a>(article: &'a Summary, place: Place<'a>) -> impl IntoView {
    let has_place = !matches!(place, Place::List { .. });
    let cover = article.cover.as_ref().filter(|_| has_place);
    let needs_letter = cover.is_none() && place == Place::Second { has_covers: true };
    match cover {
        Some(cover) => {
            Either::Left(view! { <Thumbnail cover on_first_screen=place == Place::Lead /> })
        }
        None => Either::Right(needs_letter.then(|| view! { <LetterCover article /> })),
    }
}

#[component]
fn Title<'a>(site: &'a Site, article: &'a Summary, level: &'static str) -> impl IntoView {
    let href = site.href(&Route::article(&article.slug));
    let title = view! {
        <a class="card-link p-name u-url" href=href>
            {article.title.as_str()}
        </a>
    };
    view! { <Heading level class="card-title" content=title /> }
}

#[component]
fn Facts<'a>(
    site: &'a Site,
    article: &'a Summary,
    place: Place<'a>,
    about: &'a str,
) -> impl IntoView {
    let minutes = match place {
        Place::List { .. } => 0,
        _ => article.reading_minutes,
    };
    view! {
        <p class="card-facts">
            <Authors site article about />
            {article.published.map(|date| view! { <LabelledDay site class="dt-published" date /> })}
            <ReadingTime site minutes />
        </p>
    }
}

#[component]
fn Authors<'a>(site: &'a Site, article: &'a Summary, about: &'a str) -> impl IntoView {
    let authors = article.authors.iter();
    let authors = authors.filter(|author| author.name != about);
    let authors: Vec<_> = authors.collect();
    let names: Vec<&str> = authors.iter().map(|author| author.name.as_str()).collect();
    let separators = site.translator().separators(&names, ListStyle::Narrow);
    let links = separators.into_iter().zip(&authors);
    let links = links.map(|(separator, author)| {
        view! {
            {unless_empty(separator)}
            <a class="card-author p-author h-card" href=site.href(&Route::author(&author.slug))>
                {author.name.as_str()}
            </a>
        }
    });
    (!authors.is_empty()).then(|| view! { <span>{links.collect_view()}</span> })
}
