//! `<recto-reading>`: an article's text, and what helps to find one's way in it.

use super::{contents, events::until_removed, notes, prose};
use web_sys::HtmlElement;

/// Brings the text in the element to life.
pub fn enliven(element: HtmlElement) {
    let Some(signal) = until_removed() else {
        return;
    };
    contents::follow_scroll(&element, &signal);
    prose::enliven(&element, &signal);
    notes::enliven(&element, &signal);
}
