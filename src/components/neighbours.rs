//! The articles published before and after this one.

use crate::content::{article::Link, site::Site};
use crate::i18n::{Message, message};
use crate::route::Route;
use leptos::prelude::*;

/// Nothing where the article stands alone.
#[component]
pub fn Neighbours<'a>(
    site: &'a Site,
    previous: Option<&'a Link>,
    next: Option<&'a Link>,
) -> impl IntoView {
    (previous.is_some() || next.is_some()).then(|| {
        view! {
            <nav class="neighbours" aria-label=site.translator().text(message::PREVIOUS_AND_NEXT)>
                {previous
                    .map(|link| {
                        view! { <Neighbour site link rel="prev" label=message::PREVIOUS /> }
                    })}
                {next.map(|link| view! { <Neighbour site link rel="next" label=message::NEXT /> })}
            </nav>
        }
    })
}

#[component]
fn Neighbour<'a>(
    site: &'a Site,
    link: &'a Link,
    rel: &'static str,
    label: Message,
) -> impl IntoView {
    view! {
        <a class="neighbour" rel=rel href=site.href(&Route::article(&link.slug))>
            <span class="neighbour-label">{site.translator().text(label)}</span>
            <span class="neighbour-title">{link.title.as_str()}</span>
        </a>
    }
}
