//! The article page: what it is about, who wrote it, the text, and where to go from here.

use crate::components::article_body::ArticleBody;
use crate::components::article_cards::RelatedSection;
use crate::components::article_end::ArticleEnd;
use crate::components::article_header::{Deck, PublishedOn};
use crate::components::author_card::AuthorCards;
use crate::components::byline::Byline;
use crate::components::contents::Contents;
use crate::components::cover::Cover;
use crate::components::edit_link::EditLink;
use crate::components::line::Line;
use crate::components::next_article::NextArticle;
use crate::components::reaction_bar::ReactionSection;
use crate::components::reply_section::ReplySection;
use crate::components::series_parts::SeriesParts;
use crate::components::slot::Slot;
use crate::components::time::ReadingTime;
use crate::content::slots::{AFTER_ARTICLE, BEFORE_ARTICLE, Slots};
use crate::content::{article::Article, site::Site};
use crate::i18n::message;
use crate::route::Route;
use leptos::prelude::*;

#[component]
pub fn ArticlePage<'a>(
    site: &'a Site,
    article: &'a Article,
    html: &'a str,
    slots: &'a Slots,
    replies: &'a str,
) -> impl IntoView {
    let [lang, dir] = site.language_of(article);
    let section = article.section.as_str();
    view! {
        <Slot slots section name=BEFORE_ARTICLE />
        <article class="article h-entry" lang=lang dir=dir>
            <Header site article />
            <Text site article html />
            <ArticleEnd site article />
            <EditLink site article />
            <SeriesParts site series=article.series.as_ref() />
            <ReactionSection site article=&article.slug />
            <AuthorCards site authors=&article.authors />
        </article>
        <ReplySection site article html=replies />
        <Slot slots section name=AFTER_ARTICLE />
        <NextArticle site article />
        <RelatedSection site article />
    }
}

/// An article that has no place on the blog yet: its head and its text.
#[component]
pub fn DraftArticle<'a>(site: &'a Site, article: &'a Article, html: &'a str) -> impl IntoView {
    let [lang, dir] = site.language_of(article);
    view! {
        <article class="article" lang=lang dir=dir>
            <Header site article />
            <div class="draft-text">
                <ArticleBody html />
            </div>
        </article>
    }
}

#[component]
fn Header<'a>(site: &'a Site, article: &'a Article) -> impl IntoView {
    let address = site.href(&Route::article(&article.slug));
    view! {
        <header class="article-header">
            <Line class="kicker" text=kicker(site, article) />
            <h1 class="article-title p-name">
                {article.title.as_str()}
                // Shows nothing; tells machines that read the entry where it lives.
                <data class="u-url" value=address></data>
            </h1>
            <Deck article />
            <div class="article-facts">
                <Byline site authors=&article.authors />
                <PublishedOn site article />
                <ReadingTime site minutes=article.reading_minutes />
            </div>
            {article.cover.as_ref().map(|cover| view! { <Cover cover /> })}
        </header>
    }
}

/// Which part of a series it is, or else its first tag.
fn kicker(site: &Site, article: &Article) -> String {
    let Some(series) = &article.series else {
        let tag = article.tags.first();
        return tag.map_or_else(String::new, |tag| tag.name.clone());
    };
    let translator = site.translator();
    let [part, parts] = [series.part, series.parts].map(|number| translator.number(number));
    translator.fill(message::SERIES_PART, [&series.name, &part, &parts])
}

#[component]
fn Text<'a>(site: &'a Site, article: &'a Article, html: &'a str) -> impl IntoView {
    view! {
        <recto-reading
            article=article.slug.as_str()
            hash=article.hash.as_str()
            minutes=article.reading_minutes
        >
            {view! { <div class="reading-bar" aria-hidden="true"></div> }}
            <Contents site outline=&article.outline />
            <ArticleBody html />
        </recto-reading>
    }
}
