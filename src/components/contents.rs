//! The table of contents: folded above the text on narrow screens, in the margin on wide ones. Plain links, which follow
//! the scroll once the page is alive. Below them, or alone, the minutes that are left to read.

use super::optional_text::unless_empty;
use crate::content::article::Heading;
use crate::content::site::Site;
use crate::i18n::message;
use leptos::either::Either;
use leptos::prelude::*;

/// Fewer headings need no table.
const FEWEST: usize = 3;

/// Levels that are listed. What lies deeper is found under its heading.
const LEVELS: usize = 3;

/// For an article of few headings no more than the place for the time, which the page fills once it is alive.
#[component]
pub fn Contents<'a>(site: &'a Site, outline: &'a [Heading]) -> impl IntoView {
    if !has_table(outline) {
        return Either::Left(view! { <p class="contents time-left"></p> });
    }
    let title = site.translator().text(message::CONTENTS);
    Either::Right(view! {
        <details class="contents">
            <summary>{title.clone()}</summary>
            <nav class="contents-links" aria-label=title>
                {links(outline, LEVELS)}
                {view! { <p class="time-left"></p> }}
            </nav>
        </details>
    })
}

/// Whether there are enough headings for a table.
pub fn has_table(outline: &[Heading]) -> bool {
    count(outline) >= FEWEST
}

/// A list in a list has a type of its own, hence `AnyView`.
fn links(headings: &[Heading], levels: usize) -> Option<AnyView> {
    let items = headings.iter().map(|heading| {
        let href = ["#", &heading.id].concat();
        view! {
            <li>
                <a href=href>{unless_empty(heading.text.as_str())}</a>
                {links(&heading.children, levels - 1)}
            </li>
        }
    });
    (levels > 0 && !headings.is_empty())
        .then(|| view! { <ol class="contents-list">{items.collect_view()}</ol> }.into_any())
}

fn count(headings: &[Heading]) -> usize {
    let nested = headings.iter().map(|heading| count(&heading.children));
    headings.len() + nested.sum::<usize>()
}
