//! The page for an address that has none: says so, and helps on.

use crate::content::site::Site;
use crate::i18n::message;
use crate::route::Route;
use leptos::prelude::*;

#[component]
pub fn NotFoundPage<'a>(site: &'a Site) -> impl IntoView {
    let translator = site.translator();
    let ways_on = [
        (Route::HOME, message::NEWEST),
        (Route::Archive, message::BY_YEAR),
        (Route::Tags, message::BY_SUBJECT),
        (Route::Authors, message::BY_AUTHOR),
    ];
    let ways_on = ways_on.map(|(route, label)| {
        view! {
            <li>
                <a href=site.href(&route)>{translator.text(label)}</a>
            </li>
        }
    });
    view! {
        <div class="message-page" data-missing="">
            {view! { <p class="kicker">"404"</p> }}
            <h1 class="page-title">{translator.text(message::NOT_FOUND)}</h1>
            <p class="deck">{translator.text(message::NOT_FOUND_WHY)}</p>
            <ul class="ways-on">{ways_on}</ul>
        </div>
    }
}
