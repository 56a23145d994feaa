//! The page that says why another one did not load, and how to go on.

use crate::content::site::Site;
use crate::page_data::LoadError;
use crate::route::Route;
use leptos::prelude::*;

pub fn view(site: &Site, route: &Route, error: LoadError) -> impl IntoView + use<> {
    let here = site.href(route);
    let (sentence, way_on) = match error {
        LoadError::NotFound => ("There is nothing at this address any more.", None),
        LoadError::Offline => (
            "The network did not answer. You may be offline; what you have already opened still works.",
            Some("Try again"),
        ),
        LoadError::Malformed => (
            "What the server sent is not a page of this site. It may be in the middle of an update.",
            Some("Try again"),
        ),
        LoadError::Outdated => (
            "This site has been updated since you opened it. Reload to go on.",
            Some("Reload"),
        ),
    };
    view! {
        <div class="message-page" role="alert">
            <h1 class="page-title">"This page did not load"</h1>
            <p class="deck">{sentence}</p>
            <ul class="ways-on">
                {way_on.map(|label| view! { <li><a href=here>{label}</a></li> })}
                <li><a href=site.href(&Route::HOME)>"The newest articles"</a></li>
            </ul>
        </div>
    }
}
