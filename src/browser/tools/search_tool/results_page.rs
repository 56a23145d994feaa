//! The search's page: a field, filters, and what is found, as links. Its address holds the query.

use super::{Filters, Note, Search, address};
use crate::browser::search_client::FoundArticle;
use crate::browser::tools::mount_into;
use crate::browser::{bridge, find};
use crate::i18n::message;
use crate::route::QUERY;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::{HtmlElement, UrlSearchParams};

/// Results at a time.
const LIMIT: usize = 10;

/// Fills the element.
pub fn open(page: &HtmlElement) {
    let typed = query().unwrap_or_default();
    let is_empty = typed.is_empty();
    mount_into(page, move || view! { <SearchPage typed /> });
    if let Some(field) = find::first(page, "input").filter(|_| is_empty) {
        // A field that cannot take the focus leaves it where it is.
        drop(field.focus());
    }
}

#[component]
fn SearchPage(typed: String) -> impl IntoView {
    let translator = bridge::translator();
    let label = translator.text(message::SEARCH_FIELD);
    let search = Search::new(LIMIT);
    search.look_for(typed);
    let look_for = move |typed: String| {
        remember(&typed);
        search.look_for(typed);
    };
    let on_query = Callback::new(look_for);
    // The way back may lead to another query of the same page.
    let listener = window_event_listener(leptos::ev::popstate, move |_| {
        search.look_for(query().unwrap_or_default());
    });
    on_cleanup(move || listener.remove());
    view! {
        <search>
            <input
                class="search-field"
                type="search"
                aria-label=label.clone()
                placeholder=label
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                prop:value=move || search.typed.get()
                on:input=move |event| look_for(event_target_value(&event))
            />
            <Filters search on_query />
            <Note search others=0usize />
        </search>
        <ol class="search-results">{move || results(search)}</ol>
        {move || more(search)}
        <p class="search-syntax">{translator.text(message::SEARCH_SYNTAX)}</p>
    }
}

fn results(search: Search) -> impl IntoView {
    let found = search.results.with(|results| results.found.clone());
    let articles = found.into_iter().map(|found| {
        let (base, translator) = (bridge::get().base(), bridge::translator());
        view! { <FoundArticle found base translator /> }
    });
    articles.collect_view()
}

/// A button, where there are more than are shown.
fn more(search: Search) -> impl IntoView {
    let has_more = search
        .results
        .with(|results| results.found.len() < results.count as usize && !results.found.is_empty());
    has_more.then(|| {
        view! {
            <button type="button" class="tool-button" on:click=move |_| search.show_more(LIMIT)>
                {bridge::translator().text(message::SEARCH_ALL)}
            </button>
        }
    })
}

/// What the page's address asks for.
fn query() -> Option<String> {
    let search = bridge::window().location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()?.get(QUERY)
}

/// Puts the query into the address, so that it can be shared and is there on the way back.
fn remember(typed: &str) {
    let address = address(typed);
    let address = address.or_else(|| bridge::window().location().pathname().ok());
    // Some browsers refuse it when it is done too often.
    if let Ok(history) = bridge::window().history() {
        drop(history.replace_state_with_url(
            &history.state().unwrap_or(JsValue::NULL),
            "",
            address.as_deref(),
        ));
    }
}
