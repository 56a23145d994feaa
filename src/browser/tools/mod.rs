//! What opens when a reader asks for it. None of this is in the app: it is a module of its own (`tools_module.rs`), and
//! `start.js` loads it, with `style/tools.css`, when a tool is opened for the first time.

mod builder_tool;
mod changes_notice;
mod dialog;
mod edit_line;
mod image_viewer;
mod key_list;
mod newer_replies;
mod palette;
mod preferences_panel;
mod search_tool;
mod share;
mod your_page;

use super::bridge::{self, JsBridge};
use crate::i18n::Message;
use image_viewer::{ImageViewer, Picture};
use key_list::Keys;
use leptos::mount::{mount_to, mount_to_body};
use leptos::prelude::*;
use palette::Palette;
use preferences_panel::PreferencesPanel;
use share::Share;
use std::any::Any;
use std::cell::RefCell;
use std::mem::discriminant;
use web_sys::HtmlElement;
use your_page::{Erase, Imported};

/// What is shown in a dialog.
#[derive(Clone)]
pub enum Tool {
    Palette,
    Preferences,
    Keys,
    Share,
    Image(Picture),
    Imported(Message),
    Erase,
}

thread_local! {
    /// The dialog that is open. There is one at most.
    static OPEN: ArcRwSignal<Option<Tool>> = mount_dialogs();
    /// What is mounted into elements of the page.
    static MOUNTED: RefCell<Vec<(HtmlElement, Box<dyn Any>)>> = const { RefCell::new(Vec::new()) };
}

/// Opens the tool of this name, for an element where it belongs to one. A name that no tool has opens nothing.
pub fn open(bridge: JsBridge, tool: &str, element: Option<HtmlElement>) {
    bridge::set(bridge);
    match (tool, element) {
        ("palette", _) => open_dialog(Tool::Palette),
        ("preferences", _) => open_dialog(Tool::Preferences),
        ("keys", _) => open_dialog(Tool::Keys),
        ("share", _) => share::open(),
        ("image", Some(button)) => image_viewer::open(&button),
        ("line", Some(link)) => edit_line::open(&link),
        ("replies", Some(button)) => newer_replies::open(&button),
        ("changes", Some(article)) => changes_notice::open(&article),
        ("search", Some(page)) => search_tool::open(&page),
        ("you", Some(page)) => your_page::open(&page),
        ("embed-builder", Some(form)) => builder_tool::open(&form),
        _ => {}
    }
}

/// Opens a dialog. One that is open makes way, and if it was the same, that is all: its key closes it as well.
fn open_dialog(tool: Tool) {
    OPEN.with(|open| {
        open.update(|open| {
            let is_open = open
                .as_ref()
                .is_some_and(|open| discriminant(open) == discriminant(&tool));
            *open = (!is_open).then_some(tool);
        });
    });
}

fn close_dialog() {
    OPEN.with(|open| open.set(None));
}

fn mount_dialogs() -> ArcRwSignal<Option<Tool>> {
    let open = ArcRwSignal::new(None);
    let shown = open.clone();
    mount_to_body(move || view! { <OpenDialog tool=shown /> });
    open
}

#[component]
fn OpenDialog(tool: ArcRwSignal<Option<Tool>>) -> impl IntoView {
    move || {
        tool.get().map(|tool| match tool {
            Tool::Palette => view! { <Palette /> }.into_any(),
            Tool::Preferences => view! { <PreferencesPanel /> }.into_any(),
            Tool::Keys => view! { <Keys /> }.into_any(),
            Tool::Share => view! { <Share /> }.into_any(),
            Tool::Image(picture) => view! { <ImageViewer picture /> }.into_any(),
            Tool::Imported(outcome) => view! { <Imported outcome /> }.into_any(),
            Tool::Erase => view! { <Erase /> }.into_any(),
        })
    }
}

/// Mounts a view into an element of the page. It goes when something else is mounted and the element is gone.
fn mount_into<View: IntoView + 'static>(
    element: &HtmlElement,
    view: impl FnOnce() -> View + 'static,
) {
    let mounted = mount_to(element.clone(), view);
    MOUNTED.with_borrow_mut(|all| {
        all.retain(|(element, _)| element.is_connected());
        all.push((element.clone(), Box::new(mounted)));
    });
}

/// Calls this when something is stored or removed, in this tab or another, for as long as the component is there.
fn on_storage_change(changed: impl Fn() + 'static) {
    let listener = window_event_listener(leptos::ev::storage, move |_| changed());
    on_cleanup(move || listener.remove());
}
