//! "Your page": what is stored, each with a way to remove it; all of it as a file, from a file, and erased.
//!
//! Whatever stands in storage, there is an entry for it, and everything can be exported and erased.

mod file;
mod kept_entry;
mod stored;

use super::{Tool, close_dialog, dialog::Dialog, mount_into, on_storage_change, open_dialog};
use crate::browser::{bridge, find, page_loader};
use crate::i18n::{Message, message};
use kept_entry::{Entry, Titles};
use leptos::prelude::*;
use leptos::task::tick;
use std::sync::Arc;
use std::time::Duration;
use stored::Stored;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, HtmlElement, HtmlInputElement};

/// The lists of the page, by the kind of what is in them.
const LISTS: [(&str, Message); 5] = [
    ("saved", message::YOU_SAVED),
    ("reading", message::YOU_READING),
    ("reactions", message::YOU_REACTIONS),
    ("draft", message::KEPT_DRAFTS),
    ("preferences", message::PREFERENCES),
];

/// Entries of a list that are added in one go.
const ENTRIES_AT_ONCE: usize = 200;

/// Articles whose titles are loaded because they are stored without.
const MAX_TITLES: usize = 50;

/// What can have the focus.
const CONTROLS: &str = "button:enabled, input";

/// Fills the element, and keeps it up to date while it is on the page.
pub fn open(page: &HtmlElement) {
    let element = page.clone();
    mount_into(page, || view! { <YourPage element /> });
}

#[component]
fn YourPage(element: HtmlElement) -> impl IntoView {
    let stored = RwSignal::new(stored::all());
    let titles = RwSignal::new(Titles::default());
    spawn_local(async move {
        let reactions = page_loader::site().await.reactions;
        let mut articles = Vec::new();
        // Of the others, the addresses tell.
        for slug in stored.with_untracked(|stored| kept_entry::untitled(stored, MAX_TITLES)) {
            articles.extend(page_loader::title(&slug).await.map(|title| (slug, title)));
        }
        // By then, the page may be gone.
        drop(titles.try_set(Titles::new(articles, reactions)));
    });
    on_storage_change(move || {
        if element.is_connected() {
            keep_focus(&element);
            stored.set(stored::all());
        }
    });
    let has_entries =
        Memo::new(move |_| stored.with(|stored| stored.iter().any(|stored| stored.kind != "last")));
    let nothing = move || {
        let text = || bridge::translator().text(message::YOU_NOTHING);
        (!has_entries.get()).then(|| view! { <p class="you-nothing">{text()}</p> })
    };
    let lists = LISTS.map(|(kind, title)| view! { <List kind title stored titles /> });
    view! {
        {nothing}
        {lists}
        <Actions is_empty=Memo::new(move |_| stored.with(Vec::is_empty)) />
    }
}

/// When the control that has the focus goes, the one in its place gets it.
fn keep_focus(page: &HtmlElement) {
    let Some(focused) = bridge::document().active_element() else {
        return;
    };
    let Some(place) = find::all(page, CONTROLS).position(|control| *control == focused) else {
        return;
    };
    let page = page.clone();
    spawn_local(async move {
        tick().await;
        if focused.is_connected() && focused.matches(CONTROLS).unwrap_or_default() {
            return;
        }
        let controls: Vec<HtmlElement> = find::all(&page, CONTROLS).collect();
        if let Some(control) = controls.get(place).or(controls.last()) {
            // A control that cannot take the focus leaves it where it is.
            drop(control.focus());
        }
    });
}

#[component]
fn List(
    kind: &'static str,
    title: Message,
    stored: RwSignal<Vec<Stored>>,
    titles: RwSignal<Titles>,
) -> impl IntoView {
    let entries = Memo::new(move |_| {
        stored.with(|stored| titles.with(|titles| kept_entry::entries(kind, stored, titles)))
    });
    let is_empty = Memo::new(move |_| entries.with(Vec::is_empty));
    let id = ["recto-you-", kind].concat();
    move || {
        let [id, labelled_by] = [id.clone(), id.clone()];
        (!is_empty.get()).then(move || {
            view! {
                <section class="you-part" aria-labelledby=labelled_by>
                    <h2 class="section-title" id=id>
                        {bridge::translator().text(title)}
                    </h2>
                    <Entries entries />
                </section>
            }
        })
    }
}

