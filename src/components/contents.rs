//! The table of contents: folded above the text on narrow screens, in the margin on wide ones. Plain links, which follow
//! the scroll once the page is alive. Below them, or alone, the minutes that are left to read.

use crate::html::{Element, element, link};
use crate::language::{Words, message};
use crate::markdown::Heading;

/// Fewer headings need no table.
const FEWEST: usize = 3;

/// Levels that are listed. What lies deeper is found under its heading.
const LEVELS: usize = 3;

/// For an article of few headings no more than the place for the time, which the page fills once it is alive.
pub fn view(words: &Words, outline: &[Heading]) -> Element {
    if count(outline) < FEWEST {
        return element("p", "contents time-left");
    }
    let title = words.text(message::CONTENTS);
    let nav = element("nav", "contents-links").attribute("aria-label", &title);
    element("details", "contents")
        .child(element("summary", "").text(&title))
        .child(
            nav.child(list(outline, LEVELS))
                .child(element("p", "time-left")),
        )
}

fn list(headings: &[Heading], levels: usize) -> Option<Element> {
    let items = headings.iter().map(|heading| {
        let href = ["#", &heading.id].concat();
        element("li", "")
            .child(link("", &href, &heading.text))
            .child(list(&heading.children, levels - 1))
    });
    (levels > 0 && !headings.is_empty()).then(|| element("ol", "contents-list").children(items))
}

fn count(headings: &[Heading]) -> usize {
    let nested = headings.iter().map(|heading| count(&heading.children));
    headings.len() + nested.sum::<usize>()
}
