//! The publisher's slots with cards in the place of `<recto-latest>` and the like.

use super::document::written;
use crate::build::enrich::rendered_site::{EnrichedArticle, LoadedSite};
use crate::build::enrich::slots::SiteSlots;
use crate::components::article_cards::{ArticleCard, ArticleList};
use crate::components::author_card::AuthorCard;
use crate::content::article::Summary;
use crate::content::slots::Slots;
use crate::markdown::html::{Token, Tokens, decoded, value_of};
use crate::route::Route;
use leptos::prelude::*;
use std::borrow::Cow;

/// Articles of a list that says no number.
const LATEST: usize = 5;

/// All slots, finished.
pub fn expanded(loaded: &LoadedSite) -> SiteSlots {
    let slots = &loaded.slots;
    let in_pages = slots.in_pages.0.iter();
    SiteSlots {
        head: slots.head.clone(),
        footer: expand(&slots.footer, loaded),
        in_pages: Slots(
            in_pages
                .map(|(name, html)| (name.clone(), expand(html, loaded)))
                .collect(),
        ),
    }
}

fn expand(html: &str, loaded: &LoadedSite) -> String {
    let mut whole = String::new();
    let mut tokens = Tokens::new(html);
    while let Some((token, source)) = tokens.next() {
        match token {
            Token::Open { name, rest, .. } if name.starts_with("recto-") => {
                whole.push_str(&card(name, rest, loaded).unwrap_or_default());
            }
            Token::Close { name } if name.starts_with("recto-") => {}
            _ => whole.push_str(source),
        }
    }
    whole
}

/// What an element shows; that it is there, the build has checked.
fn card(element: &str, rest: &str, loaded: &LoadedSite) -> Option<String> {
    let site = &loaded.site;
    match element {
        "recto-card" => {
            let path = Route::article(&value(rest, "article")).path();
            let is_it = |text: &&EnrichedArticle| text.source.route().path() == path;
            let article = &loaded.texts().find(is_it)?.summary;
            Some(written(view! { <ArticleCard site article /> }))
        }
        "recto-author" => {
            let id = value(rest, "author");
            let writer = loaded
                .authors
                .iter()
                .find(|writer| writer.author.id == id)?;
            let author = &writer.author;
            Some(written(view! { <AuthorCard site author level="h3" /> }))
        }
        _ => {
            let limit = value(rest, "limit").parse().unwrap_or(LATEST);
            let articles = &latest(&value(rest, "tag"), limit, loaded);
            Some(written(view! { <ArticleList site articles /> }))
        }
    }
}

/// The newest articles, of a tag if one is named.
fn latest(tag: &str, limit: usize, loaded: &LoadedSite) -> Vec<Summary> {
    let tag = loaded.tags.iter().find(|known| known.term.slug == tag);
    let summary = |index: &usize| loaded.articles[*index].summary.clone();
    match tag {
        Some(tag) => tag.articles.iter().take(limit).map(summary).collect(),
        None => (0..loaded.articles.len())
            .take(limit)
            .map(|index| summary(&index))
            .collect(),
    }
}

fn value<'a>(rest: &'a str, wanted: &str) -> Cow<'a, str> {
    decoded(value_of(rest, wanted).unwrap_or_default())
}
