//! The title block of every page that is not an article.

use leptos::prelude::*;

/// `kicker` says what kind of page this is, `note` what it holds; either may be empty.
pub fn view(kicker: &'static str, title: String, note: String) -> impl IntoView {
    view! {
        <header class="page-header">
            {(!kicker.is_empty()).then(|| view! { <p class="kicker">{kicker}</p> })}
            <h1 class="page-title">{title}</h1>
            {(!note.is_empty()).then(|| view! { <p class="page-note">{note}</p> })}
        </header>
    }
}

/// `1 article`, `12 articles`.
pub fn article_count(count: u32) -> String {
    count.to_string() + if count == 1 { " article" } else { " articles" }
}
