//! "Your page": what this browser keeps for the site, and why. The plain list is there without scripts; what is kept is
//! shown by a tool, which alone can read it.

use crate::components::page_header::PageHeader;
use crate::content::site::{AskedHost, Site};
use crate::i18n::{Message, message};
use leptos::prelude::*;

const KEPT: [(Message, Message); 6] = [
    (message::KEPT_REACTIONS, message::KEPT_REACTIONS_WHY),
    (message::KEPT_SAVED, message::KEPT_SAVED_WHY),
    (message::KEPT_READING, message::KEPT_READING_WHY),
    (message::KEPT_LAST, message::KEPT_LAST_WHY),
    (message::KEPT_DRAFTS, message::KEPT_DRAFTS_WHY),
    (message::PREFERENCES, message::KEPT_PREFERENCES_WHY),
];

#[component]
pub fn YouPage<'a>(site: &'a Site) -> impl IntoView {
    let translator = site.translator();
    let kept = KEPT.map(|(name, why)| {
        view! {
            <dt>{translator.text(name)}</dt>
            <dd>{translator.text(why)}</dd>
        }
    });
    view! {
        <PageHeader title=translator.text(message::YOU) note=translator.text(message::YOU_NOTE) />
        <p class="needs-scripts">{translator.text(message::YOU_NEEDS_SCRIPTS)}</p>
        {view! { <recto-you class="you"></recto-you> }}
        <section class="kept" aria-labelledby="recto-kept">
            <h2 class="section-title" id="recto-kept">
                {translator.text(message::KEPT)}
            </h2>
            <dl>{kept}</dl>
        </section>
        {(!site.asked.is_empty()).then(|| view! { <Asked site /> })}
    }
}

/// Who else is asked for something, when, and why.
#[component]
fn Asked<'a>(site: &'a Site) -> impl IntoView {
    let translator = site.translator();
    let hosts = site.asked.iter();
    let hosts = hosts.map(
        |AskedHost {
             host,
             purpose,
             when,
         }| {
            let sentence = match when.as_str() {
                "click" => message::ASKED_AT_PRESS,
                _ => message::ASKED_ALWAYS,
            };
            view! {
                <dt>{host.as_str()}</dt>
                <dd>{translator.fill(sentence, [purpose])}</dd>
            }
        },
    );
    view! {
        <section class="kept" aria-labelledby="recto-asked">
            <h2 class="section-title" id="recto-asked">
                {translator.text(message::ASKED)}
            </h2>
            <p>{translator.text(message::ASKED_NOTE)}</p>
            <dl>{hosts.collect_view()}</dl>
        </section>
    }
}
