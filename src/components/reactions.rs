//! "React to this story": the bar of reactions, as the page holds it before it comes alive.

use crate::content::reactions::{ReactionCounts, ReactionKind};
use crate::html::{Element, element};
use crate::language::{Words, message};

/// The section under an article, with the element that comes alive in the browser. Nothing where the site offers no
/// reactions.
pub fn section(
    words: &Words,
    article: &str,
    kinds: &[ReactionKind],
    counts: &ReactionCounts,
) -> Option<Element> {
    let live = element("recto-reactions", "").attribute("article", article);
    let live = bar(words, live, kinds, counts)?;
    Some(
        element("section", "reactions")
            .attribute("aria-labelledby", "recto-reactions")
            .child(
                element("h2", "section-title")
                    .attribute("id", "recto-reactions")
                    .say(words, message::REACT),
            )
            .child(live)
            .child(element("p", "needs-scripts").say(words, message::REACTIONS_NEED_SCRIPTS)),
    )
}

/// The bar in the element that comes alive. Nothing where the site offers no reactions.
pub fn bar(
    words: &Words,
    live: Element,
    kinds: &[ReactionKind],
    counts: &ReactionCounts,
) -> Option<Element> {
    let buttons = kinds
        .iter()
        .map(|kind| button(words, kind, counts.of(&kind.id)));
    let bar = element("div", "reaction-bar")
        .attribute("role", "group")
        .label(words, message::REACT);
    (!kinds.is_empty()).then(|| {
        live.child(bar.children(buttons))
            .child(element("p", "reaction-note").attribute("role", "status"))
    })
}

/// A toggle button; its value is the reaction's id, and its count the publisher's.
fn button(words: &Words, kind: &ReactionKind, count: u32) -> Element {
    let shown = shown_count(words, count);
    // What is shown need not be digits that a program can read.
    let digits = count.to_string();
    let differs = count > 0 && shown != digits;
    element("button", "reaction")
        .attribute("type", "button")
        .attribute("value", &kind.id)
        .attribute("aria-pressed", "false")
        .child(
            element("span", "reaction-emoji")
                .attribute("aria-hidden", "true")
                .text(&kind.emoji),
        )
        .child(element("span", "reaction-label").text(&kind.label))
        .child(
            element("span", "reaction-count")
                .attribute_if("data-count", differs.then_some(digits.as_str()))
                .text(&shown),
        )
}

/// Nothing where there is nothing to count.
pub fn shown_count(words: &Words, count: u32) -> String {
    match count {
        0 => String::new(),
        count => words.number(count),
    }
}
