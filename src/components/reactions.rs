//! "React to this story": the bar of reactions, as the page holds it before it comes alive.

use super::text::unless_empty;
use crate::content::reactions::{ReactionCounts, ReactionKind};
use crate::content::site::Site;
use crate::i18n::{Translator, message};
use leptos::prelude::*;

/// The section under an article, with the element that comes alive in the browser. Nothing where the site offers no
/// reactions.
#[component]
pub fn ReactionSection<'a>(
    site: &'a Site,
    article: &'a str,
    counts: &'a ReactionCounts,
) -> impl IntoView {
    let translator = site.translator();
    (!site.reactions.is_empty()).then(|| {
        view! {
            <section class="reactions" aria-labelledby="recto-reactions">
                <h2 class="section-title" id="recto-reactions">
                    {translator.text(message::REACT)}
                </h2>
                <recto-reactions article=article>
                    <ReactionBar site counts />
                </recto-reactions>
                <p class="needs-scripts">{translator.text(message::REACTIONS_NEED_SCRIPTS)}</p>
            </section>
        }
    })
}

/// What the element holds that comes alive.
#[component]
pub fn ReactionBar<'a>(site: &'a Site, counts: &'a ReactionCounts) -> impl IntoView {
    let buttons = site.reactions.iter().map(|kind| {
        let count = counts.of(&kind.id);
        view! { <ReactionButton site kind count /> }
    });
    view! {
        <div class="reaction-bar" role="group" aria-label=site.translator().text(message::REACT)>
            {buttons.collect_view()}
        </div>
        {view! { <p class="reaction-note" role="status"></p> }}
    }
}

/// A toggle button; its value is the reaction's id, and its count the publisher's.
#[component]
fn ReactionButton<'a>(site: &'a Site, kind: &'a ReactionKind, count: u32) -> impl IntoView {
    let shown = shown_count(&site.translator(), count);
    // What is shown need not be digits that a program can read.
    let digits = count.to_string();
    let digits = (count > 0 && shown != digits).then_some(digits);
    view! {
        <button class="reaction" type="button" value=kind.id.as_str() aria-pressed="false">
            <span class="reaction-emoji" aria-hidden="true">
                {unless_empty(kind.emoji.as_str())}
            </span>
            <span class="reaction-label">{unless_empty(kind.label.as_str())}</span>
            <span class="reaction-count" data-count=digits>
                {unless_empty(shown)}
            </span>
        </button>
    }
}

/// Nothing where there is nothing to count.
pub fn shown_count(translator: &Translator, count: u32) -> String {
    match count {
        0 => String::new(),
        count => translator.number(count),
    }
}
