//! The page that says why another one did not load, and how to go on.

use crate::content::site::Site;
use crate::i18n::message;
use crate::page_data::LoadError;
use crate::route::Route;
use leptos::prelude::*;

#[component]
pub fn FailurePage<'a>(site: &'a Site, route: &'a Route, error: LoadError) -> impl IntoView {
    let translator = site.translator();
    let (sentence, way_on) = match error {
        LoadError::NotFound => (message::LOAD_MISSING, message::TRY_AGAIN),
        LoadError::Offline => (message::LOAD_OFFLINE, message::TRY_AGAIN),
        LoadError::Malformed => (message::LOAD_MALFORMED, message::TRY_AGAIN),
        LoadError::Outdated => (message::LOAD_OUTDATED, message::RELOAD),
    };
    view! {
        <div class="message-page" role="alert">
            <h1 class="page-title">{translator.text(message::NOT_LOADED)}</h1>
            <p class="deck">{translator.text(sentence)}</p>
            <ul class="ways-on">
                <li>
                    <a href=site.href(route)>{translator.text(way_on)}</a>
                </li>
                <li>
                    <a href=site.href(&Route::HOME)>{translator.text(message::NEWEST)}</a>
                </li>
            </ul>
        </div>
    }
}
