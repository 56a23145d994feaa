//! The search, as the palette and the search's page share it: what is typed, what is found for it, and what there is to say
//! about it.

mod filters;
mod results_page;

use crate::browser::search_client::{self, OWN, Results};
use crate::browser::{bridge, page_loader};
use crate::content::names::Names;
use crate::i18n::message;
use crate::route::QUERY;
pub use filters::Filters;
use leptos::prelude::*;
pub use results_page::open;
use wasm_bindgen_futures::spawn_local;
use web_sys::UrlSearchParams;

#[derive(Clone, Copy)]
pub struct Search {
    pub typed: RwSignal<String>,
    pub results: RwSignal<Results>,
    /// What can be chosen by its name.
    pub names: RwSignal<Names>,
    /// Whether what is shown is of what is typed.
    pub is_settled: RwSignal<bool>,
    /// Whether names or the search itself could not be loaded.
    has_failed: RwSignal<bool>,
    limit: RwSignal<usize>,
}

/// Results whose texts are loaded for snippets.
const SNIPPETS: usize = 6;

impl Search {
    /// Shows so many results.
    pub fn new(limit: usize) -> Self {
        let search = Self {
            typed: RwSignal::default(),
            results: RwSignal::default(),
            names: RwSignal::default(),
            is_settled: RwSignal::new(true),
            has_failed: RwSignal::new(false),
            limit: RwSignal::new(limit),
        };
        spawn_local(search.load_names());
        search
    }

    pub fn look_for(self, typed: String) {
        self.typed.set(typed);
        self.is_settled.set(false);
        spawn_local(self.search());
    }

    /// Shows more results of the same.
    pub fn show_more(self, count: usize) {
        self.limit.update(|limit| *limit += count);
        spawn_local(self.search());
    }

    /// Loads once more what could not be had.
    pub fn retry(self) {
        spawn_local(async move {
            if self.names.with_untracked(|names| names.version == 0) {
                self.load_names().await;
            }
            // One that fails is told by the search.
            let _ = search_client::retry(OWN).await;
            self.search().await;
        });
    }

    /// Whether something could not be had.
    pub fn lacks_some(self) -> bool {
        self.has_failed.get() || self.results.with(|results| results.is_incomplete)
    }

    /// What there is to say; `others` is how much else is found.
    pub fn note(self, others: usize) -> Option<String> {
        let translator = bridge::translator();
        match self.typed.with(|typed| typed.trim().is_empty()) {
            _ if self.has_failed.get() => Some(translator.text(message::SEARCH_NOT_LOADED)),
            true => None,
            _ if !self.is_settled.get() => None,
            _ => Some(
                self.results
                    .with(|results| results.said(&translator, others)),
            ),
        }
    }

    async fn load_names(self) {
        // By then, the dialog may be closed.
        match page_loader::names().await {
            Ok(names) => drop(self.names.try_set(names)),
            Err(_) => drop(self.has_failed.try_set(true)),
        }
    }

    async fn search(self) {
        let (typed, limit) = (self.typed.get_untracked(), self.limit.get_untracked());
        let is_wanted = {
            let typed = typed.clone();
            move || {
                self.typed.try_get_untracked().as_ref() == Some(&typed)
                    && self.limit.try_get_untracked() == Some(limit)
            }
        };
        let is_shown = is_wanted.clone();
        let show = move |results| {
            if is_shown() {
                self.results.set(results);
                self.is_settled.set(true);
                self.has_failed.set(false);
            }
        };
        let outcome =
            search_client::search(OWN, &typed, limit, SNIPPETS, is_wanted.clone(), show).await;
        if outcome.is_err() && is_wanted() {
            self.results.set(Results::default());
            self.has_failed.set(true);
            self.is_settled.set(true);
        }
    }
}

/// What stands behind the path of the search's page for what is typed.
pub fn address(typed: &str) -> Option<String> {
    let query = UrlSearchParams::new().ok().filter(|_| !typed.is_empty())?;
    query.set(QUERY, typed);
    Some(["?", &String::from(query.to_string())].concat())
}

/// What was found, how much of it is missing, and a way to try again.
#[component]
pub fn Note(search: Search, #[prop(into)] others: Signal<usize>) -> impl IntoView {
    let retry = move || {
        search.lacks_some().then(|| {
            view! {
                <button type="button" class="search-retry" on:click=move |_| search.retry()>
                    {bridge::translator().text(message::TRY_AGAIN)}
                </button>
            }
        })
    };
    view! {
        <div class="tool-note">
            <p role="status">{move || search.note(others.get())}</p>
            {retry}
        </div>
    }
}
