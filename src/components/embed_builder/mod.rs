//! The form that makes the code to embed something: choices, the code, and two pages of somebody else's that show it.
//!
//! It stands in the finished page, and is alive where a tool takes its place and gives it what it shows.

pub mod code;

use super::embed_kinds::{KINDS, KindOption};
use super::themes::THEMES;
use crate::i18n::{Message, Translator, message};
use code::FORMATS;
use leptos::html;
use leptos::prelude::*;

const WIDTHS: [(&str, Message); 2] = [
    ("wide", message::WIDTH_WIDE),
    ("narrow", message::WIDTH_NARROW),
];

/// The pages that show it, by the colour of their ground.
pub const GROUNDS: [(&str, Message); 2] =
    [("light", message::ON_LIGHT), ("dark", message::ON_DARK)];

/// What the fields of the form hold.
#[derive(Clone, Copy)]
pub struct EmbedChoice {
    pub kind: RwSignal<String>,
    /// A name, a slug or an address.
    pub subject: RwSignal<String>,
    pub format: RwSignal<String>,
    pub theme: RwSignal<String>,
    pub limit: RwSignal<String>,
    pub language: RwSignal<String>,
    pub width: RwSignal<String>,
}

impl Default for EmbedChoice {
    /// As the form stands in the finished page.
    fn default() -> Self {
        let value = |text: &str| RwSignal::new(text.to_string());
        Self {
            kind: value(KINDS[0].name),
            subject: value(""),
            format: value(FORMATS[0].1),
            theme: value(THEMES[0].0),
            limit: value("4"),
            language: value(""),
            width: value(WIDTHS[0].0),
        }
    }
}

/// The form. Its children are the two pages.
#[component]
pub fn EmbedForm(
    translator: Translator,
    choice: EmbedChoice,
    #[prop(optional)] on_kind: Option<Callback<String>>,
    /// Names for the list that opens under the field.
    #[prop(optional, into)]
    suggestions: Signal<Vec<String>>,
    /// Why there is no code.
    #[prop(optional, into)]
    problem: Signal<Option<String>>,
    #[prop(optional, into)] code: Signal<String>,
    #[prop(optional)] code_field: NodeRef<html::Textarea>,
    #[prop(optional)] on_copy: Option<Callback<()>>,
    /// What became of it.
    #[prop(optional, into)]
    outcome: Signal<Option<String>>,
    children: Children,
) -> impl IntoView {
    let widths = texts(&translator, &WIDTHS);
    view! {
        <form class="builder builder-part" on:submit=|event| event.prevent_default()>
            <ChoiceFields translator=translator.clone() choice on_kind />
            <p class="builder-missing" role="status">
                {move || problem.get()}
            </p>
            <CodeOutput translator=translator.clone() suggestions code code_field on_copy outcome />
            <div class="builder-hosts">
                <Select
                    label=translator.text(message::WIDTH)
                    name="width"
                    options=widths
                    chosen=choice.width
                />
                {children()}
            </div>
        </form>
    }
}

/// What is embedded, and how. What the kind or the format has no use for is hidden.
#[component]
fn ChoiceFields(
    translator: Translator,
    choice: EmbedChoice,
    on_kind: Option<Callback<String>>,
) -> impl IntoView {
    let kind = move || choice.kind.with(|name| KindOption::named(name));
    let is =
        move |formats: &'static [&str]| choice.format.with(|format| formats.contains(&&**format));
    let kinds = KINDS.map(|kind| (kind.name, kind.label));
    let formats = FORMATS.map(|(_, name, label)| (name, label));
    let subject_label = KINDS.map(|kind| (kind.subject, translator.text(kind.subject.label())));
    let subject_label = move || {
        let mut labels = subject_label.iter();
        let found = labels.find(|(subject, _)| *subject == kind().subject);
        found.map(|(_, label)| label.clone()).unwrap_or_default()
    };
    view! {
        <div class="builder-choices">
            <Select
                label=translator.text(message::EMBED_KIND)
                name="kind"
                options=texts(&translator, &kinds)
                chosen=choice.kind
                on_choose=on_kind
            />
            <Field label=Signal::derive(subject_label)>
                <Text name="subject" value=choice.subject list=SUGGESTIONS />
            </Field>
            <Select
                label=translator.text(message::CODE)
                name="format"
                options=texts(&translator, &formats)
                chosen=choice.format
            />
            <Select
                label=translator.text(message::THEME)
                name="theme"
                options=texts(&translator, &THEMES)
                chosen=choice.theme
                hidden=Signal::derive(move || is(&["link"]))
            />
            <Field
                label=translator.text(message::HOW_MANY)
                hidden=Signal::derive(move || kind().limit.is_none() || is(&["link"]))
            >
                <Limit value=choice.limit />
            </Field>
            <Field
                label=translator.text(message::OTHER_LANGUAGE)
                hidden=Signal::derive(move || !is(&["element"]))
            >
                <Text name="language" value=choice.language placeholder="en" />
            </Field>
        </div>
    }
}

