//! "Your page": what is kept, each with a way to remove it; all of it as a file, from a file, and erased.

mod file;
mod kept;

use super::dialog;
use super::preferences::{CHOICES, setting};
use crate::browser::{events::listen, find, host, load, record::Record, storage};
use crate::html::{Element, Node, element, link};
use crate::language::{Message, Words, message};
use crate::route::Route;
use crate::stored::Key;
use kept::Kept;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, Event, HtmlElement, HtmlInputElement};

/// The lists of the page, by the kind of what is in them.
const LISTS: [(&str, Message); 4] = [
    ("saved", message::YOU_SAVED),
    ("reading", message::YOU_READING),
    ("reactions", message::YOU_REACTIONS),
    ("preferences", message::PREFERENCES),
];

/// What can have the focus.
const CONTROLS: &str = "button:enabled, input";

thread_local! {
    /// Titles by slug, for what is kept without one.
    static TITLES: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// Fills the element, and keeps it up to date while it is on the page.
pub fn open(page: &HtmlElement) {
    let Ok(until_gone) = AbortController::new() else {
        return;
    };
    show(page);
    let signal = until_gone.signal();
    let here = page.clone();
    listen(&host::window(), "storage", &signal, move |_: Event| {
        if here.is_connected() {
            show(&here);
        } else {
            until_gone.abort();
        }
    });
    let here = page.clone();
    listen(page, "click", &signal, move |event: Event| {
        press(&here, &event)
    });
    listen(page, "change", &signal, |event: Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(file) = input.and_then(|input| input.files()?.get(0)) {
            spawn_local(file::import(file));
        }
    });
    spawn_local(add_titles(page.clone()));
}

async fn add_titles(page: HtmlElement) {
    // Without them, the addresses of the articles tell.
    if let Ok(index) = load::search_index().await {
        let titles = index
            .articles
            .into_iter()
            .map(|article| (article.slug, article.title));
        TITLES.set(titles.collect());
        show(&page);
    }
}

/// Draws it anew. The focus stays on the control at the same place.
fn show(page: &HtmlElement) {
    let focused = host::document().active_element();
    let place = focused
        .and_then(|focused| find::all(page, CONTROLS).position(|control| *control == focused));
    let kept = kept::all();
    let words = &host::words();
    let lists = LISTS
        .iter()
        .filter_map(|(kind, title)| list(words, &kept, kind, *title));
    let lists: Vec<Node> = lists.map(Node::Element).collect();
    let nothing = lists
        .is_empty()
        .then(|| element("p", "you-nothing").say(words, message::YOU_NOTHING));
    page.set_text_content(None);
    let all = vec![
        nothing.into(),
        lists.into(),
        actions(words, kept.is_empty()).into(),
    ];
    Node::Fragment(all).build(&host::document(), page);
    if let Some(place) = place {
        let controls: Vec<HtmlElement> = find::all(page, CONTROLS).collect();
        if let Some(control) = controls.get(place).or(controls.last()) {
            // A control that cannot take the focus leaves it where it is.
            drop(control.focus());
        }
    }
}

fn list(words: &Words, kept: &[Kept], kind: &str, title: Message) -> Option<Element> {
    let entries = kept.iter().filter(|kept| kept.kind == kind);
    let entries = entries.map(|kept| entry(words, kept));
    let list = element("ul", "you-list").children(entries);
    let id = ["recto-you-", kind].concat();
    (!list.is_empty()).then(|| {
        element("section", "you-part")
            .attribute("aria-labelledby", &id)
            .child(
                element("h2", "section-title")
                    .attribute("id", &id)
                    .say(words, title),
            )
            .child(list)
    })
}

fn entry(words: &Words, kept: &Kept) -> Element {
    let Kept { kind, slug, record } = kept;
    let title = if *kind == "preferences" {
        settings(words, record)
    } else {
        title_of(slug, record)
    };
    let name = if slug.is_empty() {
        element("span", "").text(&title)
    } else {
        let article = host::get().base() + &Route::article(slug).path();
        let at = record.text("at");
        let place = if at.is_empty() {
            at
        } else {
            ["#", &at].concat()
        };
        link("", &[article, place].concat(), &title)
    };
    let remove = element("button", "you-remove")
        .attribute("type", "button")
        .attribute("name", "remove")
        .attribute("value", &[kind, ":", slug].concat())
        .attribute("aria-label", &words.fill(message::REMOVE_WHAT, [&title]))
        .say(words, message::REMOVE);
    element("li", "")
        .child(name)
        .text(" ")
        .child(element("span", "you-note").text(&note(words, kind, record)))
        .child(remove)
}

