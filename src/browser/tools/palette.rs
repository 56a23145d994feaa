//! The search: articles, tags, authors, pages and commands, found by typing, chosen with the arrow keys.
//!
//! A combobox with a list box: the focus stays in the field, and the list's marked entry is its active descendant.

mod commands;

use super::{close_dialog, dialog::Dialog};
use crate::browser::{bridge, load};
use crate::content::ranking::best;
use crate::i18n::message;
use commands::Command;
pub use commands::folded;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

const MAX_SHOWN: usize = 12;

/// The best of what matches, and how much there is.
#[derive(Clone, PartialEq)]
struct Found {
    best: Vec<Arc<Command>>,
    count: usize,
}

/// What the search knows, what is typed, and which of the entries shown is marked.
#[derive(Clone, Copy)]
struct Search {
    commands: RwSignal<Vec<Arc<Command>>>,
    is_incomplete: RwSignal<bool>,
    typed: RwSignal<String>,
    found: Memo<Found>,
    marked: RwSignal<usize>,
}

#[component]
pub fn Palette() -> impl IntoView {
    let translator = bridge::translator();
    let title = translator.text(message::SEARCH);
    let label = translator.text(message::SEARCH_FIELD);
    let search = Search::new();
    spawn_local(search.load());
    Effect::new(move || search.scroll_to_marked());
    view! {
        <Dialog class="tool-palette" title=title.clone()>
            <input
                class="palette-field"
                type="text"
                role="combobox"
                aria-label=label.clone()
                placeholder=label
                aria-expanded="true"
                aria-controls="recto-found"
                aria-autocomplete="list"
                aria-activedescendant=move || search.marked_id()
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="go"
                autofocus=true
                on:input=move |event| search.look_for(event_target_value(&event))
                on:keydown=move |event| search.press(&event)
            />
            <ul id="recto-found" class="palette-list" role="listbox" aria-label=title>
                <For
                    each=move || search.found.get().best
                    key=|command| command.number
                    children=move |command| view! { <Entry command search /> }
                />
            </ul>
            <p class="tool-note" role="status">
                {move || search.note()}
            </p>
        </Dialog>
    }
}

#[component]
fn Entry(command: Arc<Command>, search: Search) -> impl IntoView {
    let number = command.number;
    let is_marked = move || {
        search
            .marked()
            .is_some_and(|marked| marked.number == number)
    };
    let description = Some(command.description.clone()).filter(|text| !text.is_empty());
    let description = description.map(|text| view! { <span class="palette-text">{text}</span> });
    view! {
        <li
            class="palette-option"
            role="option"
            id=command.id()
            aria-selected=move || if is_marked() { "true" } else { "false" }
            on:click={
                let command = command.clone();
                move |_| take(&command)
            }
        >
            <span class="palette-name">{command.name.clone()}</span>
            " "
            <span class="palette-kind">{command.kind.clone()}</span>
            {description}
        </li>
    }
}

fn take(command: &Command) {
    close_dialog();
    command.action.run();
}

impl Search {
    fn new() -> Self {
        let commands = RwSignal::new(commands::of_the_site());
        let typed = RwSignal::new(String::new());
        Self {
            commands,
            is_incomplete: RwSignal::new(false),
            typed,
            found: Memo::new(move |_| {
                typed.with(|typed| commands.with(|all| matching(all, typed)))
            }),
            marked: RwSignal::new(0),
        }
    }

    async fn load(self) {
        match load::search_index().await {
            Ok(index) => {
                self.commands.update(|commands| {
                    let of_index = commands::of_index(index, commands.len());
                    commands.splice(0..0, of_index);
                });
                self.marked.set(0);
            }
            Err(_) => self.is_incomplete.set(true),
        }
    }

    fn look_for(self, typed: String) {
        self.typed.set(typed);
        self.marked.set(0);
    }

    fn marked(self) -> Option<Arc<Command>> {
        self.found
            .with(|found| found.best.get(self.marked.get()).cloned())
    }

    fn marked_id(self) -> Option<String> {
        self.marked().map(|command| command.id())
    }

    fn note(self) -> Option<String> {
        let translator = bridge::translator();
        match self.found.with(|found| found.count) {
            0 => Some(translator.text(message::SEARCH_NOTHING)),
            _ if self.is_incomplete.get() => Some(translator.text(message::SEARCH_NOT_LOADED)),
            _ if self.typed.with(|typed| typed.trim().is_empty()) => None,
            count => Some(translator.count(message::SEARCH_COUNT, count as u32)),
        }
    }

    fn press(self, event: &KeyboardEvent) {
        let found = self.found.get_untracked().best;
        let (marked, last) = (self.marked.get_untracked(), found.len().saturating_sub(1));
        match event.key().as_str() {
            "ArrowDown" => self.marked.set(if marked == last { 0 } else { marked + 1 }),
            "ArrowUp" => self.marked.set(if marked == 0 { last } else { marked - 1 }),
            // Enter may also end the composing of a letter.
            "Enter" if !event.is_composing() => found
                .get(marked)
                .into_iter()
                .for_each(|command| take(command)),
            _ => return,
        }
        event.prevent_default();
    }

    /// No further than it must.
    fn scroll_to_marked(self) {
        let id = self.marked_id().unwrap_or_default();
        if let Some(entry) = bridge::document().get_element_by_id(&id) {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            entry.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }
}

/// Newest first where two match equally well.
fn matching(commands: &[Arc<Command>], typed: &str) -> Found {
    let typed = folded(typed);
    let words: Vec<&str> = typed.split_whitespace().collect();
    let scores = commands.iter().map(|command| command.text.score(&words));
    let found = best(scores, usize::MAX);
    let shown = found.iter().take(MAX_SHOWN);
    Found {
        best: shown.map(|index| commands[*index].clone()).collect(),
        count: found.len(),
    }
}
