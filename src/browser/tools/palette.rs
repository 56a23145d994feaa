//! The search: articles, tags, authors, pages and what can be done, found by typing, chosen with the arrow keys.
//!
//! A combobox with a list box: the focus stays in the field, and the list's marked entry is its active descendant.

mod things;

use super::{dialog, search::folded};
use crate::browser::{events::listen, find, host, load};
use crate::html::{Element, Node, element};
use crate::language::{Message, message};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use things::Thing;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, HtmlDialogElement, HtmlElement, HtmlInputElement, KeyboardEvent};

/// Entries that are shown at once.
const MOST: usize = 12;

struct Palette {
    dialog: HtmlDialogElement,
    field: HtmlInputElement,
    list: HtmlElement,
    note: HtmlElement,
    things: RefCell<Vec<Thing>>,
    /// What the list shows, as places in `things`.
    shown: RefCell<Vec<usize>>,
    marked: Cell<usize>,
}

pub fn open() {
    let title = host::words().text(message::SEARCH);
    let content = vec![field().into(), list(&title).into(), note().into()];
    let Some(dialog) = dialog::open("tool-palette", &title, content) else {
        return;
    };
    let parts = (dialog.first("input"), dialog.first("ul"), dialog.first("p"));
    let (Some(field), Some(list), Some(note)) = parts else {
        return;
    };
    let palette = Rc::new(Palette {
        dialog: dialog.element.clone(),
        field: field.unchecked_into(),
        list,
        note,
        things: RefCell::new(things::of_the_site()),
        shown: RefCell::default(),
        marked: Cell::default(),
    });
    palette.show();
    let here = palette.clone();
    listen(&palette.field, "input", &dialog.open, move |_: Event| {
        here.show()
    });
    let here = palette.clone();
    listen(
        &palette.field,
        "keydown",
        &dialog.open,
        move |event: KeyboardEvent| {
            here.press(&event);
        },
    );
    let here = palette.clone();
    listen(&palette.list, "click", &dialog.open, move |event: Event| {
        here.click(&event);
    });
    spawn_local(async move { palette.load().await });
}

fn field() -> Element {
    let label = host::words().text(message::SEARCH_FIELD);
    element("input", "palette-field")
        .attribute("type", "text")
        .attribute("role", "combobox")
        .attribute("aria-label", &label)
        .attribute("placeholder", &label)
        .attribute("aria-expanded", "true")
        .attribute("aria-controls", "recto-found")
        .attribute("aria-autocomplete", "list")
        .attribute("autocomplete", "off")
        .attribute("spellcheck", "false")
        .attribute("enterkeyhint", "go")
        .attribute("autofocus", "")
}

fn list(title: &str) -> Element {
    element("ul", "palette-list")
        .attribute("id", "recto-found")
        .attribute("role", "listbox")
        .attribute("aria-label", title)
}

fn note() -> Element {
    element("p", "tool-note").attribute("role", "status")
}

impl Palette {
    async fn load(&self) {
        let Ok(index) = load::search_index().await else {
            return self.tell(Some(message::SEARCH_NOT_LOADED));
        };
        let others = self.things.take();
        *self.things.borrow_mut() = things::of_index(index).chain(others).collect();
        self.show();
    }

    /// Fills the list with what fits the field best.
    fn show(&self) {
        let typed = folded(&self.field.value());
        let words: Vec<&str> = typed.split(' ').filter(|word| !word.is_empty()).collect();
        let things = self.things.borrow();
        let fits = |(place, thing): (usize, &Thing)| {
            let fit = thing.searched.fit(&words);
            (fit > 0).then_some((fit, place))
        };
        let found = things.iter().enumerate().filter_map(fits).collect();
        let shown = best(found);
        let options = shown.iter().enumerate();
        let options = options.map(|(at, &place)| option(at, &things[place]).into());
        self.list.set_text_content(None);
        Node::Fragment(options.collect()).build(&host::document(), &self.list);
        self.tell(shown.is_empty().then_some(message::SEARCH_NOTHING));
        *self.shown.borrow_mut() = shown;
        self.mark(0);
    }

    fn tell(&self, what: Option<Message>) {
        let what = what.map(|what| host::words().text(what));
        self.note.set_text_content(what.as_deref());
    }

    fn press(&self, event: &KeyboardEvent) {
        let (marked, last) = (
            self.marked.get(),
            self.shown.borrow().len().saturating_sub(1),
        );
        match event.key().as_str() {
            "ArrowDown" => self.mark(if marked == last { 0 } else { marked + 1 }),
            "ArrowUp" => self.mark(if marked == 0 { last } else { marked - 1 }),
            // Enter may also end the composing of a letter.
            "Enter" if !event.is_composing() => self.take(marked),
            _ => return,
        }
        event.prevent_default();
    }

    fn click(&self, event: &Event) {
        let target: Option<web_sys::Element> = event.target().and_then(|it| it.dyn_into().ok());
        let option = target.and_then(|target| target.closest("[role=option]").ok()?);
        let place = option.and_then(|option| {
            find::all(&self.list, "[role=option]").position(|other| *other == option)
        });
        if let Some(place) = place {
            self.take(place);
        }
    }

    fn mark(&self, place: usize) {
        self.marked.set(place);
        // None of these calls can fail for a name that is an attribute's name.
        drop(self.field.remove_attribute("aria-activedescendant"));
        for (at, option) in find::all(&self.list, "[role=option]").enumerate() {
            let is_marked = at == place;
            drop(option.set_attribute("aria-selected", if is_marked { "true" } else { "false" }));
            if is_marked {
                drop(
                    self.field
                        .set_attribute("aria-activedescendant", &option.id()),
                );
                option.scroll_into_view_with_scroll_into_view_options(&things::nearest());
            }
        }
    }

    fn take(&self, place: usize) {
        let shown = self.shown.borrow().get(place).copied();
        if let Some(place) = shown {
            self.dialog.close();
            self.things.borrow()[place].action.run();
        }
    }
}

/// The places of those that fit best, newest first where two fit equally well. The code of a sort would weigh 2 KB.
fn best(mut found: Vec<(u32, usize)>) -> Vec<usize> {
    let mut best = Vec::new();
    while best.len() < MOST
        && let Some(fit) = found.iter().map(|(fit, _)| *fit).max()
        && let Some(at) = found.iter().position(|(other, _)| *other == fit)
    {
        best.push(found.remove(at).1);
    }
    best
}

fn option(at: usize, thing: &Thing) -> Element {
    let description = Some(thing.description.as_str()).filter(|text| !text.is_empty());
    element("li", "palette-option")
        .attribute("role", "option")
        .attribute("id", &["recto-found-", &at.to_string()].concat())
        .child(element("span", "palette-name").text(&thing.name))
        .text(" ")
        .child(element("span", "palette-kind").text(&thing.kind))
        .child(description.map(|text| element("span", "palette-text").text(text)))
}
