//! What was found, as items of a list.

use super::{Found, MarkedText, Section};
use crate::i18n::Translator;
use leptos::either::Either;
use leptos::prelude::*;

/// An article or a page, with its sections. Addresses lie below `base`.
#[component]
pub fn FoundArticle(found: Found, base: String, translator: Translator) -> impl IntoView {
    let href = [&*base, &found.href].concat();
    let date = found.date().map(|date| translator.date(date));
    let sections = found.sections.into_iter();
    let sections = sections.map(|section| {
        let href = [&*base, &section.href].concat();
        view! { <Below section href /> }
    });
    view! {
        <li class="search-result">
            <a class="search-title" href=href>
                <Marked parts=found.title />
            </a>
            " "
            <span class="search-date">{date}</span>
            <p class="search-snippet">
                <Marked parts=found.snippet />
            </p>
            <ul class="search-sections">{sections.collect_view()}</ul>
        </li>
    }
}

#[component]
fn Below(section: Section, href: String) -> impl IntoView {
    view! {
        <li>
            <a href=href>
                <Marked parts=section.title />
            </a>
            <p class="search-snippet">
                <Marked parts=section.snippet />
            </p>
        </li>
    }
}

/// A text with what was looked for marked in it: nodes, so that nothing in it is markup.
#[component]
pub fn Marked(parts: MarkedText) -> impl IntoView {
    let parts = parts
        .into_iter()
        .enumerate()
        .map(|(at, part)| match at % 2 {
            0 => Either::Left(part),
            _ => Either::Right(view! { <mark>{part}</mark> }),
        });
    parts.collect_view()
}