fn title_of(slug: &str, record: &Record) -> String {
    let kept = record.text("title");
    if !kept.is_empty() {
        return kept;
    }
    let known = TITLES.with_borrow(|titles| {
        let mut titles = titles.iter();
        titles
            .find(|(other, _)| other == slug)
            .map(|(_, title)| title.clone())
    });
    known.unwrap_or_else(|| slug.into())
}

/// `Theme: Dark, Text size: Large`.
fn settings(words: &Words, record: &Record) -> String {
    let settings = CHOICES.iter().filter_map(|choice| {
        let chosen = record.text(choice.name);
        let mut options = choice.options.iter();
        let (_, label) = options.find(|(value, _)| *value == chosen && !chosen.is_empty())?;
        Some(setting(words, choice, *label))
    });
    let settings: Vec<String> = settings.collect();
    let settings: Vec<&str> = settings.iter().map(String::as_str).collect();
    words.list(&settings)
}

fn note(words: &Words, kind: &str, record: &Record) -> String {
    let day = words.day(record.number("time"));
    match kind {
        "reading" if !record.text("finished").is_empty() => {
            words.fill(message::FINISHED_ON, [&day])
        }
        "reading" => {
            let part = words.percent(record.number("part"));
            words.fill(message::READ_IN_PART, [&part, &day])
        }
        "saved" => day,
        "reactions" => {
            let kinds = js_sys::Array::from(&record.get("kinds"));
            String::from(kinds.join(", "))
        }
        _ => String::new(),
    }
}

fn actions(words: &Words, is_empty: bool) -> Element {
    let button = |name: &str, text| {
        element("button", "you-action")
            .attribute("type", "button")
            .attribute("name", name)
            .attribute_if("disabled", is_empty.then_some(""))
            .say(words, text)
    };
    let import = element("label", "you-action")
        .say(words, message::IMPORT_FILE)
        .child(
            element("input", "")
                .attribute("type", "file")
                .attribute("accept", ".json"),
        );
    element("div", "you-actions")
        .child(button("export", message::EXPORT))
        .child(import)
        .child(button("erase", message::ERASE))
}

fn press(page: &HtmlElement, event: &Event) {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let button = target.and_then(|target| target.closest("button").ok()?);
    let Some(button) = button else { return };
    let value = button.get_attribute("value").unwrap_or_default();
    match button.get_attribute("name").as_deref() {
        Some("remove") => {
            let key = value
                .split_once(':')
                .and_then(|(kind, slug)| Key::of(kind, slug));
            key.iter().for_each(remove);
        }
        Some("export") => file::export(page),
        Some("erase") => ask_to_erase(),
        _ => {}
    }
}

/// What is gone from the history is not offered on the front page either.
fn remove(key: &Key) {
    if let Key::Reading(slug) = key
        && Record::kept(&Key::Last).text("slug") == *slug
    {
        storage::write_and_tell(&Key::Last, None);
    }
    storage::write_and_tell(key, None);
}

fn ask_to_erase() {
    let words = &host::words();
    let title = words.text(message::ERASE);
    let erase = element("button", "tool-button")
        .attribute("type", "button")
        .text(&title);
    let content = vec![
        element("p", "tool-text")
            .say(words, message::ERASE_SURE)
            .into(),
        erase.into(),
    ];
    let Some(dialog) = dialog::open("tool-erase", &title, content) else {
        return;
    };
    if let Some(button) = dialog.first(".tool-button") {
        let dialog_element = dialog.element.clone();
        listen(&button, "click", &dialog.open, move |_: Event| {
            kept::all()
                .iter()
                .for_each(|kept| kept.key().iter().for_each(remove));
            storage::write_and_tell(&Key::Last, None);
            dialog_element.close();
        });
    }
}
