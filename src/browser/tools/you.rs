//! "Your page": what is kept, each with a way to remove it; all of it as a file, from a file, and erased.

mod file;
mod kept;

use super::dialog;
use crate::browser::{events::listen, find, host, load, record::Record, storage};
use crate::html::{Element, Node, element, link};
use crate::route::Route;
use crate::stored::Key;
use js_sys::Object;
use kept::Kept;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, Event, HtmlElement, HtmlInputElement};

const NOTHING: &str = "So far, nothing is kept.";
const REMOVE: &str = "Remove";
const FINISHED: &str = "Read";
const EXPORT: &str = "Export as a file";
const IMPORT: &str = "Import a file";
const ERASE: &str = "Erase everything";
const SURE: &str = "Everything on this page will be gone from this device, and cannot be brought back without an export.";

/// The lists of the page, by the kind of what is in them.
const LISTS: [(&str, &str); 4] = [
    ("saved", "Saved for later"),
    ("reading", "Reading history"),
    ("reactions", "Reactions given"),
    ("preferences", "Reading preferences"),
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
    let lists = LISTS
        .iter()
        .filter_map(|(kind, title)| list(&kept, kind, title));
    let lists: Vec<Node> = lists.map(Node::Element).collect();
    let nothing = lists
        .is_empty()
        .then(|| element("p", "you-nothing").text(NOTHING));
    page.set_text_content(None);
    let all = vec![
        nothing.into(),
        lists.into(),
        actions(kept.is_empty()).into(),
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

fn list(kept: &[Kept], kind: &str, title: &str) -> Option<Element> {
    let entries = kept.iter().filter(|kept| kept.kind == kind).map(entry);
    let list = element("ul", "you-list").children(entries);
    let id = ["recto-you-", kind].concat();
    (!list.is_empty()).then(|| {
        element("section", "you-part")
            .attribute("aria-labelledby", &id)
            .child(
                element("h2", "section-title")
                    .attribute("id", &id)
                    .text(title),
            )
            .child(list)
    })
}

fn entry(kept: &Kept) -> Element {
    let Kept { kind, slug, record } = kept;
    let title = if *kind == "preferences" {
        settings(record)
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
        .attribute("aria-label", &[REMOVE, ": ", &title].concat())
        .text(REMOVE);
    element("li", "")
        .child(name)
        .text(" ")
        .child(element("span", "you-note").text(&note(kind, record)))
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

/// `theme: dark, size: large`.
fn settings(record: &Record) -> String {
    let settings = record
        .names()
        .map(|name| [&name, ": ", &record.text(&name)].concat());
    settings.collect::<Vec<_>>().join(", ")
}

fn note(kind: &str, record: &Record) -> String {
    let day = day(record.number("time"));
    match kind {
        "reading" if !record.text("finished").is_empty() => [FINISHED, ", ", &day].concat(),
        "reading" => {
            let percent = (record.number("part") * 100.0) as u32;
            [&percent.to_string(), " %, ", &day].concat()
        }
        "saved" => day,
        "reactions" => {
            let kinds = js_sys::Array::from(&record.get("kinds"));
            String::from(kinds.join(", "))
        }
        _ => String::new(),
    }
}

/// As readers of the page's language write it.
fn day(time: f64) -> String {
    let options = Record::default();
    options.set("dateStyle", "medium");
    let options: &Object = options.value().unchecked_ref();
    let language = host::document()
        .document_element()
        .and_then(|root| root.get_attribute("lang"));
    let date = js_sys::Date::new(&JsValue::from_f64(time));
    date.to_locale_date_string(&language.unwrap_or_default(), options)
        .into()
}

fn actions(is_empty: bool) -> Element {
    let button = |name: &str, text: &str| {
        element("button", "you-action")
            .attribute("type", "button")
            .attribute("name", name)
            .attribute_if("disabled", is_empty.then_some(""))
            .text(text)
    };
    let import = element("label", "you-action").text(IMPORT).child(
        element("input", "")
            .attribute("type", "file")
            .attribute("accept", ".json"),
    );
    element("div", "you-actions")
        .child(button("export", EXPORT))
        .child(import)
        .child(button("erase", ERASE))
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
    let erase = element("button", "tool-button")
        .attribute("type", "button")
        .text(ERASE);
    let content = vec![element("p", "tool-text").text(SURE).into(), erase.into()];
    let Some(dialog) = dialog::open("tool-erase", ERASE, content) else {
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
