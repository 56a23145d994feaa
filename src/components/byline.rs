//! Who wrote it, as a line: `By Ada Example and Ben Example`.

use crate::content::{author::Author, site::Site};
use crate::route::Route;
use leptos::prelude::*;

/// Nothing where no author is known.
pub fn view(site: &Site, authors: &[Author]) -> impl IntoView + use<> {
    let last = authors.len().saturating_sub(1);
    let names = authors.iter().enumerate().map(|(at, author)| {
        let separator = match at {
            0 => "By ",
            at if at == last => " and ",
            _ => ", ",
        };
        view! {
            {separator}
            <a class="p-author h-card" rel="author" href=site.href(&Route::author(&author.id))>{author.name.clone()}</a>
        }
    });
    let names = names.collect_view();
    (!authors.is_empty()).then(|| view! { <p class="byline">{names}</p> })
}
