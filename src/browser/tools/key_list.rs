//! The keys of the site, as a list.

use super::dialog::Dialog;
use crate::browser::bridge;
use crate::i18n::{Message, message};
use leptos::prelude::*;

const KEYS: [(&[&str], Message); 5] = [
    (&["/", "Ctrl K"], message::KEYS_SEARCH),
    (&["j"], message::KEYS_NEXT),
    (&["k"], message::KEYS_PREVIOUS),
    (&["?"], message::KEYS_LIST),
    (&["Esc"], message::KEYS_CLOSE),
];

#[component]
pub fn Keys() -> impl IntoView {
    let translator = bridge::translator();
    let keys = KEYS.map(|(names, does)| (names, translator.text(does)));
    let switch = translator.text(message::KEYS_SWITCH);
    view! {
        <Dialog class="tool-keys" title=translator.text(message::KEYBOARD)>
            <ul class="keys">
                {keys
                    .map(|(names, does)| {
                        view! {
                            <li class="key">
                                <span class="key-names">
                                    {names.iter().map(|name| view! { <kbd>{*name}</kbd> }).collect_view()}
                                </span>
                                <span>{does}</span>
                            </li>
                        }
                    })
                    .into_iter()
                    .collect_view()}
            </ul>
            <p class="tool-note">{switch}</p>
        </Dialog>
    }
}
