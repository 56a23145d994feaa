//! The article page: what it is about, who wrote it, the text, and where to go from here.

use crate::components::{
    article_cards, author_card, byline, cover, neighbours, reactions, tag_list, time,
};
use crate::content::{article::Article, site::Site};
use leptos::prelude::*;

pub fn view(site: &Site, article: Article, html: String) -> impl IntoView + use<> {
    let lang = Some(article.lang).filter(|lang| !lang.is_empty());
    let deck = Some(article.description).filter(|deck| !deck.is_empty());
    let series = article.series.map(|series| {
        view! {
            <p class="kicker">
                {[&series.name, ", part ", &series.part.to_string(), " of ", &series.parts.to_string()].concat()}
            </p>
        }
    });
    view! {
        <article class="article h-entry" lang=lang>
            <header class="article-header">
                {series}
                <h1 class="article-title p-name">{article.title}</h1>
                {deck.map(|deck| view! { <p class="deck p-summary">{deck}</p> })}
                <div class="article-facts">
                    {byline::view(site, &article.authors)}
                    <p class="article-dates">
                        {time::article_dates(article.published, article.updated)}
                        {time::reading_time(article.reading_minutes)}
                    </p>
                </div>
                {tag_list::view(site, &article.tags)}
                {article.cover.map(cover::view)}
            </header>
            <div class="prose e-content" inner_html=html></div>
            {reactions::section(&article.slug, &site.reactions, &article.reaction_counts)}
            {author_card::section(site, article.authors)}
        </article>
        {article_cards::related_section(site, article.related)}
        {neighbours::view(site, article.previous, article.next)}
    }
}
