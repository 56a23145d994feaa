//! Where a reader can change a text, if the publisher says so.

use crate::content::{article::Article, site::Site};
use crate::i18n::message;
use leptos::prelude::*;

/// Nothing where there is no such place.
#[component]
pub fn EditLink<'a>(site: &'a Site, article: &'a Article) -> impl IntoView {
    let href = article.edit_url.to_string();
    (!href.is_empty()).then(|| {
        view! {
            <p class="edit-link">
                <a href=href rel="nofollow">
                    {site.translator().text(message::EDIT)}
                </a>
            </p>
        }
    })
}
