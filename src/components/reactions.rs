//! "React to this story": the bar of reactions, as the page holds it before it comes alive.

use crate::content::reactions::{ReactionCounts, ReactionKind};
use crate::html::{Element, element};

const TITLE: &str = "React to this story";

/// The section under an article, with the element that comes alive in the browser. Nothing where the site offers no
/// reactions.
pub fn section(article: &str, kinds: &[ReactionKind], counts: &ReactionCounts) -> Option<Element> {
    let live = element("recto-reactions", "").attribute("article", article);
    let live = bar(live, kinds, counts)?;
    Some(
        element("section", "reactions")
            .attribute("aria-labelledby", "recto-reactions")
            .child(
                element("h2", "section-title")
                    .attribute("id", "recto-reactions")
                    .text(TITLE),
            )
            .child(live)
            .child(
                element("p", "needs-scripts")
                    .text("Reactions stay in your browser and need JavaScript."),
            ),
    )
}

/// The bar in the element that comes alive. Nothing where the site offers no reactions.
pub fn bar(live: Element, kinds: &[ReactionKind], counts: &ReactionCounts) -> Option<Element> {
    let buttons = kinds.iter().map(|kind| button(kind, counts.of(&kind.id)));
    let bar = element("div", "reaction-bar")
        .attribute("role", "group")
        .attribute("aria-label", TITLE);
    (!kinds.is_empty()).then(|| {
        live.child(bar.children(buttons))
            .child(element("p", "reaction-note").attribute("role", "status"))
    })
}

/// A toggle button; its value is the reaction's id, and its count the publisher's.
fn button(kind: &ReactionKind, count: u32) -> Element {
    let count = if count > 0 {
        count.to_string()
    } else {
        String::new()
    };
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
        .child(element("span", "reaction-count").text(&count))
}