/// The first of them at once, and the rest bit by bit, so that the page answers even where there are thousands.
#[component]
fn Entries(entries: Memo<Vec<Arc<Entry>>>) -> impl IntoView {
    let count = RwSignal::new(ENTRIES_AT_ONCE);
    Effect::new(move || {
        if entries.with(Vec::len) > count.get() {
            // By then, the list may be gone.
            let add = move || {
                count.try_update(|count| *count += ENTRIES_AT_ONCE);
            };
            // It fails only without a window.
            let _ = set_timeout(add, Duration::ZERO);
        }
    });
    let shown = move || entries.with(|entries| entries[..count.get().min(entries.len())].to_vec());
    view! {
        <ul class="you-list">
            <For
                each=shown
                key=|entry| entry.clone()
                children=|entry| view! { <ListItem entry /> }
            />
        </ul>
    }
}

#[component]
fn ListItem(entry: Arc<Entry>) -> impl IntoView {
    let translator = bridge::translator();
    let title = entry.title.clone();
    let name = match entry.href() {
        Some(href) => leptos::either::Either::Left(view! { <a href=href>{title}</a> }),
        None => leptos::either::Either::Right(view! { <span>{title}</span> }),
    };
    let remove_label = translator.fill(message::REMOVE_WHAT, [&entry.title]);
    let note = entry.note.clone();
    view! {
        <li>
            {name} " " <span class="you-note">{note}</span>
            <button
                type="button"
                class="you-remove"
                aria-label=remove_label
                on:click=move |_| stored::remove(entry.kind, &entry.slug)
            >
                {translator.text(message::REMOVE)}
            </button>
        </li>
    }
}

#[component]
fn Actions(is_empty: Memo<bool>) -> impl IntoView {
    let translator = bridge::translator();
    let exported = RwSignal::new(None);
    let action = |text, act: Callback<()>| {
        view! {
            <button
                type="button"
                class="you-action"
                disabled=move || is_empty.get()
                on:click=move |_| act.run(())
            >
                {translator.text(text)}
            </button>
        }
    };
    let export = Callback::new(move |()| exported.set(file::export()));
    let erase = Callback::new(|()| open_dialog(Tool::Erase));
    let outcome = move || {
        let name = exported.get();
        name.map(|name: String| bridge::translator().fill(message::EXPORTED, [&name]))
    };
    view! {
        <div class="you-actions">
            {action(message::EXPORT, export)}
            <label class="you-action">
                {translator.text(message::IMPORT_FILE)}
                <input type="file" accept=".json" on:change=|event| import_chosen(&event) />
            </label>
            {action(message::ERASE, erase)}
        </div>
        <p class="you-nothing" role="status">
            {outcome}
        </p>
    }
}

fn import_chosen(event: &Event) {
    let input: HtmlInputElement = event_target(event);
    if let Some(file) = input.files().and_then(|files| files.get(0)) {
        spawn_local(async move {
            let outcome = file::import(file).await;
            // The same file may be chosen again.
            input.set_value("");
            open_dialog(Tool::Imported(outcome));
        });
    }
}

/// What became of an imported file.
#[component]
pub fn Imported(outcome: Message) -> impl IntoView {
    let translator = bridge::translator();
    let outcome = translator.text(outcome);
    view! {
        <Dialog class="tool-import" title=translator.text(message::IMPORT)>
            <p class="tool-text">{outcome}</p>
        </Dialog>
    }
}

/// Asks before everything is erased.
#[component]
pub fn Erase() -> impl IntoView {
    let translator = bridge::translator();
    let title = translator.text(message::ERASE);
    let question = translator.text(message::ERASE_SURE);
    let cancel = translator.text(message::CANCEL);
    let erase = |_| {
        stored::erase_all();
        close_dialog();
    };
    view! {
        <Dialog class="tool-erase" title=title.clone()>
            <p class="tool-text">{question}</p>
            <div class="tool-buttons">
                <button type="button" class="tool-button" on:click=erase>
                    {title}
                </button>
                <button type="button" class="tool-button" on:click=move |_| close_dialog()>
                    {cancel}
                </button>
            </div>
        </Dialog>
    }
}