/// As many articles as an embed may show.
#[component]
fn Limit(value: RwSignal<String>) -> impl IntoView {
    view! {
        <input
            name="limit"
            type="number"
            min="1"
            max="10"
            value="4"
            prop:value=move || value.get()
            on:input=move |event| value.set(event_target_value(&event))
        />
    }
}

/// The code for another page, and the button that copies it.
#[component]
fn CodeOutput(
    translator: Translator,
    suggestions: Signal<Vec<String>>,
    code: Signal<String>,
    code_field: NodeRef<html::Textarea>,
    on_copy: Option<Callback<()>>,
    outcome: Signal<Option<String>>,
) -> impl IntoView {
    let copy = move |_| {
        if let Some(on_copy) = on_copy {
            on_copy.run(());
        }
    };
    view! {
        <div class="builder-code">
            <Field label=translator.text(message::CODE_FOR_PAGE)>
                <textarea
                    node_ref=code_field
                    name="code"
                    readonly=true
                    dir="ltr"
                    rows="8"
                    spellcheck="false"
                    prop:value=move || code.get()
                ></textarea>
            </Field>
            <datalist id=SUGGESTIONS>
                <For each=move || suggestions.get() key=String::clone let:name>
                    <option value=name></option>
                </For>
            </datalist>
            <button type="button" class="builder-copy tool-button" on:click=copy>
                {translator.text(message::COPY)}
            </button>
            <p class="builder-note" role="status">
                {move || outcome.get()}
            </p>
        </div>
    }
}

/// The list of names that opens under the field.
const SUGGESTIONS: &str = "builder-things";

fn texts(
    translator: &Translator,
    options: &[(&'static str, Message)],
) -> Vec<(&'static str, String)> {
    let options = options.iter();
    options
        .map(|(value, label)| (*value, translator.text(*label)))
        .collect()
}

/// A page of somebody else's, which its child shows.
#[component]
pub fn PreviewFigure(title: String, children: Children) -> impl IntoView {
    view! {
        <figure class="builder-host">
            <figcaption>{title}</figcaption>
            {children()}
        </figure>
    }
}

#[component]
fn Field(
    #[prop(into)] label: Signal<String>,
    #[prop(optional)] hidden: Signal<bool>,
    children: Children,
) -> impl IntoView {
    view! {
        <label class="builder-field" hidden=move || hidden.get()>
            <span>{move || label.get()}</span>
            {children()}
        </label>
    }
}

#[component]
fn Select(
    label: String,
    name: &'static str,
    options: Vec<(&'static str, String)>,
    chosen: RwSignal<String>,
    #[prop(optional)] hidden: Signal<bool>,
    #[prop(optional_no_strip)] on_choose: Option<Callback<String>>,
) -> impl IntoView {
    let choose = move |value: String| match on_choose {
        Some(on_choose) => on_choose.run(value),
        None => chosen.set(value),
    };
    let options = options.into_iter().map(move |(value, label)| {
        view! {
            <option value=value prop:selected=move || chosen.with(|chosen| chosen == value)>
                {label}
            </option>
        }
    });
    view! {
        <Field label hidden>
            <select name=name on:input=move |event| choose(event_target_value(&event))>
                {options.collect_view()}
            </select>
        </Field>
    }
}

#[component]
fn Text(
    name: &'static str,
    value: RwSignal<String>,
    #[prop(optional)] list: Option<&'static str>,
    #[prop(optional)] placeholder: &'static str,
) -> impl IntoView {
    view! {
        <input
            name=name
            autocomplete="off"
            placeholder=placeholder
            list=list
            spellcheck="false"
            prop:value=move || value.get()
            on:input=move |event| value.set(event_target_value(&event))
        />
    }
}
