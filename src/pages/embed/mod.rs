//! How to show something of the blog elsewhere: a form that makes the code, which a tool brings to life, and examples,
//! which need no script. The build alone makes this page; the app does not know it.

use crate::components::embed_builder::{EmbedChoice, EmbedForm, GROUNDS, PreviewFigure};
use crate::components::page_header::PageHeader;
use crate::content::site::Site;
use crate::i18n::build_message;
use leptos::html::custom;
use leptos::prelude::*;

/// What can be copied without a script, as HTML.
pub struct Examples {
    pub element: String,
    pub frame: String,
    pub link: String,
}

/// The address of the style sheet is from the host's root.
#[component]
pub fn EmbedPage<'a>(site: &'a Site, examples: Examples, style_sheet: &'a str) -> impl IntoView {
    let translator = site.translator();
    view! {
        <link rel="stylesheet" href=style_sheet />
        <PageHeader
            title=translator.text(build_message::EMBED)
            note=translator.text(build_message::EMBED_NOTE)
        />
        <p class="needs-scripts builder-part">{translator.text(build_message::EMBED_NEEDS_SCRIPTS)}</p>
        {custom("recto-embed-builder").child(view! { <Form site /> })}
        <ByHand site examples />
    }
}

/// The form without its life.
#[component]
fn Form<'a>(site: &'a Site) -> impl IntoView {
    let translator = site.translator();
    let previews = GROUNDS.map(|(ground, title)| (ground, translator.text(title)));
    view! {
        <EmbedForm translator choice=EmbedChoice::default()>
            {previews
                .map(|(ground, title)| {
                    view! {
                        <PreviewFigure title=title.clone()>
                            <iframe title=title data-ground=ground></iframe>
                        </PreviewFigure>
                    }
                })}
        </EmbedForm>
    }
}

#[component]
fn ByHand<'a>(site: &'a Site, examples: Examples) -> impl IntoView {
    let examples = [
        (
            build_message::BY_HAND_ELEMENT,
            build_message::BY_HAND_ELEMENT_WHY,
            examples.element,
        ),
        (
            build_message::BY_HAND_FRAME,
            build_message::BY_HAND_FRAME_WHY,
            examples.frame,
        ),
        (
            build_message::BY_HAND_LINK,
            build_message::BY_HAND_LINK_WHY,
            examples.link,
        ),
    ];
    let translator = site.translator();
    let examples = examples.map(|(title, why, code)| {
        view! {
            <div>
                <h3>{translator.text(title)}</h3>
                <p>{translator.text(why)}</p>
                <pre dir="ltr" tabindex="0">
                    <code>{code}</code>
                </pre>
            </div>
        }
    });
    view! {
        <section class="builder-examples prose builder-part">
            <h2>{translator.text(build_message::BY_HAND)}</h2>
            {examples}
        </section>
    }
}
