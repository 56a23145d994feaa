//! The palette: what the search finds, and commands, chosen with the arrow keys.
//!
//! A combobox with a list box: the focus stays in the field, and the list's marked entry is its active descendant.

mod commands;

use super::search_tool::{Filters, Note, Search, address};
use super::{close_dialog, dialog::Dialog};
use crate::browser::bridge;
use crate::browser::search_client::{Found, Marked, MarkedText};
use crate::content::ranking::best;
use crate::content::search::fold::folded;
use crate::i18n::message;
use crate::route::Route;
use commands::{Action, Command, go};
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::{KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Commands before anything is typed, and beside what is found.
const MAX_COMMANDS: usize = 12;
const MAX_COMMANDS_TYPED: usize = 5;
/// Articles that are found, each with some of its sections.
const MAX_FOUND: usize = 6;

/// A line of the list.
#[derive(Clone, PartialEq)]
struct Entry {
    name: MarkedText,
    /// What it is, or of which day.
    kind: String,
    text: MarkedText,
    /// Whether it is a section of the article above it.
    is_section: bool,
    choice: Choice,
}

/// What happens when it is chosen.
#[derive(Clone, PartialEq)]
enum Choice {
    Command(Arc<Command>),
    /// An address below the base path.
    Open(String),
}

/// What is shown for what is typed, and which entry is marked.
#[derive(Clone, Copy)]
struct Palette {
    search: Search,
    commands: Memo<Vec<Arc<Command>>>,
    entries: Memo<Vec<Entry>>,
    marked: RwSignal<usize>,
}

#[component]
pub fn Palette() -> impl IntoView {
    let translator = bridge::translator();
    let title = translator.text(message::SEARCH);
    let label = translator.text(message::SEARCH_FIELD);
    let palette = Palette::new();
    let field = NodeRef::<html::Input>::new();
    Effect::new(move || palette.scroll_to_marked());
    let on_query = Callback::new(move |query: String| {
        palette.look_for(query);
        if let Some(field) = field.get_untracked() {
            // A field that cannot take the focus leaves it where it is.
            drop(field.focus());
        }
    });
    let others = Signal::derive(move || palette.commands.with(Vec::len));
    view! {
        <Dialog class="tool-palette" title=title.clone()>
            <input
                node_ref=field
                class="palette-field"
                type="text"
                role="combobox"
                aria-label=label.clone()
                placeholder=label
                aria-expanded="true"
                aria-controls="recto-found"
                aria-autocomplete="list"
                aria-activedescendant=move || palette.marked_id()
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="go"
                autofocus=true
                prop:value=move || palette.search.typed.get()
                on:input=move |event| palette.look_for(event_target_value(&event))
                on:keydown=move |event| palette.press(&event)
            />
            <Filters search=palette.search on_query />
            <ul id="recto-found" class="palette-list" role="listbox" aria-label=title>
                {move || palette.list()}
            </ul>
            <Note search=palette.search others />
        </Dialog>
    }
}

#[component]
fn Line(entry: Entry, index: usize, palette: Palette) -> impl IntoView {
    let Entry {
        name,
        kind,
        text,
        is_section,
        choice,
    } = entry;
    let text = (!text.is_empty()).then(|| {
        view! {
            <span class="palette-text">
                <Marked parts=text />
            </span>
        }
    });
    view! {
        <li
            class="palette-option"
            class:palette-section=is_section
            role="option"
            id=id_of(index)
            aria-selected=move || if palette.marked.get() == index { "true" } else { "false" }
            on:click=move |_| take(&choice)
        >
            <span class="palette-name">
                <Marked parts=name />
            </span>
            " "
            <span class="palette-kind">{kind}</span>
            {text}
        </li>
    }
}

fn id_of(index: usize) -> String {
    ["recto-found-", &index.to_string()].concat()
}

fn take(choice: &Choice) {
    close_dialog();
    match choice {
        Choice::Command(command) => command.action.run(),
        Choice::Open(href) => go(href),
    }
}

impl Palette {
    fn new() -> Self {
        let search = Search::new(MAX_FOUND);
        let of_the_site = StoredValue::new(commands::of_the_site());
        let all = Memo::new(move |_| {
            let mut all = of_the_site.get_value();
            let of_names = commands::of_names(search.names.get(), all.len());
            all.splice(0..0, of_names);
            all
        });
        let commands = Memo::new(move |_| {
            let typed = search.typed.get();
            all.with(|all| matching(all, &typed))
        });
        let entries = Memo::new(move |_| {
            let of_commands = commands.get().into_iter().map(Entry::from);
            let found = search.results.with(|results| results.found.clone());
            let more = search.typed.with(|typed| all_results(typed));
            let found = found.into_iter().flat_map(entries_of).chain(more);
            of_commands.chain(found).collect()
        });
        Self {
            search,
            commands,
            entries,
            marked: RwSignal::new(0),
        }
    }

    fn look_for(self, typed: String) {
        self.marked.set(0);
        self.search.look_for(typed);
    }

    fn list(self) -> impl IntoView {
        let entries = self.entries.get().into_iter().enumerate();
        entries
            .map(|(index, entry)| view! { <Line entry index palette=self /> })
            .collect_view()
    }

    fn marked_id(self) -> Option<String> {
        let marked = self.marked.get();
        self.entries
            .with(|entries| marked < entries.len())
            .then(|| id_of(marked))
    }

    fn press(self, event: &KeyboardEvent) {
        let last = self.entries.with_untracked(Vec::len).saturating_sub(1);
        let marked = self.marked.get_untracked();
        match event.key().as_str() {
            "ArrowDown" => self.marked.set(if marked >= last { 0 } else { marked + 1 }),
            "ArrowUp" => self.marked.set(if marked == 0 { last } else { marked - 1 }),
            // Enter may also end the composing of a letter.
            "Enter" if !event.is_composing() => {
                let entry = self
                    .entries
                    .with_untracked(|entries| entries.get(marked).cloned());
                entry.iter().for_each(|entry| take(&entry.choice));
            }
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

impl From<Arc<Command>> for Entry {
    fn from(command: Arc<Command>) -> Self {
        Self {
            name: vec![command.name.clone()],
            kind: command.kind.clone(),
            text: Vec::new(),
            is_section: false,
            choice: Choice::Command(command),
        }
    }
}

/// An article, and below it its sections.
fn entries_of(found: Found) -> impl Iterator<Item = Entry> {
    let translator = bridge::translator();
    let kind = match found.date() {
        Some(date) => translator.date(date),
        None => translator.text(message::KIND_PAGE),
    };
    let article = Entry {
        name: found.title,
        kind,
        text: found.snippet,
        is_section: false,
        choice: Choice::Open(found.href),
    };
    let sections = found.sections.into_iter().map(|section| Entry {
        name: section.title,
        kind: String::new(),
        text: section.snippet,
        is_section: true,
        choice: Choice::Open(section.href),
    });
    std::iter::once(article).chain(sections)
}

/// The way to the search's page.
fn all_results(typed: &str) -> Option<Entry> {
    let query = address(typed.trim())?;
    Some(Entry {
        name: vec![bridge::translator().text(message::SEARCH_ALL)],
        kind: bridge::translator().text(message::KIND_PAGE),
        text: Vec::new(),
        is_section: false,
        choice: Choice::Open(Route::Search.path() + &query),
    })
}

/// The newest articles where nothing is typed; else what is called so, but for articles, which the search finds.
fn matching(commands: &[Arc<Command>], typed: &str) -> Vec<Arc<Command>> {
    let typed = folded(typed);
    let words: Vec<&str> = typed.split_whitespace().collect();
    let is_offered = |command: &&Arc<Command>| {
        words.is_empty() || !matches!(command.action, Action::Go(Route::Article { .. }))
    };
    let offered: Vec<&Arc<Command>> = commands.iter().filter(is_offered).collect();
    let scores = offered.iter().map(|command| command.text.score(&words));
    let limit = if words.is_empty() {
        MAX_COMMANDS
    } else {
        MAX_COMMANDS_TYPED
    };
    let best = best(scores, limit).into_iter();
    best.map(|index| offered[index].clone()).collect()
}
