//! Who wrote it, as a line: `By Ada Example and Ben Example`.

use super::optional_text::unless_empty;
use crate::content::{author::Author, site::Site};
use crate::i18n::{ListStyle, message};
use crate::route::Route;
use leptos::prelude::*;

/// Nothing where no author is known.
#[component]
pub fn Byline<'a>(site: &'a Site, authors: &'a [Author]) -> impl IntoView {
    let translator = site.translator();
    let names: Vec<&str> = authors.iter().map(|author| author.name.as_str()).collect();
    let mut separators = translator.separators(&names, ListStyle::Sentence);
    let last = separators.pop().and_then(unless_empty);
    let (before, behind) = translator.around(message::BYLINE);
    let links = separators.into_iter().zip(authors);
    let links = links.map(|(separator, author)| {
        let href = site.href(&Route::author(&author.id));
        view! {
            {unless_empty(separator)}
            <a class="p-author h-card" href=href rel="author">
                {author.name.as_str()}
            </a>
        }
    });
    (!authors.is_empty()).then(|| {
        view! {
            <p class="byline">
                {unless_empty(before)}
                {links.collect_view()}
                {last}
                {unless_empty(behind)}
            </p>
        }
    })
}
