//! The one article to read next.

use crate::content::{article::Article, site::Site};
use crate::i18n::message;
use crate::route::Route;
use leptos::prelude::*;

/// Nothing where the article stands alone.
#[component]
pub fn NextArticle<'a>(site: &'a Site, article: &'a Article) -> impl IntoView {
    article.next_to_read().map(|link| {
        view! {
            <a class="next-article" href=site.href(&Route::article(&link.slug))>
                <span class="section-title">{site.translator().text(message::NEXT)}</span>
                " "
                <span class="next-title">{link.title.as_str()}</span>
            </a>
        }
    })
}
