//! A field in another page, and what it finds in the blog. `browser/scripts/search_box.js` brings it to life.

use crate::content::site::Site;
use crate::i18n::message;
use crate::route::Route;
use leptos::html::ol;
use leptos::prelude::*;

#[component]
pub fn SearchBox<'a>(site: &'a Site) -> impl IntoView {
    let translator = site.translator();
    let label = [&*translator.text(message::SEARCH), ": ", &*site.title].concat();
    view! {
        <search class="search-box">
            <input
                class="search-field"
                type="search"
                aria-label=label.clone()
                placeholder=label
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
            />
            <p
                class="search-note"
                role="status"
                data-nothing=translator.text(message::SEARCH_NOTHING)
                data-incomplete=translator.text(message::SEARCH_INCOMPLETE)
            ></p>
            {ol().class("search-results")}
            <a class="search-all" href=site.href(&Route::Search) hidden>
                {translator.text(message::SEARCH_ALL)}
            </a>
        </search>
    }
}
