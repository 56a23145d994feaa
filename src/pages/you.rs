//! "Your page": what this browser keeps for the site, and why. The plain list is there without scripts; what is kept is
//! shown by a tool, which alone can read it.

use crate::components::page_header;
use crate::content::site::Site;
use crate::html::{Node, element};
use crate::language::{Message, message};

const KEPT: [(Message, Message); 5] = [
    (message::KEPT_REACTIONS, message::KEPT_REACTIONS_WHY),
    (message::KEPT_SAVED, message::KEPT_SAVED_WHY),
    (message::KEPT_READING, message::KEPT_READING_WHY),
    (message::KEPT_LAST, message::KEPT_LAST_WHY),
    (message::PREFERENCES, message::KEPT_PREFERENCES_WHY),
];

pub fn view(site: &Site) -> Node {
    let words = &site.words();
    let text = |name, message| element(name, "").say(words, message);
    let kept = KEPT
        .iter()
        .flat_map(|(name, why)| [text("dt", *name), text("dd", *why)]);
    let (title, note) = (words.text(message::YOU), words.text(message::YOU_NOTE));
    Node::Fragment(vec![
        page_header::view("", &title, &note).into(),
        element("p", "needs-scripts")
            .say(words, message::YOU_NEEDS_SCRIPTS)
            .into(),
        element("recto-you", "you").into(),
        element("section", "kept")
            .attribute("aria-labelledby", "recto-kept")
            .child(
                element("h2", "section-title")
                    .attribute("id", "recto-kept")
                    .say(words, message::KEPT),
            )
            .child(element("dl", "").children(kept))
            .into(),
    ])
}
