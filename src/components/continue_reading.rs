//! "Continue reading", on the front page: a line that has its words and its room only for a reader who has begun
//! something. `reading.js` fills it.

use crate::html::{Element, element};

const TITLE: &str = "Continue reading";

pub fn view() -> Element {
    let line = element("p", "continue-line")
        .child(element("span", "kicker").text(TITLE))
        .text(" ")
        .child(element("a", ""))
        .text(" ")
        .child(element("span", "reading-time"));
    element("recto-continue", "continue").child(line)
}
