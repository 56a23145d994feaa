//! "Continue reading", on the front page: a line that has its words and its room only for a reader who has begun
//! something. `reading.js` fills it.

use crate::html::{Element, element};
use crate::language::{Words, message};

pub fn view(words: &Words) -> Element {
    let line = element("p", "continue-line")
        .child(element("span", "kicker").say(words, message::CONTINUE_READING))
        .text(" ")
        .child(element("a", ""))
        .text(" ")
        .child(element("span", "reading-time"));
    element("recto-continue", "continue").child(line)
}
