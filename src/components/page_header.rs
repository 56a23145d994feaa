//! The title block of every page that is not an article.

use crate::html::{Element, element};

/// `kicker` says what kind of page this is, `note` what it holds; either may be empty.
pub fn view(kicker: &str, title: &str, note: &str) -> Element {
    let line = |class: &str, text: &str| (!text.is_empty()).then(|| element("p", class).text(text));
    element("header", "page-header")
        .child(line("kicker", kicker))
        .child(element("h1", "page-title").text(title))
        .child(line("page-note", note))
}
