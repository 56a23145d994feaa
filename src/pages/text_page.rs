//! A text without a date: what it is called, its picture, and the text. Also what a publisher says in the place of "not
//! found".

use crate::components::article_body::ArticleBody;
use crate::components::article_header::Deck;
use crate::components::contents::{Contents, has_table};
use crate::components::cover::Cover;
use crate::components::edit_link::EditLink;
use crate::content::{article::Article, site::Site};
use leptos::prelude::*;

/// `is_missing` tells the app that the host has found nothing at the address.
#[component]
pub fn TextPage<'a>(
    site: &'a Site,
    article: &'a Article,
    html: &'a str,
    is_missing: bool,
) -> impl IntoView {
    let [lang, dir] = site.language_of(article);
    let outline = &article.outline;
    view! {
        <article class="article" lang=lang dir=dir data-missing=is_missing.then_some("")>
            <header class="article-header">
                <h1 class="article-title">{article.title.as_str()}</h1>
                <Deck article />
                {article.cover.as_ref().map(|cover| view! { <Cover cover /> })}
            </header>
            // Without the name of an article, nothing of the reading is kept.
            <recto-reading>
                {has_table(outline).then(|| view! { <Contents site outline /> })}
                <ArticleBody html />
            </recto-reading>
            <EditLink site article />
        </article>
    }
}
