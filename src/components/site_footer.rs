//! The foot of every page.

use super::text::unless_empty;
use crate::content::site::Site;
use crate::i18n::message;
use crate::route::{ATOM_FEED, Route};
use leptos::prelude::*;

#[component]
pub fn SiteFooter<'a>(site: &'a Site) -> impl IntoView {
    let links = [
        (site.href(&Route::Archive), message::ARCHIVE),
        (site.href(&Route::Tags), message::TAGS),
        (site.href(&Route::Authors), message::AUTHORS),
        (site.href(&Route::You), message::YOU),
        (site.base_path().to_string() + ATOM_FEED, message::FEED),
    ];
    let links = links.map(|(href, label)| {
        view! {
            <li>
                <a href=href>{site.translator().text(label)}</a>
            </li>
        }
    });
    view! {
        <footer class="site-footer">
            <p class="footer-description">{unless_empty(site.description.as_str())}</p>
            <ul class="footer-links">{links}</ul>
        </footer>
    }
}
