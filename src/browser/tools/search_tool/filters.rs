//! The filters of a query as buttons: those that it has, to take them out, and those that what is typed may mean.

use super::Search;
use crate::browser::bridge;
use crate::content::article::Term;
use crate::content::search::fold::folded;
use crate::i18n::{Message, message};
use leptos::prelude::*;

/// Filters that are offered at a time.
const MAX_OFFERS: usize = 3;
/// Letters that are typed before something is offered for them.
const MIN_LETTERS: usize = 2;

/// A button.
#[derive(Clone, PartialEq)]
struct Chip {
    /// `Tag: Rust`.
    label: String,
    /// What is typed when it is pressed.
    query: String,
    is_active: bool,
}

#[component]
pub fn Filters(
    search: Search,
    /// Puts a query into the field.
    on_query: Callback<String>,
) -> impl IntoView {
    let chips = Memo::new(move |_| {
        let mut chips = active(search);
        chips.extend(offered(search));
        chips
    });
    let buttons = move || {
        let chips = chips.get().into_iter();
        chips
            .map(|chip| view! { <ChipButton chip on_query /> })
            .collect_view()
    };
    let label = bridge::translator().text(message::SEARCH_FILTERS);
    view! {
        <div class="search-filters" role="group" aria-label=label>
            {buttons}
        </div>
    }
}

#[component]
fn ChipButton(chip: Chip, on_query: Callback<String>) -> impl IntoView {
    let Chip {
        label,
        query,
        is_active,
    } = chip;
    let translator = bridge::translator();
    let name = match is_active {
        true => translator.fill(message::REMOVE_WHAT, [&label]),
        false => translator.fill(message::FILTER_ADD, [&label]),
    };
    let sign = if is_active { "×" } else { "+" };
    view! {
        <button
            type="button"
            class="search-filter"
            class:is-active=is_active
            aria-label=name
            on:click=move |_| on_query.run(query.clone())
        >
            {label}
            " "
            <span aria-hidden="true">{sign}</span>
        </button>
    }
}

/// What the interface calls a filter.
fn label(name: &str) -> Message {
    match name {
        "tag" => message::TAG,
        "author" => message::KIND_AUTHOR,
        "before" => message::FILTER_BEFORE,
        "after" => message::FILTER_AFTER,
        _ => message::FILTER_IN,
    }
}

fn chip(name: &str, value: &str, query: String, is_active: bool) -> Chip {
    let translator = bridge::translator();
    let name = translator.text(label(name));
    Chip {
        label: translator.fill(message::SETTING, [&name, value]),
        query,
        is_active,
    }
}

fn active(search: Search) -> Vec<Chip> {
    search.results.with(|results| {
        let filters = results.filters.iter();
        filters
            .map(|filter| chip(&filter.name, &filter.value, filter.rest.clone(), true))
            .collect()
    })
}

/// What the last word may mean.
fn offered(search: Search) -> Vec<Chip> {
    let typed = search.typed.get();
    let start = typed.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let start = typed.ceil_char_boundary(start);
    let (before, last) = typed.split_at(start);
    let (wanted, beginning) = last.split_once(':').unwrap_or(("", last));
    let beginning = folded(beginning.trim_start_matches('"'));
    let is_short = beginning.chars().count() < MIN_LETTERS && wanted.is_empty();
    if is_short || last.starts_with(['"', '-']) {
        return Vec::new();
    }
    search.names.with(|names| {
        let kinds: [(&str, &[Term]); 3] = [
            ("tag", &names.tags),
            ("author", &names.authors),
            ("in", &names.series),
        ];
        let kinds = kinds
            .into_iter()
            .filter(|(name, _)| wanted.is_empty() || folded(wanted) == *name);
        let terms = kinds.flat_map(|(name, terms)| terms.iter().map(move |term| (name, term)));
        let meant = terms.filter(|(_, term)| {
            let words = folded(&term.name);
            // One that is typed whole is there already.
            let is_whole = !wanted.is_empty() && words == beginning;
            let mut words = words.split([' ', '-']);
            words.any(|word| word.starts_with(&beginning)) && !is_whole
        });
        let chips = meant.map(|(name, term)| {
            let value = match term.name.contains(char::is_whitespace) {
                true => ["\"", &term.name, "\""].concat(),
                false => term.name.clone(),
            };
            let query = [before, name, ":", &value, " "].concat();
            chip(name, &term.name, query, false)
        });
        chips.take(MAX_OFFERS).collect()
    })
}
