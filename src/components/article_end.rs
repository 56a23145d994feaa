//! Below an article's text: to save and to share it, when it was published and changed, its tags.

use super::article_header::ArticleDates;
use super::tag_list::TagList;
use crate::content::{article::Article, site::Site};
use crate::i18n::message;
use leptos::prelude::*;

#[component]
pub fn ArticleEnd<'a>(site: &'a Site, article: &'a Article) -> impl IntoView {
    view! {
        <footer class="article-end">
            <Actions site article />
            <ArticleDates site article />
            <TagList site tags=&article.tags />
        </footer>
    }
}

/// What needs scripts, and is not on show without them.
#[component]
fn Actions<'a>(site: &'a Site, article: &'a Article) -> impl IntoView {
    let translator = site.translator();
    view! {
        <recto-actions class="article-actions" article=article.slug.as_str()>
            <button class="article-action" type="button" aria-pressed="false">
                {translator.text(message::SAVE)}
            </button>
            <button class="article-action" type="button" data-tool="share">
                {translator.text(message::SHARE)}
            </button>
        </recto-actions>
    }
}
