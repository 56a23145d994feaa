//! A dialog over the page: it has a heading and a button that closes it.

use super::close_dialog;
use crate::browser::bridge;
use crate::i18n::message;
use leptos::html;
use leptos::prelude::*;

/// Shows the children under a title. The class tells the tool.
#[component]
pub fn Dialog(class: &'static str, title: String, children: Children) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        if let Some(dialog) = dialog.get() {
            // It is on the page and not open yet.
            drop(dialog.show_modal());
        }
    });
    // A dialog that is closed gives the focus back; one that only goes does not.
    on_cleanup(move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    });
    view! {
        <dialog
            node_ref=dialog
            class=["tool ", class].concat()
            aria-labelledby="recto-tool"
            on:close=move |_| close_dialog()
            // What stands beside the dialog belongs to it; its padding belongs to the content.
            on:click=move |event| {
                if event.target() == event.current_target() {
                    close_dialog();
                }
            }
        >
            <div class="tool-head">
                <h2 id="recto-tool" class="tool-title">
                    {title}
                </h2>
                <button
                    type="button"
                    class="tool-close"
                    aria-label=bridge::translator().text(message::CLOSE)
                    on:click=move |_| close_dialog()
                >
                    "×"
                </button>
            </div>
            {children()}
        </dialog>
    }
}
