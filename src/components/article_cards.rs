//! Articles as something to choose from: the lead story, a list, the related ones.

use super::time;
use crate::content::{
    article::{Image, RelatedArticle, Summary, Term},
    site::Site,
};
use crate::route::Route;
use leptos::{either::Either, prelude::*};

/// The newest article, large.
pub fn lead(site: &Site, article: Summary) -> impl IntoView + use<> {
    view! { <div class="lead-story">{card(site, article, Heading::Second, None)}</div> }
}

/// A list that scans well, newest first.
pub fn list<I: IntoIterator<Item = Summary>>(site: &Site, articles: I) -> impl IntoView + use<I> {
    let items = articles
        .into_iter()
        .map(|article| view! { <li>{card(site, article, Heading::Second, None)}</li> });
    view! { <ul class="article-list">{items.collect::<Vec<_>>()}</ul> }
}

/// Where to read on, and why; nothing where there is nothing.
pub fn related_section(site: &Site, related: Vec<RelatedArticle>) -> impl IntoView + use<> {
    let any = !related.is_empty();
    let items = related.into_iter().map(|related| {
        view! { <li>{card(site, related.article, Heading::Third, Some(related.reason))}</li> }
    });
    let items = items.collect::<Vec<_>>();
    any.then(|| {
        view! {
            <section class="related" aria-labelledby="recto-related">
                <h2 class="section-title" id="recto-related">"Related posts"</h2>
                <ul class="related-list">{items}</ul>
            </section>
        }
    })
}

/// The level of a card's heading below the page's title.
enum Heading {
    Second,
    Third,
}

fn card(
    site: &Site,
    article: Summary,
    heading: Heading,
    reason: Option<String>,
) -> impl IntoView + use<> {
    let link = view! { <a class="card-link" href=site.href(&Route::article(&article.slug))>{article.title}</a> };
    let heading = match heading {
        Heading::Second => Either::Left(view! { <h2 class="card-title">{link}</h2> }),
        Heading::Third => Either::Right(view! { <h3 class="card-title">{link}</h3> }),
    };
    let deck = Some(article.description).filter(|deck| !deck.is_empty());
    view! {
        <div class="article-card">
            {article.cover.map(thumbnail)}
            <div class="card-text">
                {reason.map(|reason| view! { <p class="card-reason">{reason}</p> })}
                {heading}
                {deck.map(|deck| view! { <p class="card-deck">{deck}</p> })}
                <p class="card-facts">
                    {authors(article.authors)}
                    {article.published.map(|date| view! { <span class="date">{time::view(date)}</span> })}
                    {time::reading_time(article.reading_minutes)}
                </p>
            </div>
        </div>
    }
}

/// Decoration beside the title, which says the same: hence no text of its own.
fn thumbnail(cover: Image) -> impl IntoView {
    view! {
        <img class="card-cover" src=cover.src alt="" width=cover.width height=cover.height loading="lazy" decoding="async" />
    }
}

fn authors(authors: Vec<Term>) -> impl IntoView {
    let names: Vec<String> = authors.into_iter().map(|author| author.name).collect();
    (!names.is_empty()).then(|| view! { <span class="card-author">{names.join(", ")}</span> })
}
