//! "Aa": how the reader wants pages to look. What is chosen is stored as `{"v":1,"theme":"dark"}`; what is not, is as the
//! publisher and the system have it. `first_paint.js` puts it on the root element, in every tab.

use super::{dialog::Dialog, on_storage_change};
use crate::browser::{bridge, storage};
use crate::components::themes::THEMES;
use crate::i18n::{Message, Translator, message};
use crate::reader_data::{Preferences, ReaderData};
use crate::storage_key::StorageKey;
use leptos::either::Either;
use leptos::prelude::*;

/// One thing to choose, with its values in the order shown. The empty value is the one that nothing is stored for.
pub struct Choice {
    pub name: &'static str,
    pub label: Message,
    pub options: &'static [(&'static str, Message)],
}

/// What there is to choose. What each value does is in `style/preferences.css`, and what a theme looks like in
/// `style/tokens.css`.
pub const CHOICES: [Choice; 7] = [
    Choice {
        name: "theme",
        label: message::THEME,
        options: &THEMES,
    },
    Choice {
        name: "size",
        label: message::SIZE,
        options: &[
            ("small", message::SIZE_SMALL),
            ("", message::SIZE_NORMAL),
            ("large", message::SIZE_LARGE),
            ("larger", message::SIZE_LARGER),
            ("largest", message::SIZE_LARGEST),
        ],
    },
    Choice {
        name: "face",
        label: message::FACE,
        options: &[
            ("", message::FACE_SERIF),
            ("sans", message::FACE_SANS),
            ("spaced", message::FACE_SPACED),
        ],
    },
    Choice {
        name: "measure",
        label: message::MEASURE,
        options: &[
            ("narrow", message::MEASURE_NARROW),
            ("", message::MEASURE_NORMAL),
            ("wide", message::MEASURE_WIDE),
        ],
    },
    Choice {
        name: "leading",
        label: message::LEADING,
        options: &[
            ("tight", message::LEADING_TIGHT),
            ("", message::LEADING_NORMAL),
            ("loose", message::LEADING_LOOSE),
        ],
    },
    Choice {
        name: "motion",
        label: message::MOTION,
        options: &[("", message::MOTION_AUTO), ("less", message::MOTION_LESS)],
    },
    Choice {
        name: "keys",
        label: message::LETTER_KEYS,
        options: &[
            ("", message::LETTER_KEYS_ON),
            ("off", message::LETTER_KEYS_OFF),
        ],
    },
];

#[component]
pub fn PreferencesPanel() -> impl IntoView {
    let translator = bridge::translator();
    let reset = translator.text(message::RESET);
    let chosen = RwSignal::new(load());
    on_storage_change(move || chosen.set(load()));
    view! {
        <Dialog class="tool-preferences" title=translator.text(message::PREFERENCES)>
            <div class="choices">
                {CHOICES.iter().map(|choice| view! { <ChoiceField choice chosen /> }).collect_view()}
            </div>
            <button
                type="button"
                class="tool-button"
                name="reset"
                on:click=move |_| save(Preferences::default())
            >
                {reset}
            </button>
        </Dialog>
    }
}

#[component]
fn ChoiceField(choice: &'static Choice, chosen: RwSignal<Preferences>) -> impl IntoView {
    let control = match choice.name {
        "size" => Either::Left(view! { <Stepper choice chosen /> }),
        _ => Either::Right(view! { <Options choice chosen /> }),
    };
    view! {
        <fieldset class=["choice choice-", choice.name].concat()>
            <legend>{bridge::translator().text(choice.label)}</legend>
            <div class="options">{control}</div>
        </fieldset>
    }
}

/// All values side by side. A theme is shown in its own colours.
#[component]
fn Options(choice: &'static Choice, chosen: RwSignal<Preferences>) -> impl IntoView {
    let translator = bridge::translator();
    let name = choice.name;
    let options = choice.options.iter().map(|(value, label)| {
        let theme = (name == "theme" && !value.is_empty()).then_some(*value);
        view! {
            <label class="option">
                <input
                    type="radio"
                    name=name
                    value=*value
                    prop:checked=move || chosen.with(|chosen| chosen.get(name) == *value)
                    on:change=move |_| choose(name, value)
                />
                <span data-theme=theme>{translator.text(*label)}</span>
            </label>
        }
    });
    options.collect_view()
}

/// The value that holds, between what leads to the ones below and above.
#[component]
fn Stepper(choice: &'static Choice, chosen: RwSignal<Preferences>) -> impl IntoView {
    let index = Memo::new(move |_| {
        let value = chosen.with(|chosen| String::from(chosen.get(choice.name)));
        let mut options = choice.options.iter();
        options
            .position(|(option, _)| *option == value)
            .unwrap_or_default()
    });
    let step = move |by: isize, sign: &'static str, class: &'static str| {
        let target = move || {
            let index = index.get().checked_add_signed(by)?;
            choice.options.get(index)
        };
        let label =
            move || target().map(|(_, label)| setting(&bridge::translator(), choice, *label));
        view! {
            <button
                type="button"
                class=class
                aria-label=label
                aria-disabled=move || target().is_none().then_some("true")
                on:click=move |_| {
                    if let Some((value, _)) = target() {
                        choose(choice.name, value);
                    }
                }
            >
                {sign}
            </button>
        }
    };
    let value = move || bridge::translator().text(choice.options[index.get()].1);
    view! {
        {step(-1, "A", "step step-down")}
        <output class="step-value">{value}</output>
        {step(1, "A", "step step-up")}
    }
}

/// Stores a value, and shows it in this tab and in others.
pub fn choose(name: &str, value: &str) {
    let mut preferences = load();
    preferences.set(name, value);
    save(preferences);
}

fn load() -> Preferences {
    match storage::load(&StorageKey::Preferences) {
        Some(ReaderData::Preferences(preferences)) => preferences,
        _ => Preferences::default(),
    }
}

fn save(preferences: Preferences) {
    storage::save(
        &StorageKey::Preferences,
        &ReaderData::Preferences(preferences),
    );
}

/// `Theme: Dark`.
pub fn setting(translator: &Translator, choice: &Choice, value: Message) -> String {
    let (setting, value) = (translator.text(choice.label), translator.text(value));
    translator.fill(message::SETTING, [&setting, &value])
}
