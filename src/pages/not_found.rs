//! The page for an address that has none: says so, and helps on.

use crate::content::site::Site;
use crate::route::Route;
use leptos::prelude::*;

pub fn view(site: &Site) -> impl IntoView + use<> {
    view! {
        <div class="message-page" data-missing="">
            <p class="kicker">"404"</p>
            <h1 class="page-title">"Page not found"</h1>
            <p class="deck">"There is nothing at this address. It may have moved, or the link may have a typing error."</p>
            <ul class="ways-on">
                <li><a href=site.href(&Route::HOME)>"The newest articles"</a></li>
                <li><a href=site.href(&Route::Archive)>"Everything, by year"</a></li>
                <li><a href=site.href(&Route::Tags)>"Everything, by subject"</a></li>
                <li><a href=site.href(&Route::Authors)>"The people who write here"</a></li>
            </ul>
        </div>
    }
}
