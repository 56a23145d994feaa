//! Where publishers write: the text at one side, its page at the other. The build alone makes this page, with every word that it
//! says, so that readers load none of them; a module of its own brings it to life.

mod desk_words;

use crate::components::page_header::PageHeader;
use crate::content::site::Site;
use crate::i18n::{Message, build_message};
use desk_words::DeskWords;
use leptos::html::custom;
use leptos::prelude::*;

/// The address of the style sheet is from the host's root. Controls go by the names in `data-desk`.
#[component]
pub fn DeskPage<'a>(site: &'a Site, style_sheet: &'a str) -> impl IntoView {
    let translator = site.translator();
    let text = |message: Message| translator.text(message);
    let desk = view! {
        <div data-desk="front">
            <PageHeader title=text(build_message::WRITE) note=text(build_message::WRITE_NOTE) />
            <p class="needs-scripts">{text(build_message::WRITE_NEEDS_SCRIPTS)}</p>
            <div class="desk">
                <Choices site />
                <p class="desk-note" role="status" data-desk="note"></p>
                <Sides site />
                <Files site />
            </div>
        </div>
        <div class="desk-draft" data-desk="draft" hidden>
            <div class="desk-banner" role="note">
                <p data-desk="banner"></p>
                <p class="tool-buttons">
                    <Button name="edit" label=text(build_message::WRITE_EDIT) />
                </p>
            </div>
            <div data-desk="article"></div>
        </div>
        <DeskWords site />
    };
    view! {
        <link rel="stylesheet" href=style_sheet />
        {custom("recto-desk").child(desk)}
    }
}

/// Which draft it is, and where drafts stay.
#[component]
fn Choices<'a>(site: &'a Site) -> impl IntoView {
    let translator = site.translator();
    let text = |message: Message| translator.text(message);
    view! {
        <div class="desk-choices">
            <label class="desk-field">
                <span>{text(build_message::WRITE_DRAFTS)}</span>
                <select data-desk="drafts">
                    <option>{text(build_message::WRITE_UNTITLED)}</option>
                </select>
            </label>
            <Button name="new" label=text(build_message::WRITE_NEW) />
            <Button name="remove" label=text(build_message::WRITE_REMOVE) />
            <Button name="open" label=text(build_message::WRITE_OPEN) />
            <input type="file" multiple hidden data-desk="files" />
            <label class="desk-keep">
                <input type="checkbox" data-desk="keep" aria-describedby="recto-keep-note" />
                <span>{text(build_message::WRITE_KEEP)}</span>
            </label>
            <p class="desk-quiet" id="recto-keep-note">
                {text(build_message::WRITE_KEEP_NOTE)}
            </p>
        </div>
    }
}

/// The text and what is remarked of it, and the page. A phone shows one of the two sides.
#[component]
fn Sides<'a>(site: &'a Site) -> impl IntoView {
    let translator = site.translator();
    let text = |message: Message| translator.text(message);
    let side = |value: &'static str, label: Message, checked: bool| {
        view! {
            <label>
                <input type="radio" name="desk-side" value=value checked=checked />
                <span>{text(label)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="desk-switch">
            <legend class="visually-hidden">{text(build_message::WRITE_SHOW)}</legend>
            {side("text", build_message::WRITE_TEXT, true)}
            {side("page", build_message::WRITE_PAGE, false)}
        </fieldset>
        <div class="desk-sides" data-desk="sides" data-side="text">
            <div class="desk-side desk-text">
                <label class="desk-field">
                    <span>{text(build_message::WRITE_TEXT)}</span>
                    <textarea data-desk="text" rows="24" dir="auto" autocomplete="off"></textarea>
                </label>
                <section class="desk-remarks" aria-labelledby="recto-remarks">
                    <h2 class="section-title" id="recto-remarks">
                        {text(build_message::WRITE_REMARKS)}
                    </h2>
                    <ul data-desk="remarks"></ul>
                </section>
            </div>
            <section
                class="desk-side desk-page"
                data-desk="page"
                aria-label=text(build_message::WRITE_PAGE)
                tabindex="0"
            ></section>
        </div>
    }
}

/// What becomes of the text.
#[component]
fn Files<'a>(site: &'a Site) -> impl IntoView {
    let translator = site.translator();
    let buttons = [
        ("save", build_message::WRITE_SAVE),
        ("link", build_message::WRITE_LINK),
        ("data", build_message::WRITE_DATA),
        ("body", build_message::WRITE_BODY),
    ];
    let buttons = buttons.map(|(name, label)| {
        view! { <Button name label=translator.text(label) /> }
    });
    view! { <div class="tool-buttons">{buttons}</div> }
}

#[component]
fn Button(name: &'static str, label: String) -> impl IntoView {
    view! {
        <button type="button" class="tool-button" data-desk=name>
            {label}
        </button>
    }
}
