//! What the publisher says above a list.

use super::article_body::ArticleBody;
use leptos::prelude::*;

/// Nothing where nothing is said.
#[component]
pub fn Introduction<'a>(html: &'a str) -> impl IntoView {
    (!html.is_empty()).then(|| {
        view! {
            <section class="introduction">
                <ArticleBody html />
            </section>
        }
    })
}
