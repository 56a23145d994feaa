//! The title block of every page that is not an article.

use super::line::Line;
use leptos::prelude::*;

/// `kicker` says what kind of page this is, `note` what it holds.
#[component]
pub fn PageHeader(
    #[prop(optional)] kicker: String,
    title: String,
    #[prop(optional)] note: String,
) -> impl IntoView {
    view! {
        <header class="page-header">
            <Line class="kicker" text=kicker />
            <h1 class="page-title">{title}</h1>
            <Line class="page-note" text=note />
        </header>
    }
}
