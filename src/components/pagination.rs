//! The way through a list of several pages.

use crate::content::site::Site;
use crate::i18n::{Message, message};
use crate::route::Route;
use leptos::prelude::*;

/// Nothing where there is only one page.
#[component]
pub fn Pagination<'a>(site: &'a Site, route: &'a Route, page: u32, pages: u32) -> impl IntoView {
    let translator = site.translator();
    let newer = (page > 1).then(|| route.at_page(page - 1));
    let older = (page < pages).then(|| route.at_page(page + 1));
    let position = [page, pages].map(|number| translator.number(number));
    let position = translator.fill(message::PAGE_OF, [&position[0], &position[1]]);
    (pages > 1).then(|| {
        view! {
            <nav class="pagination" aria-label=translator.text(message::PAGES)>
                {newer
                    .map(|to| view! { <PageLink site to rel="prev" label=message::NEWER_ARTICLES /> })}
                <span>{position}</span>
                {older
                    .map(|to| view! { <PageLink site to rel="next" label=message::OLDER_ARTICLES /> })}
            </nav>
        }
    })
}

#[component]
fn PageLink<'a>(site: &'a Site, to: Route, rel: &'static str, label: Message) -> impl IntoView {
    view! {
        <a href=site.href(&to) rel=rel>
            {site.translator().text(label)}
        </a>
    }
}
