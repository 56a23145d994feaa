//! "Your page": what this browser keeps for the site, and why. The plain list is there without scripts; what is kept is
//! shown by a tool, which alone can read it.

use crate::components::page_header;
use crate::html::{Node, element};

pub const TITLE: &str = "Your page";

const NOTE: &str = "What this browser keeps for this site. Nothing of it leaves your device.";

const NEEDS_SCRIPTS: &str = "To show it, this page needs JavaScript. Without it, nothing is kept.";

const KEPT: [(&str, &str); 5] = [
    (
        "Reactions",
        "What you gave to an article, so that the buttons show it when you come back.",
    ),
    (
        "Saved articles",
        "Title and day, for the list on this page.",
    ),
    (
        "Reading history",
        "How far you came in an article, and when, so that you can go on there; and of those that you finished, a \
         fingerprint of each section, so that you can be told what has changed.",
    ),
    (
        "The article you began last",
        "For “Continue reading” on the front page.",
    ),
    (
        "Reading preferences",
        "Theme, text size and the like, so that every page has them.",
    ),
];

pub fn view() -> Node {
    let kept = KEPT
        .iter()
        .flat_map(|(name, why)| [element("dt", "").text(name), element("dd", "").text(why)]);
    Node::Fragment(vec![
        page_header::view("", TITLE, NOTE).into(),
        element("p", "needs-scripts").text(NEEDS_SCRIPTS).into(),
        element("recto-you", "you").into(),
        element("section", "kept")
            .attribute("aria-labelledby", "recto-kept")
            .child(
                element("h2", "section-title")
                    .attribute("id", "recto-kept")
                    .text("What is kept, and why"),
            )
            .child(element("dl", "").children(kept))
            .into(),
    ])
}
