//! "React to this article": the bar of reactions, as the page holds it before it comes alive.

use super::optional_text::unless_empty;
use crate::content::reactions::ReactionKind;
use crate::content::site::Site;
use crate::i18n::message;
use leptos::prelude::*;

/// The section under an article, with the element that comes alive in the browser. Nothing where the site offers no
/// reactions.
#[component]
pub fn ReactionSection<'a>(site: &'a Site, article: &'a str) -> impl IntoView {
    let translator = site.translator();
    (!site.reactions.is_empty()).then(|| {
        view! {
            <section class="reactions" aria-labelledby="recto-reactions">
                <h2 class="section-title" id="recto-reactions">
                    {translator.text(message::REACT)}
                </h2>
                <recto-reactions article=article>
                    <ReactionBar site />
                </recto-reactions>
                <p class="needs-scripts">{translator.text(message::REACTIONS_NEED_SCRIPTS)}</p>
            </section>
        }
    })
}

/// What the element holds that comes alive.
#[component]
pub fn ReactionBar<'a>(site: &'a Site) -> impl IntoView {
    let buttons = site.reactions.iter();
    let buttons = buttons.map(|kind| view! { <ReactionButton kind /> });
    view! {
        <div class="reaction-bar" role="group" aria-label=site.translator().text(message::REACT)>
            {buttons.collect_view()}
        </div>
        {view! { <p class="reaction-note" role="status"></p> }}
    }
}

/// A toggle button; its value is the reaction's id. It counts nothing: a number that somebody typed says nothing.
#[component]
fn ReactionButton<'a>(kind: &'a ReactionKind) -> impl IntoView {
    view! {
        <button class="reaction" type="button" value=kind.id.as_str() aria-pressed="false">
            <span class="reaction-emoji" aria-hidden="true">
                {unless_empty(kind.emoji.as_str())}
            </span>
            <span class="reaction-label">{unless_empty(kind.label.as_str())}</span>
        </button>
    }
}
