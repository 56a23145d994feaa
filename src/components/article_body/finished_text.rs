//! In a finished page the text stands as it is.

use leptos::prelude::*;

#[component]
pub fn ArticleBody<'a>(html: &'a str) -> impl IntoView {
    view! { <div class="prose e-content" inner_html=html></div> }
}
