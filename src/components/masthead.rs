//! The head of the front page: the name of the publication, what it is, and its feed.

use super::optional_text::unless_empty;
use crate::content::site::Site;
use crate::i18n::message;
use crate::route::ATOM_FEED;
use leptos::prelude::*;

#[component]
pub fn Masthead<'a>(site: &'a Site) -> impl IntoView {
    view! {
        <header class="masthead">
            <h1 class="page-title">{site.title.as_str()}</h1>
            <p class="masthead-note">
                {unless_empty(site.description.as_str())} " "
                <a href=[site.base_path(), ATOM_FEED].concat()>
                    {site.translator().text(message::FEED)}
                </a>
            </p>
        </header>
    }
}
