//! What others replied to an article elsewhere, below it, and a way to what they have replied since.

use super::article_body::ArticleBody;
use crate::content::{article::Article, site::Site};
use crate::i18n::message;
use leptos::prelude::*;

/// Nothing where nobody replied, and nobody may be asked.
#[component]
pub fn ReplySection<'a>(site: &'a Site, article: &'a Article, html: &'a str) -> impl IntoView {
    let newer = article.newer_replies.as_str();
    (!html.is_empty() || !newer.is_empty()).then(|| {
        view! {
            <section class="replies" aria-labelledby="recto-replies">
                <h2 class="section-title" id="recto-replies">
                    {site.translator().text(message::REPLIES)}
                </h2>
                <ArticleBody html />
                {(!newer.is_empty()).then(|| view! { <Newer site newer /> })}
            </section>
        }
    })
}

/// It needs scripts, and is not on show without them.
#[component]
fn Newer<'a>(site: &'a Site, newer: &'a str) -> impl IntoView {
    view! {
        <p class="article-actions">
            <button class="article-action" type="button" data-tool="replies" value=newer>
                {site.translator().text(message::LOAD_REPLIES)}
            </button>
            <span class="reply-note" role="status"></span>
        </p>
    }
}
