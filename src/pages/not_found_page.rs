//! The page for an address that has none: says so, and helps on.

use crate::components::ways_on::WaysOn;
use crate::content::site::Site;
use crate::i18n::message;
use leptos::prelude::*;

#[component]
pub fn NotFoundPage<'a>(site: &'a Site) -> impl IntoView {
    let translator = site.translator();
    view! {
        <div class="message-page" data-missing="">
            {view! { <p class="kicker">"404"</p> }}
            <h1 class="page-title">{translator.text(message::NOT_FOUND)}</h1>
            <p class="deck">{translator.text(message::NOT_FOUND_WHY)}</p>
            <WaysOn site />
        </div>
    }
}
