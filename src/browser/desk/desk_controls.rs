//! What the fields and buttons of the desk do.

use super::text_files::{self, Outcome};
use super::{Desk, draft_link, link_check, remark_list, saved_file};
use crate::browser::{bridge, events, timing};
use js_sys::Array;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, HtmlElement, HtmlInputElement};

/// In milliseconds after the last key: when the text is kept.
const PAUSE: i32 = 400;

pub fn listen(desk: &Rc<Desk>) {
    let signal = bridge::get().signal();
    let on = |name: &str, handle: fn(&Rc<Desk>, Event)| {
        let desk = desk.clone();
        events::listen(&desk.parts.root.clone(), name, &signal, move |event| {
            handle(&desk, event);
        });
    };
    on("input", typed);
    on("change", chosen);
    on("click", pressed);
    // Whoever leaves the text may leave the page.
    on("focusout", |desk, _| desk.keep());
    let kept = desk.clone();
    events::listen(&bridge::window(), "pagehide", &signal, move |_: Event| {
        if kept.parts.text.is_connected() {
            kept.keep();
        }
    });
    let desk = desk.clone();
    events::listen(&bridge::window(), "hashchange", &signal, move |_: Event| {
        let desk = desk.clone();
        spawn_local(async move { draft_link::open(&desk).await });
    });
}

/// The page follows before the next frame, however many keys come until then; what is kept waits for a pause.
fn typed(desk: &Rc<Desk>, event: Event) {
    if named(&event).as_deref() != Some("text") {
        return;
    }
    let text = desk.parts.text.value();
    desk.drafts.borrow_mut().set_text(text.clone());
    let desk = desk.clone();
    spawn_local(async move {
        if !desk.is_due.replace(true) {
            timing::rest().await;
            desk.is_due.set(false);
            desk.show_page();
        }
        timing::sleep(PAUSE).await;
        if desk.drafts.borrow().text() == text {
            desk.keep();
            link_check::check(&desk).await;
        }
    });
}

fn chosen(desk: &Rc<Desk>, event: Event) {
    let Some(field) = event.target() else {
        return;
    };
    // Whatever changes has a value.
    let field: HtmlInputElement = field.unchecked_into();
    match named(&event).as_deref() {
        Some("drafts") => {
            let at = field.value().parse().unwrap_or_default();
            desk.drafts.borrow_mut().choose(at);
            desk.show_draft();
        }
        Some("keep") => {
            desk.drafts.borrow_mut().set_kept(field.checked());
            desk.keep();
        }
        Some("files") => {
            let files = field.files().map(|files| Array::from(&files));
            let desk = desk.clone();
            spawn_local(async move {
                let files = text_files::read(&files.unwrap_or_default()).await;
                field.set_value("");
                desk.take(files);
            });
        }
        _ if field.name() == "desk-side" => {
            // It cannot fail for a name that is an attribute's name.
            drop(desk.parts.sides.set_attribute("data-side", &field.value()));
        }
        _ => {}
    }
}

fn pressed(desk: &Rc<Desk>, event: Event) {
    let Some(button) = events::closest::<HtmlElement>(&event, "button") else {
        return;
    };
    if let Some(line) = button.get_attribute("data-line") {
        return remark_list::go_to(&desk.parts, line.parse().unwrap_or_default());
    }
    let slug = || {
        let slug = desk.shown.borrow().article.slug.clone();
        if slug.is_empty() {
            "draft".into()
        } else {
            slug
        }
    };
    match button.get_attribute("data-desk").as_deref() {
        Some("new") => {
            desk.drafts.borrow_mut().add(String::new());
            desk.show_draft();
            // A field that cannot take the focus leaves it where it is.
            drop(desk.parts.text.focus());
        }
        Some("remove") => {
            desk.drafts.borrow_mut().remove();
            desk.show_draft();
            desk.keep();
        }
        Some("open") => desk.parts.files.click(),
        Some("save") => save(
            desk,
            &slug(),
            ".md",
            Some(desk.drafts.borrow().text().into()),
        ),
        Some("body") => save(desk, &slug(), ".md", Some(desk.shown.borrow().body.clone())),
        Some("data") => {
            let shown = desk.shown.borrow();
            let data = saved_file::data(&shown.article, &shown.enrichment);
            save(desk, &slug(), ".json", data);
        }
        Some("link") => {
            let desk = desk.clone();
            spawn_local(async move { draft_link::copy(&desk).await });
        }
        Some("edit") => {
            let desk = desk.clone();
            spawn_local(async move { draft_link::edit(&desk).await });
        }
        _ => {}
    }
}

fn save(desk: &Desk, slug: &str, ending: &str, text: Option<String>) {
    let name = [slug, ending].concat();
    if text
        .and_then(|text| saved_file::save(&name, &text))
        .is_some()
    {
        desk.tell(&[Outcome::of("saved", &name)]);
    }
}

/// What the page calls the field.
fn named(event: &Event) -> Option<String> {
    let field: HtmlElement = event.target()?.unchecked_into();
    field.get_attribute("data-desk")
}
